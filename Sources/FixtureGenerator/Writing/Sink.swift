public import Foundation

/// Where the bytes of one file go.
public protocol Sink {
  /// Takes the next bytes.
  func write(_ bytes: [UInt8]) throws
  /// Says that no more bytes will come.
  func close() throws
}

/// Where the files of a bundle go.
public protocol Destination {
  /// Begins the file at `path`, which is relative and uses `/`.
  func open(_ path: String) throws -> any Sink
}

/// A file, or a stream such as standard output.
public struct FileSink: Sink {
  private let handle: FileHandle

  /// Writes to an open handle.
  public init(_ handle: FileHandle) { self.handle = handle }

  /// Creates the file `path`, or empties it.
  public init(path: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: url)
    handle = try FileHandle(forWritingTo: url)
  }

  /// Writes the bytes.
  public func write(_ bytes: [UInt8]) throws { try handle.write(contentsOf: Data(bytes)) }

  /// Closes the handle.
  public func close() throws { try handle.close() }
}

/// A folder on disk.
public struct Folder: Destination {
  private let path: String

  /// A folder that is made when the first file is written.
  public init(path: String) { self.path = path }

  /// Creates a file in the folder.
  public func open(_ path: String) throws -> any Sink { try FileSink(path: self.path + "/" + path) }
}
