internal import Files
public import Model

/// Where signing keys meet the disk: a private key is only ever written for, and read from, its owner.
public enum KeyFile {
  /// Writes `key` into a new file that only its owner can read; a file that exists is never replaced.
  public static func create(_ key: SigningKey, at path: String) throws(Problem) {
    try PrivateFile.create(path, key.pem)
  }

  /// Reads the private key in the file at `path`; a file that others can read is refused.
  public static func readSigningKey(at path: String) throws(Problem) -> SigningKey {
    try SigningKey(pem: try PrivateFile.read(path), subject: path)
  }

  /// Reads the public key in the file at `path`.
  public static func readVerifyingKey(at path: String) throws(Problem) -> VerifyingKey {
    try VerifyingKey(pem: try InputFile.text(path, limit: 64 * 1024), subject: path)
  }
}
