/// What replacements look like.
public enum Style: String, Sendable, Hashable, CaseIterable {
  /// A value of the same type that is visibly fake.
  case shape
  /// The category and a code: `<phone:k7q3vdx2mn>`.
  case token
  /// Asterisks.
  case mask
}
