internal import Foundation

/// A word or phrase of the policy, matched as whole words without regard to case; an ending `*` matches its forms.
struct Phrase: Sendable, Hashable {
  /// As the policy has it; safe to show, unlike the text around a match.
  let text: String
  private let words: [String]
  private let isOpen: Bool

  init(_ text: String) {
    self.text = text.hasSuffix("*") ? String(text.dropLast()) : text
    isOpen = text.hasSuffix("*")
    words = Words(self.text).list
  }

  /// Where the phrase occurs among `words`; nil when it does not.
  func index(in words: [String]) -> Int? {
    guard !self.words.isEmpty, words.count >= self.words.count else { return nil }
    return (0...words.count - self.words.count).first { matches(words, at: $0) }
  }

  /// Whether the phrase occurs, and not only behind a 'not'.
  func isAffirmed(in text: Words) -> Bool {
    guard !words.isEmpty, text.list.count >= words.count else { return false }
    return (0...text.list.count - words.count).contains { index in
      matches(text.list, at: index)
        && text.list[max(0, index - 2)..<index].allSatisfy { !["not", "no", "never", "isn't", "without"].contains($0) }
    }
  }

  /// Whether the phrase occurs in `text`.
  func occurs(in text: Words) -> Bool { index(in: text.list) != nil }

  private func matches(_ text: [String], at start: Int) -> Bool {
    for (offset, word) in words.enumerated() {
      let candidate = text[start + offset]
      let isLast = offset == words.count - 1
      guard candidate == word || (isLast && isOpen && candidate.hasPrefix(word)) else { return false }
    }
    return true
  }
}

/// A text as small words; hyphens and underscores part words, an apostrophe does not.
struct Words: Sendable {
  let list: [String]

  init(_ text: some StringProtocol) {
    list = text.lowercased().replacingOccurrences(of: "\u{2019}", with: "'")
      .split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
  }
}

extension [Phrase] {
  /// The first phrase that occurs in `text`.
  func first(in text: Words) -> Phrase? { first { $0.occurs(in: text) } }
}
