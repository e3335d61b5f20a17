/// A place that cannot be written to.
public struct OutputError: Error, CustomStringConvertible {
  /// The file or folder.
  public let path: String
  /// What speaks against it.
  public let reason: String

  /// One sentence for people.
  public var description: String { "cannot write to \(path): \(reason)" }
}
