/// Searches subject and description for evidence that there are several issues.
///
/// A deterministic sum of hits that can be shown one by one. It asks; it does not judge: whether two symptoms are one
/// problem depends on whether mending one would mend the other.
struct IssueSearch: Sendable {
  let policy: Policy
  let subject: IssueText
  let text: IssueText

  init(_ caseFile: CaseFile, _ policy: Policy) {
    self.policy = policy
    subject = IssueText(caseFile.subject)
    text = IssueText(caseFile.description)
  }

  var rules: IssueRules { policy.issues }
  var topics: TopicRules { policy.topics }

  var score: IssueScore {
    let single = [selfDeclared, headings, components, joinedSubject, faultAndQuestion, topicChange].compactMap { $0 }
    return IssueScore(single + faultLists + phrases, rules)
  }

  /// 'Three separate problems'.
  private var selfDeclared: IssueEvidence? {
    let tokens = subject.tokens + text.tokens
    let words = tokens.map(\.word)
    let rule = rules.selfDeclared
    if let phrase = rule.phrases.first(where: { $0.index(in: words) != nil }), let index = phrase.index(in: words) {
      return IssueEvidence(
        "self-declared", rule.points, at: tokens[index].place, "'\(phrase.text)'", isExplicit: true)
    }
    for index in words.indices {
      // A digit after a digit belongs to a version or a figure.
      let isFigure = index > 0 && words[index - 1].allSatisfy(\.isNumber)
      guard !isFigure, let number = rule.numbers.first(where: { $0.index(in: Array(words[index...].prefix(3))) == 0 })
      else { continue }
      let length = Words(number.text).list.count
      let between = words[(index + length)...].prefix(2).prefix { rule.between.contains($0) }
      let end = index + length + between.count
      guard end < words.count, rule.nouns.contains(words[end]) else { continue }
      let found = words[index...end].joined(separator: " ")
      return IssueEvidence("self-declared", rule.points, at: tokens[index].place, "'\(found)'", isExplicit: true)
    }
    return nil
  }

  /// 'Problem 1:' and 'Problem 2:'.
  var headings: IssueEvidence? {
    var found: [(label: String, place: IssuePlace)] = []
    for line in text.lines {
      guard let heading = heading(line), !found.contains(where: { $0.label == heading.label }) else { continue }
      found.append((heading.label, line.place))
    }
    guard found.count >= 2 else { return nil }
    let words = listed(found.map { "'\($0.label)'" })
    return IssueEvidence("headings", rules.headings.points, at: found[0].place, words, isExplicit: true)
  }

  /// The label of a heading, such as `problem 1`, and what stands behind it.
  func heading(_ line: IssueText.Line) -> (label: String, rest: Substring)? {
    let words = line.words.prefix(2)
    guard words.count == 2, let noun = words.first, let label = words.last, rules.headings.nouns.contains(noun),
      label.count <= 2, label.allSatisfy(\.isNumber) || label.count == 1
    else { return nil }
    let bare = line.text.drop { "#*-_ ".contains($0) }
    let rest = bare.dropFirst(noun.count).drop { " #*".contains($0) }.dropFirst(label.count)
    // 'Issue a restart' is no heading: a mark must follow, or nothing.
    let isHeading =
      rest.isEmpty || ":.)-*–".contains(rest.first ?? " ") || rest.hasPrefix(" - ") || rest.hasPrefix(" – ")
    return isHeading ? ("\(noun) \(label)", rest) : nil
  }

  /// Different products with different symptoms, in sentences of their own.
  private var components: IssueEvidence? {
    var seen: [(component: String, classes: Set<String>)] = []
    for line in text.lines {
      for sentence in sentences(of: line.text) {
        let words = Words(sentence)
        let classes = Set(policy.symptoms.classes(in: words))
        let components = policy.products.components(in: words)
        // A sentence about several products says how they hang together.
        guard !classes.isEmpty, components.count == 1, let component = components.first else { continue }
        if let other = seen.first(where: { $0.component != component && $0.classes.isDisjoint(with: classes) }) {
          let pair = "'\(other.component)' and '\(component)' with different symptoms"
          return IssueEvidence("components", rules.components, at: line.place, pair)
        }
        seen.append((component, classes))
      }
    }
    return nil
  }

  /// A subject that joins two symptoms.
  var joinedSubject: IssueEvidence? {
    guard let line = subject.lines.first else { return nil }
    let text = " " + line.text.lowercased() + " "
    for joint in rules.joinedSubject.joints {
      let halves = text.split(separator: joint, maxSplits: 1).map { Set(policy.symptoms.classes(in: Words($0))) }
      guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty, halves[0].isDisjoint(with: halves[1]) else {
        continue
      }
      let words = "the subject joins two symptoms with '\(joint.trimmingOuterSpace)'"
      return IssueEvidence("joined subject", rules.joinedSubject.points, at: line.place, words)
    }
    return nil
  }

  /// A fault, and a question or wish besides.
  private var faultAndQuestion: IssueEvidence? {
    let all = Words((subject.lines + text.lines).map(\.text).joined(separator: "\n"))
    guard !policy.symptoms.classes(in: all).isEmpty else { return nil }
    let tokens = subject.tokens + text.tokens
    let words = tokens.map(\.word)
    for phrase in policy.symptoms.question + policy.symptoms.wish {
      guard let index = phrase.index(in: words) else { continue }
      let found = "a fault, and '\(phrase.text)'"
      return IssueEvidence("fault and question", rules.faultAndQuestion, at: tokens[index].place, found)
    }
    return nil
  }

  /// Fixed phrases; each kind counts up to its bound.
  private var phrases: [IssueEvidence] {
    let tokens = subject.tokens + text.tokens
    let words = tokens.map(\.word)
    return rules.phrases.flatMap { rule in
      var left = rule.most
      var found: [IssueEvidence] = []
      for phrase in rule.phrases where left != 0 {
        guard let index = phrase.index(in: words) else { continue }
        found.append(IssueEvidence(rule.kind, rule.points, at: tokens[index].place, "'\(phrase.text)'"))
        left -= rule.points
        if abs(left) < abs(rule.points) { break }
      }
      return found
    }
  }
}

extension ProductCatalogue {
  /// The products that `text` names.
  func components(in text: Words) -> [String] {
    spellings.reduce(into: []) { found, spelling in
      if !found.contains(spelling.name), spelling.phrase.occurs(in: text) { found.append(spelling.name) }
    }
  }
}
