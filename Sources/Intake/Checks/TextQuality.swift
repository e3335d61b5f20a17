/// Whether a text says something.
enum TextQuality: Sendable {
  case missing
  /// Nothing but what a form says by itself.
  case template
  /// Text of a form is left in a text that says more.
  case leftover(String)
  /// Too few words.
  case thin(words: Int, least: Int)
  case substantial(words: Int)

  /// Judges the text of `field`.
  ///
  /// - Parameter key: the field's name under `least_words` of the policy.
  init(_ field: Field<String>, _ key: String, _ wording: Wording) {
    guard let text = field.value else {
      self = .missing
      return
    }
    let words = Words(text)
    let isPlaceholder = text.trimmingOuterSpace.hasPrefix("<") && text.trimmingOuterSpace.hasSuffix(">")
    let least = wording.leastWords[key] ?? 1
    if words.list.isEmpty || isPlaceholder {
      self = .template
    } else if wording.template.first(in: words) != nil, words.list.count < least {
      self = .template
    } else if let phrase = wording.leftover.first(in: words) {
      self = .leftover(phrase.text)
    } else if words.list.count < least {
      self = .thin(words: words.list.count, least: least)
    } else {
      self = .substantial(words: words.list.count)
    }
  }

  /// Whether the vendor can do anything with it.
  var isUsable: Bool {
    switch self {
    case .missing, .template: false
    case .leftover, .thin, .substantial: true
    }
  }
}
