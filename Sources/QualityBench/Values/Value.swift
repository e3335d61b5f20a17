internal import Model

/// A value that a scrubbed bundle must no longer hold; put into a `Text`, it is recorded as planted.
struct Value: Sendable, Hashable {
  let text: String
  let category: Category

  init(_ text: String, _ category: Category) {
    self.text = text
    self.category = category
  }

  var upper: Value { Value(text.uppercased(), category) }
}

/// What looks like personal data, and must stay as it is.
struct Trap: Sendable, Hashable {
  let text: String
  /// What it is, for the report: `uuid`, `version`.
  let kind: String

  init(_ text: String, _ kind: String) {
    self.text = text
    self.kind = kind
  }
}
