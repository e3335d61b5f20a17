internal import Files
public import Model
public import Redaction

/// A vault on disk: sealed, readable by its owner alone, and never part of what is sent.
///
/// Runs add to it. Each writing reads the file anew under a lock, merges, and replaces it in one step, so that runs at the
/// same time lose nothing of each other and an interrupted one leaves the file as it was. What goes to disk is sealed,
/// the temporary file too.
public final class VaultFile {
  /// A vault is held in memory; this is more than 10 million values need.
  private static let sizeLimit = 4 << 30

  private let path: String
  private let key: PseudonymKey
  /// Takes down the pseudonyms of the run.
  public let recorder = VaultRecorder()

  /// Prepares for a run that adds to the vault at `path`, and finds out now what would keep it from doing so.
  ///
  /// - Parameter files: what the run reads and writes besides, folders among them; the vault is none of it and lies in none
  ///   of it.
  /// - Throws: `Problem` of code `output-conflict`, `missing-file`, `wrong-kind`, or `untrusted` when a vault that is there
  ///   cannot be opened.
  public init(_ path: String, key: PseudonymKey, apartFrom files: [String]) throws(Problem) {
    self.path = path
    self.key = key
    try Self.refuse(path, near: files)
    let folder = Paths.split(path).folder
    guard folder.isEmpty || Paths.status(folder, followingLinks: true)?.kind == .directory else {
      throw Problem(.missingFile, path, "its folder does not exist", mend: "Make the folder first")
    }
    if Paths.exists(path) { _ = try Self.read(path, key: key) }
  }

  /// Opens a vault.
  ///
  /// - Throws: `Problem` of code `missing-file`, `wrong-kind`, or `untrusted` when others can reach the file, it is a
  ///   link, no vault, damaged, or written under another key.
  public static func read(_ path: String, key: PseudonymKey) throws(Problem) -> Vault {
    let bytes = try PrivateFile.read(path, limit: sizeLimit, as: "a vault")
    return try SealedVault.open(bytes, under: key, file: path)
  }

  /// Adds what was taken down to the file.
  ///
  /// - Throws: `Problem` when that cannot be done; the file is then as it was.
  public func save() throws(Problem) {
    let fresh = recorder.vault
    let lock = try FolderLock(folderOf: path)
    defer { lock.release() }
    var vault = Vault()
    let exists = Paths.exists(path)
    if exists { vault = try Self.read(path, key: key) }
    if vault.merge(fresh) || !exists { try PrivateFile.replace(path, try SealedVault.seal(vault, under: key)) }
    recorder.forget()
  }

  private static func refuse(_ path: String, near files: [String]) throws(Problem) {
    guard path != "-" else {
      throw Problem(.usage, "--vault", "a vault is a file, not standard output", mend: "Name a file")
    }
    let identity = Paths.status(path, followingLinks: true)?.identity
    for file in files where file != "-" {
      let other = Paths.status(file, followingLinks: true)
      if Paths.absolute(file) == Paths.absolute(path) || identity != nil && other?.identity == identity {
        throw Problem(.outputConflict, path, "is one of the files this run works on", mend: "Choose another name")
      }
      if Paths.lies(path, in: file), other?.kind == .directory {
        throw Problem(
          .outputConflict, path, "lies inside what is scrubbed or sent",
          mend: "Keep the vault outside of it: it is the way back to every value")
      }
    }
  }
}
