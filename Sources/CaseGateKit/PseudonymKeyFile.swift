internal import Files
public import Model
public import Redaction

/// Pseudonym keys on disk: only their owner may read them.
public enum PseudonymKeyFile {
  /// Reads a key.
  ///
  /// - Throws: `Problem` of code `untrusted` when others may read the file, or it holds no key.
  public static func read(_ path: String) throws(Problem) -> PseudonymKey {
    let file = try InputFile(path)
    guard path == "-" || file.mode & 0o077 == 0 else {
      throw Problem(.untrusted, path, "can be read by others", mend: "Run 'chmod 600 \(path)'")
    }
    let bytes = try file.readAll(limit: 64 * 1024, subject: path)
    return try PseudonymKey(text: String(decoding: bytes, as: UTF8.self), file: path)
  }

  /// Makes a new key in a file that must not exist.
  public static func create(_ path: String) throws(Problem) -> PseudonymKey {
    let key = PseudonymKey.ephemeral()
    let file = try OutputFile(path)
    let text = Array(key.text.utf8)
    try file.write(text.span)
    try file.commit(mode: 0o600)
    return key
  }
}
