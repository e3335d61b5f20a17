extension IssueSearch {
  /// The part of the text that turns most clearly to something else.
  var topicChange: IssueEvidence? {
    guard let best = topicChanges.max(by: { $0.points < $1.points }) else { return nil }
    return IssueEvidence("topic change", best.points, at: best.unit.place, "a part that turns to something else")
  }

  /// The parts of the text that turn to something else, with what they weigh.
  ///
  /// Two problems in one text share few words, while steps, logs and guesses about one problem come back to its words.
  var topicChanges: [(unit: IssueUnit, points: Int)] {
    var before = Before()
    var changes: [(unit: IssueUnit, points: Int)] = []
    for unit in IssueUnit.all(in: text, topics) {
      var inside = before
      inside.add(sentences(of: unit.text)[0], topics)
      // A part as a whole, and each of its sentences against what stands before it.
      changes.append((unit, weight(unit, before)))
      for sentence in unit.furtherSentences {
        changes.append((sentence, weight(sentence, inside)))
        inside.add(sentence.text, topics)
      }
      before.add(unit.text, topics)
    }
    return changes.filter { $0.points >= topics.atLeast }
  }

  /// What the text has said so far.
  private struct Before {
    var words: Set<String> = []
    var areas: Set<String> = []
    var endsInColon = false

    mutating func add(_ text: String, _ topics: TopicRules) {
      let words = Words(text)
      self.words.formUnion(topics.topicWords(in: words))
      areas.formUnion(topics.areas(in: words))
      endsInColon = text.hasSuffix(":")
    }
  }

  private func weight(_ unit: IssueUnit, _ before: Before) -> Int {
    let words = unit.words
    let topic = topics.topicWords(in: words)
    let isOpening = topics.opens(words)
    guard topic.count >= topics.words - (isOpening ? 1 : 0), !before.words.isEmpty, isStatement(words, unit.text) else {
      return 0
    }
    let areas = topics.areas(in: words)
    let shared = topic.intersection(before.words).count
    var points = 0
    if isOpening { points += topics.points.opening }
    if shared == 0 { points += topics.points.noSharedWord }
    if shared == 0, topic.count >= 2 * topics.words { points += topics.points.noSharedWordOfMany }
    if 4 * shared > topic.count { points += topics.points.manySharedWords }
    if unit.kind == .paragraph { points += topics.points.paragraph }
    if unit.kind == .item { points += topics.points.item }
    if !areas.isEmpty, !before.areas.isEmpty, areas.isDisjoint(with: before.areas) { points += topics.points.otherArea }
    if turnsToOtherHalf(topic, before.words) { points += topics.points.otherHalfOfSubject }
    if before.endsInColon { points += topics.points.behindColon }
    if topics.continues(words) { points += topics.points.continuation }
    if !isOpening, words.list.prefix(6).contains(where: topics.backReferences.contains) {
      points += topics.points.backReference
    }
    return points
  }

  /// Whether a part speaks of the second half of a joined subject, and what stands before it of the first.
  private func turnsToOtherHalf(_ topic: Set<String>, _ before: Set<String>) -> Bool {
    guard let line = subject.lines.first else { return false }
    for joint in rules.joinedSubject.joints {
      let halves = (line.text.lowercased()).split(separator: joint, maxSplits: 1).map {
        topics.topicWords(in: Words($0))
      }
      guard halves.count == 2 else { continue }
      return topic.isDisjoint(with: halves[0]) && !topic.isDisjoint(with: halves[1])
        && !before.isDisjoint(with: halves[0]) && before.isDisjoint(with: halves[1])
    }
    return false
  }

  /// Whether a part says what is wrong, or what is wanted.
  func isStatement(_ words: Words, _ text: String) -> Bool {
    text.contains("?") || words.list.contains { $0.hasSuffix("n't") } || !policy.symptoms.classes(in: words).isEmpty
      || [topics.faults, topics.requests, policy.symptoms.question, policy.symptoms.wish].contains {
        $0.first(in: words) != nil
      }
  }
}
