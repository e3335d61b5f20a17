/// A stretch of text whose place is recorded.
package struct Mark: Sendable, Hashable {
  package var offset: Int
  package var length: Int
  /// What was planted; nil for a trap, an innocent look-alike.
  package let label: Label?
}
