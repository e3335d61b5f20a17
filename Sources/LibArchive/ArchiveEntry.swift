/// What an archive says of one of its members.
public struct ArchiveEntry: Sendable, Hashable {
  /// What a member is.
  public enum Kind: Sendable, Hashable {
    /// A file with content.
    case file
    /// A folder.
    case directory
    /// A link by path; the target as it is written.
    case symbolicLink([UInt8])
    /// Another name of an earlier member.
    case hardLink([UInt8])
    /// A device, a pipe or a socket.
    case special
  }

  /// The path, as bytes; names are not always UTF-8.
  public let path: [UInt8]
  /// What it is.
  public let kind: Kind
  /// The size of the content in bytes; nil when the archive does not say.
  public let size: Int?
  /// The permission bits.
  public let mode: UInt32
  /// Seconds since 1970 of the last change.
  public let modified: Int

  /// What else the archive says of it, and what is not written again.
  public let metadata: Set<Metadata>

  /// What an archive may say of a member beside its name, its kind, its permissions and the time of its last change.
  public enum Metadata: String, Sendable, CaseIterable {
    /// Names or numbers of the user and the group.
    case owner
    /// Lists of who may do what.
    case accessLists = "access-lists"
    /// Extended attributes.
    case attributes
    /// Flags of the file system.
    case flags
    /// Times of creation and of the last access.
    case times
  }

  /// Describes a member.
  public init(
    path: [UInt8], kind: Kind, size: Int?, mode: UInt32, modified: Int, metadata: Set<Metadata> = []
  ) {
    self.metadata = metadata
    self.path = path
    self.kind = kind
    self.size = size
    self.mode = mode
    self.modified = modified
  }
}

/// The containers that are read, and of which most are written.
public enum ArchiveFormat: Sendable, Hashable {
  /// POSIX tar, with the extensions of GNU and pax.
  case tar
  /// cpio, in the ASCII forms; written as "newc".
  case cpio
  /// Zip; it must be read by seeking, because its directory stands at the end.
  case zip
  /// 7z; read by seeking too.
  case sevenZip
  /// A disc image (ISO 9660, with Rock Ridge and Joliet); it is only read.
  case iso
  /// RAR 4 and 5; it is only read.
  case rar
  /// A cabinet; it is only read.
  case cab

  /// Whether it is read by seeking, and not front to back.
  public var isSeekable: Bool { self != .tar && self != .cpio }

  /// What it is written as: a tar for what is only read.
  public var written: ArchiveFormat {
    switch self {
    case .tar, .cpio, .zip, .sevenZip: self
    case .iso, .rar, .cab: .tar
    }
  }
}
