internal import Foundation

/// A folder on disk.
public struct Folder: Destination {
  private let path: String

  /// A folder that is made when the first file is written.
  ///
  /// One that holds something is refused: files of an earlier run would be in the bundle but not in its truth.
  public init(path: String) throws {
    self.path = path
    let content = try? FileManager.default.contentsOfDirectory(atPath: path)
    guard content ?? [] == [] else { throw OutputError(path: path, reason: "the folder is not empty") }
  }

  /// Creates a file in the folder.
  public func open(_ path: String) throws -> any Sink { try FileSink(path: self.path + "/" + path) }
}
