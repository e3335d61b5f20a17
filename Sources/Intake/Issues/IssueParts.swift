internal import Foundation

/// One issue of a case that holds several: a proposal for a case of its own.
public struct IssuePart: Sendable, Equatable {
  /// A subject, from the first words of the part.
  public let subject: String
  /// The part, with what the case says before and after all its parts.
  public let description: String

  /// The issues of a case, in the order of its text; empty unless there is evidence of several, and of where one ends.
  public static func all(of caseFile: CaseFile, policy: Policy) -> [IssuePart] {
    guard IssueSearch(caseFile, policy).score.band != .none else { return [] }
    return IssueParts(caseFile, policy).parts(of: caseFile.description)
  }
}

/// Takes a case that holds several issues apart where its evidence lies: at headings, at the items of a list of faults,
/// at a phrase that opens a new topic, and where a sentence turns to another product and symptom.
struct IssueParts {
  private let search: IssueSearch
  private let policy: Policy
  private let subject: String

  init(_ caseFile: CaseFile, _ policy: Policy) {
    search = IssueSearch(caseFile, policy)
    self.policy = policy
    subject = caseFile.subject.value ?? ""
  }

  /// The parts; empty when nothing shows where one issue ends and the next begins.
  func parts(of description: Field<String>) -> [IssuePart] {
    let sentences = Sentence.all(in: description, search)
    let marked = markedStarts
    var starts = sentences.indices.filter { index in
      sentences[index].isFirstOfLine && marked.starts.contains(sentences[index].line)
    }
    starts += sentences.indices.filter { opensTopic(sentences[$0]) }
    for (unit, _) in search.topicChanges where unit.kind != .item {
      starts += sentences.indices.filter { index in
        let sentence = sentences[index]
        return sentence.line == unit.place.line
          && ([.opened, .sentence].contains(unit.kind)
            ? unit.text.hasPrefix(sentence.text.trimmingOuterSpace) : sentence.isFirstOfLine)
      }
    }
    if marked.starts.isEmpty { starts += turns(sentences) }
    let parts = sections(sentences, Set(starts).sorted(), marked)
    return parts.count >= 2 ? parts : halves(description.value ?? "")
  }

  /// The lines of headings or list items, and those where a list has ended.
  private var markedStarts: (starts: Set<Int>, ends: Set<Int>) {
    let headings = search.text.lines.filter { search.heading($0) != nil }
    if search.headings != nil { return (Set(headings.map(\.number)), []) }
    let blocks = search.faultBlocks
    return (Set(blocks.flatMap { $0.items.map(\.place.line) }), Set(blocks.compactMap(\.end)))
  }

  private var newTopic: [Phrase] { search.rules.phrases.filter { $0.kind == "new topic" }.flatMap(\.phrases) }

  /// 'On another note', and a question or a wish beside a fault.
  private func opensTopic(_ sentence: Sentence) -> Bool {
    let words = Words(sentence.text)
    return (newTopic + policy.symptoms.question + policy.symptoms.wish).first(in: words) != nil
  }

  /// Sentences that speak of another product and another symptom than the one before.
  private func turns(_ sentences: [Sentence]) -> [Int] {
    var last: (components: Set<String>, classes: Set<String>)?
    return sentences.indices.filter { index in
      let words = Words(sentences[index].text)
      let (components, classes) = (
        Set(policy.products.components(in: words)), Set(policy.symptoms.classes(in: words))
      )
      guard !sentences[index].isOpaque, !components.isEmpty, !classes.isEmpty else { return false }
      defer { last = (components, classes) }
      guard let last else { return true }
      return last.components.isDisjoint(with: components) && last.classes.isDisjoint(with: classes)
    }
  }

  private func sections(
    _ sentences: [Sentence], _ starts: [Int], _ marked: (starts: Set<Int>, ends: Set<Int>)
  ) -> [IssuePart] {
    guard let first = starts.first else { return [] }
    var common = Array(sentences[..<first])
    var bodies: [[Sentence]] = []
    // What stands before a list introduces it; before 'another problem' stands the first problem.
    if marked.starts.isEmpty, !policy.symptoms.classes(in: Words(common.text)).isEmpty {
      bodies.append(common)
      common = []
    }
    var closing: [Sentence] = []
    for (offset, start) in starts.enumerated() {
      let end = offset + 1 < starts.count ? starts[offset + 1] : sentences.count
      let tail = (start..<end).first { sentences[$0].isFirstOfLine && marked.ends.contains(sentences[$0].line) } ?? end
      bodies.append(Array(sentences[start..<tail]))
      closing += sentences[tail..<end]
    }
    return bodies.map { body in
      let text = [common.text, withoutOpening(body.text), closing.text].filter { !$0.isEmpty }.joined(separator: "\n\n")
      return IssuePart(subject: title(body), description: text)
    }
  }

  /// A subject that joins two symptoms, over a text that cannot be parted.
  private func halves(_ description: String) -> [IssuePart] {
    guard search.joinedSubject != nil else { return [] }
    for joint in search.rules.joinedSubject.joints {
      guard let range = subject.range(of: joint, options: .caseInsensitive) else { continue }
      return [subject[..<range.lowerBound], subject[range.upperBound...]].map {
        IssuePart(subject: String($0).trimmingOuterSpace, description: description.trimmingOuterSpace)
      }
    }
    return []
  }

  /// A part without the words that tied it to the others: 'On another note,' and 'Another problem is that'.
  private func withoutOpening(_ text: String) -> String {
    for phrase in newTopic + search.topics.openings.first {
      let pattern = phrase.text.replacing(" ", with: "[^A-Za-z0-9]+")
      guard
        let found = text.range(
          of: "^\\W*((and|but|then) )?\(pattern)(\\s+is( that)?\\b)?[\\s,:;.–-]+",
          options: [.regularExpression, .caseInsensitive]
        )
      else { continue }
      let rest = text[found.upperBound...]
      if Words(rest).list.count > 2 { return rest.prefix(1).uppercased() + rest.dropFirst() }
    }
    return text
  }

  /// The first sentence that says something, without mark or label, cut at a word.
  private func title(_ body: [Sentence]) -> String {
    for sentence in body where !sentence.isOpaque {
      var text = withoutOpening(String(sentence.afterHeading ?? sentence.text[...]))[...]
      text = text.drop { !$0.isLetter && !$0.isNumber && !"'\"(".contains($0) }
      if let mark = text.prefixMatch(of: /[0-9a-zA-Z]{1,2}[.):]+\s+/) { text = text[mark.range.upperBound...] }
      while let last = text.last, ".;:, ".contains(last) { text.removeLast() }
      guard Words(text).list.count > 1 else { continue }
      if text.count > 80 { text = text.prefix(80).prefix(upTo: text.prefix(80).lastIndex(of: " ") ?? text.endIndex) }
      return text.prefix(1).uppercased() + text.dropFirst()
    }
    return subject
  }
}

/// A sentence of the description, or a line that is none: code, log, quoted mail.
private struct Sentence {
  let line: Int
  let text: String
  let isFirstOfLine: Bool
  let isOpaque: Bool
  /// What follows the label that it begins with, such as `Problem 1`; nil when there is none.
  let afterHeading: Substring?

  static func all(in description: Field<String>, _ search: IssueSearch) -> [Sentence] {
    let own = Dictionary(search.text.lines.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let raw = (description.value ?? "").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return raw.enumerated().flatMap { offset, line in
      let number = description.textLine + offset
      guard let known = own[number] else {
        return [Sentence(line: number, text: String(line), isFirstOfLine: true, isOpaque: true, afterHeading: nil)]
      }
      let heading = search.heading(known)
      return sentences(of: String(line)).enumerated().map { index, piece in
        Sentence(
          line: number, text: piece, isFirstOfLine: index == 0, isOpaque: false,
          afterHeading: index == 0 ? heading?.rest : nil)
      }
    }
  }
}

extension [Sentence] {
  /// The sentences as they stood in their lines.
  fileprivate var text: String {
    var lines: [(number: Int, text: String)] = []
    for sentence in self {
      if let last = lines.last, last.number == sentence.line {
        lines[lines.count - 1].text += " " + sentence.text
      } else {
        lines.append((sentence.line, sentence.text))
      }
    }
    return lines.map(\.text).joined(separator: "\n").trimmingOuterSpace
  }
}
