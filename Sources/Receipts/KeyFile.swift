internal import Foundation
public import Model

/// Where keys meet the disk: a private key is only ever written for, and read from, its owner.
public enum KeyFile {
  private static let largest = 1 << 16

  /// Writes `key` into a new file that only its owner can read; a file that exists is never replaced.
  public static func create(_ key: SigningKey, at path: String) throws(Problem) {
    // `O_EXCL` refuses links too, and the mode holds from the first moment on: no other user can get hold of the file
    // before it is closed to them. `unsafe`: the C function borrows the path for the call.
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST {
        throw Problem(
          .outputConflict, path, "the file exists already", mend: "Choose another name; a key is never overwritten")
      }
      throw systemProblem(path, "the key file cannot be created")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: Data(key.pem.utf8))
      try file.synchronize()
      try file.close()
    } catch {
      // Half a key must not be taken for one.
      try? FileManager.default.removeItem(atPath: path)
      throw Problem(.inputOutput, path, "the key file cannot be written", mend: "Look for free space on the disk")
    }
  }

  /// Reads the private key in the file at `path`; a file that others can read is refused.
  public static func readSigningKey(at path: String) throws(Problem) -> SigningKey {
    try SigningKey(pem: try read(path, isSecret: true), subject: path)
  }

  /// Reads the public key in the file at `path`.
  public static func readVerifyingKey(at path: String) throws(Problem) -> VerifyingKey {
    try VerifyingKey(pem: try read(path, isSecret: false), subject: path)
  }

  private static func read(_ path: String, isSecret: Bool) throws(Problem) -> String {
    // Without `O_NONBLOCK`, opening a pipe would wait for a writer that may never come.
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT {
        throw Problem(
          .missingFile, path, "the key file does not exist", mend: "Make a key with `casegate key new --output FILE`")
      }
      throw systemProblem(path, "the key file cannot be opened")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    // The open file is asked, not the path, which may name another file by now.
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw systemProblem(path, "the key file cannot be read") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Problem(.wrongKind, path, "the key is not in a regular file", mend: "Name a file that holds the key")
    }
    if isSecret, status.st_mode & 0o077 != 0 {
      throw Problem(
        .untrusted, path, "others than the owner can reach the private key",
        mend: "Run `chmod 600` on the file; if others use this machine, make a new key")
    }
    guard let data = try? file.read(upToCount: largest + 1) else {
      throw Problem(.invalidFile, path, "the key file is empty", mend: "Name a file that holds a key")
    }
    guard data.count <= largest, let text = String(validating: data, as: UTF8.self) else {
      throw Problem(.invalidFile, path, "the file is not a PEM file", mend: "Name a file that holds a key")
    }
    return text
  }

  private static func systemProblem(_ path: String, _ what: String) -> Problem {
    // `unsafe`: the C text is copied at once.
    let why = unsafe String(cString: strerror(errno))
    return Problem(.inputOutput, path, "\(what): \(why)", mend: "Check the folder and its permissions")
  }
}
