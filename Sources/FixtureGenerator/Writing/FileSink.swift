public import Foundation

/// A file, or a stream such as standard output.
public struct FileSink: Sink {
  private let handle: FileHandle

  /// Writes to an open handle.
  public init(_ handle: FileHandle) { self.handle = handle }

  /// Creates the file `path`, or empties it.
  public init(path: String) throws {
    let url = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      if !FileManager.default.fileExists(atPath: path) { try Data().write(to: url) }
      handle = try FileHandle(forWritingTo: url)
    } catch {
      throw OutputError(path: path, reason: error.localizedDescription)
    }
    // Devices and pipes cannot be emptied, and need not be.
    try? handle.truncate(atOffset: 0)
  }

  /// Writes the bytes.
  public func write(_ bytes: [UInt8]) throws { try handle.write(contentsOf: Data(bytes)) }

  /// Closes the handle.
  public func close() throws { try handle.close() }
}
