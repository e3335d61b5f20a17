/// A stretch of text whose place is recorded.
struct Mark: Sendable, Hashable {
  var offset: Int
  var length: Int
  /// What was planted; nil for a trap, an innocent look-alike.
  let label: Label?
}
