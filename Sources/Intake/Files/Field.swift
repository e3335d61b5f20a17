/// Where a value stands in a file, or where an absent one belongs.
public struct Place: Sendable, Hashable {
  /// The file as the user named it.
  public let file: String
  /// The way from the root, such as `case.telephone.called_at`.
  public let path: String
  /// The line of the value; for an absent value, the line of the mapping it belongs to.
  public let line: Int
  /// The column of the value; nil where it is not known, and for an absent value.
  public let column: Int?

  /// Makes a place.
  public init(file: String, path: String, line: Int, column: Int? = nil) {
    self.file = file
    self.path = path
    self.line = line
    self.column = column
  }
}

/// One key of a file: its value, or the knowledge that it is absent, and its place either way.
///
/// Absent is a state of its own. No default stands in for it, so that a check can say "cannot verify".
public struct Field<Value: Sendable>: Sendable {
  /// The value; nil when the key is absent, null, or text that is blank.
  public let value: Value?
  /// Where it stands, or belongs.
  public let place: Place

  /// Makes a field.
  public init(_ value: Value?, _ place: Place) {
    self.value = value
    self.place = place
  }
}
