public import Model

/// What replacements look like.
public enum Style: String, Sendable, Hashable, CaseIterable {
  /// A value of the same type that is visibly fake.
  case shape
  /// The category and a code: `<phone:k7q3vdx2mn>`.
  case token
  /// Asterisks.
  case mask

  /// What the style does to a value.
  public var action: Action {
    switch self {
    case .shape: .shape
    case .token: .token
    case .mask: .mask(.hide)
    }
  }
}

extension Category {
  /// Whether a value is told apart by trying all there are, or by reading it, so that no pseudonym hides it.
  public var isTooSmall: Bool {
    switch self {
    case .cvv, .pin, .digits, .birthDate, .content: true
    default: false
    }
  }
}
