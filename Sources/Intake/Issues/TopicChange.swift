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
    var before = (words: Set<String>(), areas: Set<String>(), text: "")
    var changes: [(unit: IssueUnit, points: Int)] = []
    for unit in IssueUnit.all(in: text, topics) {
      let words = unit.words
      let topic = topics.topicWords(in: words)
      let areas = topics.areas(in: words)
      defer { before = (before.words.union(topic), before.areas.union(areas), unit.text) }
      guard topic.count >= topics.words, !before.words.isEmpty, isStatement(words, unit.text) else { continue }
      let points = weight(unit, topic, areas, before)
      if points >= topics.atLeast { changes.append((unit, points)) }
    }
    return changes
  }

  private func weight(
    _ unit: IssueUnit, _ topic: Set<String>, _ areas: Set<String>,
    _ before: (words: Set<String>, areas: Set<String>, text: String)
  ) -> Int {
    let words = unit.words
    let shared = topic.intersection(before.words).count
    let isOpening = topics.opens(words)
    var points = 0
    if isOpening { points += topics.points.opening }
    if shared == 0 { points += topics.points.noSharedWord }
    if shared == 0, topic.count >= 2 * topics.words { points += topics.points.noSharedWordOfMany }
    if 4 * shared > topic.count { points += topics.points.manySharedWords }
    if unit.kind == .paragraph { points += topics.points.paragraph }
    if unit.kind == .item { points += topics.points.item }
    if !areas.isEmpty, !before.areas.isEmpty, areas.isDisjoint(with: before.areas) { points += topics.points.otherArea }
    if before.text.hasSuffix(":") { points += topics.points.behindColon }
    if topics.continues(words) { points += topics.points.continuation }
    if !isOpening, words.list.prefix(6).contains(where: topics.backReferences.contains) {
      points += topics.points.backReference
    }
    return points
  }

  /// Whether a part says what is wrong, or what is wanted.
  func isStatement(_ words: Words, _ text: String) -> Bool {
    text.contains("?") || words.list.contains { $0.hasSuffix("n't") } || !policy.symptoms.classes(in: words).isEmpty
      || [topics.faults, topics.requests, policy.symptoms.question, policy.symptoms.wish].contains {
        $0.first(in: words) != nil
      }
  }
}
