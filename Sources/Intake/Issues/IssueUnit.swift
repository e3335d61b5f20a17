/// A part of a text that may have a topic of its own: a paragraph, a line, a list item, what a phrase such as 'by the way'
/// opens, or a sentence within one of these.
struct IssueUnit: Sendable {
  enum Kind { case paragraph, line, item, opened, sentence }

  let kind: Kind
  let place: IssuePlace
  private(set) var text: String

  var words: Words { Words(text) }

  /// The parts of `text` in their order.
  static func all(in text: IssueText, _ rules: TopicRules) -> [IssueUnit] {
    var units: [IssueUnit] = []
    var previous = ""
    for line in text.lines {
      defer { previous = line.text }
      guard !line.text.isEmpty else { continue }
      if let item = ListBlock.item(line.text), Words(line.text).list.first != "ps" {
        units.append(IssueUnit(kind: .item, place: line.place, text: item))
      } else if !units.isEmpty, let end = previous.last, !".!?:".contains(end) {
        // A line that was only broken.
        units[units.count - 1].text += " " + line.text
      } else {
        units.append(IssueUnit(kind: previous.isEmpty ? .paragraph : .line, place: line.place, text: line.text))
      }
    }
    return units.flatMap { $0.opened(rules) }
  }

  /// The sentences behind the first.
  var furtherSentences: [IssueUnit] {
    kind == .item ? [] : sentences(of: text).dropFirst().map { IssueUnit(kind: .sentence, place: place, text: $0) }
  }

  /// The part, taken apart where a sentence opens a new topic.
  private func opened(_ rules: TopicRules) -> [IssueUnit] {
    var parts = [self]
    parts[0].text = ""
    for sentence in sentences(of: text) {
      let last = parts.count - 1
      if !parts[last].text.isEmpty, rules.opens(Words(sentence)) {
        parts.append(IssueUnit(kind: .opened, place: place, text: sentence))
      } else {
        parts[last].text += (parts[last].text.isEmpty ? "" : " ") + sentence
      }
    }
    return parts
  }
}

extension TopicRules {
  /// Whether a sentence or part begins a new topic.
  func opens(_ words: Words) -> Bool {
    let bare = Array(words.list.drop { fillers.contains($0) })
    return openings.first.contains { $0.index(in: bare) == 0 } || openings.anywhere.first(in: words) != nil
  }

  /// Whether a part goes on with what was said before.
  func continues(_ words: Words) -> Bool {
    continuations.first.contains { $0.index(in: words.list) == 0 } || continuations.anywhere.first(in: words) != nil
  }
}

/// Parts a text behind a full stop and the like; a stop without a space behind it belongs to a version or a name.
func sentences(of text: String) -> [String] {
  var sentences = [""]
  var mayEnd = false
  for character in text {
    if mayEnd, character.isWhitespace, sentences[sentences.count - 1].split(separator: " ").count > 1 {
      sentences.append("")
      mayEnd = false
      continue
    }
    mayEnd = ".!?;".contains(character)
    sentences[sentences.count - 1].append(character)
  }
  return sentences.count > 1 && sentences.last == "" ? sentences.dropLast() : sentences
}
