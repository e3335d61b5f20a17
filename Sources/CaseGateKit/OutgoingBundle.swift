public import Bundles
internal import Files
public import Model

/// A bundle on its way out.
///
/// Where something is done with it after the verdict, it is a private copy: what is verified, what the receipt names, and
/// what is sent are the same bytes, whatever becomes of the original meanwhile.
public final class OutgoingBundle {
  /// Where the bytes are that are verified and sent; gone with this object, unless they are the original.
  public let path: String
  /// What scrubbing it gave; nil when it is taken as it is.
  public let ledger: Ledger?
  /// Whether there is something to send; not so when scrubbing was blocked.
  public var isThere: Bool { ledger?.blocked.isEmpty ?? true }
  private let folder: PrivateFolder?

  /// The file itself: enough for a verdict after which nothing is done with it.
  public init(_ path: String) {
    self.path = path
    ledger = nil
    folder = nil
  }

  /// A private copy of the file at `path`.
  ///
  /// - Throws: `Problem` of code `missing-file`, `wrong-kind` or `input-output`.
  public init(copying path: String) throws(Problem) {
    let file = try InputFile(path)
    let folder = try PrivateFolder(beside: path)
    self.path = try folder.copy(of: file)
    self.folder = folder
    ledger = nil
  }

  /// What `session` makes of the file or folder at `path`; a folder becomes a tar.gz.
  ///
  /// The ledger says whether anything is blocked; then there is nothing at `self.path`, and the gate does not pass.
  public init(scrubbing path: String, with session: Session) throws(Problem) {
    let folder = try PrivateFolder(beside: path)
    let isFolder = Paths.status(path, followingLinks: true)?.kind == .directory
    self.path = folder.path + "/" + (try session.shownName(of: path)) + (isFolder ? ".tar.gz" : "")
    _ = try session.scrub([path], to: self.path)
    self.folder = folder
    ledger = session.ledger
  }

  /// Says before the work begins whether `keep` will find a folder, and nothing in it under the names of `bundles`.
  public static func checkRoom(in folder: String, for bundles: [String]) throws(Problem) {
    guard Paths.status(folder, followingLinks: true)?.kind == .directory else {
      throw Problem(.missingFile, folder, "is not a folder", mend: "Make it first, or name another")
    }
    for bundle in bundles {
      let target = folder + "/" + Paths.split(bundle).name
      guard !Paths.exists(target) else {
        throw Problem(.outputConflict, target, "exists already", mend: "Remove it, or name another folder")
      }
    }
  }

  /// Keeps a copy of the bytes in `folder`, under their own name, which must not be there yet.
  ///
  /// - Throws: `Problem` of code `output-conflict` or `input-output`.
  public func keep(in folder: String) throws(Problem) {
    let file = try InputFile(path)
    let output = try OutputFile(folder + "/" + Paths.split(path).name)
    try output.write(contentOf: file)
    try output.commit(modified: file.modified)
  }
}
