internal import Foundation
internal import Model

/// A scrubbed bundle, opened to the last file, by serial number.
struct Unpacked {
  struct File {
    /// The path after the serial number.
    let path: String
    let bytes: [UInt8]
  }

  private(set) var files: [String: File] = [:]
  /// Owners, comments and names in headers of archives, by the archive's serial number.
  private(set) var remarks: [String: String] = [:]

  /// Opens what lies in `folder`.
  init(folder: String) throws(Problem) {
    guard let walk = FileManager.default.enumerator(atPath: folder) else {
      throw Problem(.missingFile, folder, "does not exist")
    }
    for case let path as String in walk {
      // Folders have no contents.
      guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
      open(path, [UInt8](data))
    }
  }

  private mutating func open(_ path: String, _ bytes: [UInt8]) {
    let (serial, rest) = Self.split(path)
    if GzipFormat.isOne(bytes), let (content, names) = GzipFormat.unpacked(bytes) {
      remarks[serial, default: ""] += names
      open(path, content)
    } else if ZipFormat.isOne(bytes), let (members, comments) = ZipFormat.unpacked(bytes) {
      remarks[serial, default: ""] += comments
      for member in members { open(member.path, member.bytes) }
    } else if TarFormat.isOne(bytes) {
      let (members, owners) = TarFormat.unpacked(bytes)
      remarks[serial, default: ""] += owners
      for member in members { open(member.path, member.bytes) }
    } else {
      files[serial] = File(path: rest, bytes: bytes)
    }
  }

  /// A serial number is the first folder that looks like one; the path follows it.
  static func split(_ path: String) -> (serial: String, rest: String) {
    guard let slash = path.firstIndex(of: "/") else { return (path, "") }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
