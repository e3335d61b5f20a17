public import Model

/// Files that only their owner may read: keys and vaults.
public enum PrivateFile {
  /// Reads a small text file, and refuses one that others can reach.
  ///
  /// - Throws: `Problem` of code `untrusted` when others than the owner may read or write the file.
  public static func read(_ path: String) throws(Problem) -> String {
    let file = try InputFile(path)
    guard path == "-" || file.mode & 0o077 == 0 else {
      throw Problem(
        .untrusted, path, "others than its owner can reach this key",
        mend: "Run 'chmod 600' on it; if others use this machine, make a new key")
    }
    guard let text = String(validating: try file.readAll(limit: 64 * 1024, subject: path), as: UTF8.self) else {
      throw Problem(.invalidFile, path, "is not a key", mend: "Name a file that holds a key")
    }
    return text
  }

  /// Reads a file of bytes, and refuses one that others can reach, and a symbolic link.
  ///
  /// - Parameters:
  ///   - limit: how many bytes it may have.
  ///   - what: what the file is, for errors.
  /// - Throws: `Problem` of code `untrusted` when others than the owner may read or write the file, or it is a link.
  public static func read(_ path: String, limit: Int, as what: String) throws(Problem) -> [UInt8] {
    guard Paths.status(path)?.kind != .symbolicLink else {
      throw Problem(.untrusted, path, "is a symbolic link, not \(what)", mend: "Name the file itself")
    }
    let file = try InputFile(path, followingLinks: false)
    guard file.mode & 0o077 == 0 else {
      throw Problem(
        .untrusted, path, "others than its owner can reach \(what)", mend: "Run 'chmod 600' on it, and keep it so")
    }
    return try file.readAll(limit: limit, subject: path)
  }

  /// Writes a new file that only its owner can read; a file that exists is never replaced.
  public static func create(_ path: String, _ text: String) throws(Problem) {
    let file = try OutputFile(path)
    let bytes = Array(text.utf8)
    try file.write(bytes.span)
    try file.commit(mode: 0o600)
  }

  /// Writes a file that only its owner can read, in the place of one that exists.
  public static func replace(_ path: String, _ bytes: [UInt8]) throws(Problem) {
    let file = try OutputFile(path, replacing: true)
    try file.write(bytes.span)
    try file.commit(mode: 0o600)
  }
}
