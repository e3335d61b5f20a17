public import Foundation

/// A folder that lives as long as the test that made it.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Makes an empty folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "casegate-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      // Nothing depends on it: the system empties its temporary folder.
    }
  }

  /// The path of `name` in the folder.
  public func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

  /// Writes a file, and the folders above it.
  @discardableResult
  public func write(_ name: String, _ content: some Sequence<UInt8>) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content).write(to: file)
    return file.path(percentEncoded: false)
  }

  /// Writes a text file.
  @discardableResult
  public func write(_ name: String, text: String) throws -> String { try write(name, Array(text.utf8)) }

  /// Reads a file.
  public func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: name))) }

  /// Reads a file as text.
  public func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

  /// Whether there is anything of this name.
  public func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The names in the folder, hidden ones too.
  public func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false)).sorted()
  }
}
