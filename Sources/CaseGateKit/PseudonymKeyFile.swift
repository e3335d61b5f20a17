internal import Files
public import Model
public import Redaction

/// Where pseudonym keys meet the disk: only their owner may read them.
public enum PseudonymKeyFile {
  /// Reads a key.
  ///
  /// - Throws: `Problem` of code `untrusted` when others may read the file, or it holds no key.
  public static func read(_ path: String) throws(Problem) -> PseudonymKey {
    try PseudonymKey(text: try PrivateFile.read(path), file: path)
  }

  /// Makes a new key in a file that must not exist.
  public static func create(_ path: String) throws(Problem) -> PseudonymKey {
    let key = PseudonymKey.ephemeral()
    try PrivateFile.create(path, key.text)
    return key
  }
}
