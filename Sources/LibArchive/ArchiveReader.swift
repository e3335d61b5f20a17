internal import CArchive
public import Files
public import Model

/// Reads the members of one archive, strictly: only the format asked for, and nothing but a clean result is accepted.
///
/// Decompression is not done here: libarchive never compares a gzip checksum, and guesses filters from content.
@safe public final class ArchiveReader {
  private let handle: OpaquePointer
  private let header: OpaquePointer
  private let feed: Feed
  private let subject: String
  private let format: ArchiveFormat
  private var remaining: Int? = nil
  private var tail: ArchiveTail? = nil
  private var members = 0
  /// What the audit of a zip found; nil for other formats.
  public let zipAudit: ZipAudit?
  /// Kinds of metadata of the archive as a whole that are not written again.
  public var metadata: [String] {
    guard let zipAudit else { return [] }
    return (zipAudit.comments > 0 ? ["comments"] : []) + (zipAudit.extraFields > 0 ? ["extra-fields"] : [])
  }

  /// Reads a tar or cpio from `source`, front to back.
  public convenience init(_ format: ArchiveFormat, from source: any ByteSource, subject: String) throws(Problem) {
    precondition(!format.isSeekable, "this format is read by seeking")
    let tail = ArchiveTail(source, format)
    try self.init(format, Feed(tail), subject, nil)
    self.tail = tail
  }

  /// Reads an archive by seeking, such as a zip by its directory; a zip after an audit of its structure.
  public convenience init(_ format: ArchiveFormat, in bytes: any RandomAccess, subject: String) throws(Problem) {
    try self.init(format, Feed(bytes), subject, format == .zip ? try ZipAudit(bytes, subject: subject) : nil)
  }

  private init(
    _ format: ArchiveFormat, _ feed: Feed, _ subject: String, _ audit: ZipAudit?
  ) throws(Problem) {
    guard let handle = unsafe archive_read_new(), let header = unsafe archive_entry_new() else {
      fatalError("out of memory")
    }
    unsafe self.handle = unsafe handle
    unsafe self.header = unsafe header
    self.feed = feed
    self.subject = subject
    self.format = format
    zipAudit = audit
    if isEmptyZip { return }
    try UTF8Locale.with { () throws(Problem) in
      switch format {
      case .tar:
        try check(unsafe archive_read_support_format_tar(handle))
        try check(unsafe archive_read_set_options(handle, "tar:!mac-ext,read_concatenated_archives"))
      case .zip:
        try check(unsafe archive_read_support_format_zip_seekable(handle))
        try check(unsafe archive_read_set_options(handle, "zip:!mac-ext"))
      case .cpio: try check(unsafe archive_read_support_format_cpio(handle))
      case .sevenZip: try check(unsafe archive_read_support_format_7zip(handle))
      case .iso: try check(unsafe archive_read_support_format_iso9660(handle))
      case .rar:
        try check(unsafe archive_read_support_format_rar(handle))
        try check(unsafe archive_read_support_format_rar5(handle))
      case .cab: try check(unsafe archive_read_support_format_cab(handle))
      }
      unsafe feed.attach(to: handle)
      try check(unsafe archive_read_open1(handle))
    }
  }

  /// A zip without members is an end record alone, which libarchive does not recognise.
  private var isEmptyZip: Bool { zipAudit?.entries == 0 }

  deinit {
    unsafe archive_entry_free(header)
    unsafe archive_read_free(handle)
  }

  /// The next member; nil at the end.
  ///
  /// - Throws: `Problem` of code `damaged`, or `unscannable` for an encrypted member or one without a name.
  public func next() throws(Problem) -> ArchiveEntry? {
    if isEmptyZip { return nil }
    let isEnd = try UTF8Locale.with { () throws(Problem) -> Bool in
      switch unsafe archive_read_next_header2(handle, header) {
      case ARCHIVE_EOF: return true
      case ARCHIVE_OK, ARCHIVE_WARN: return false
      default: throw damaged()
      }
    }
    if isEnd {
      try tail?.requireEnd(subject, read: Int(unsafe archive_filter_bytes(handle, 0)))
      guard zipAudit.map({ $0.entries == members }) ?? true else {
        throw Problem(
          .damaged, subject, "gives another number of members than its directory lists",
          mend: "Make the archive again from its files")
      }
      return nil
    }
    members += 1
    if unsafe archive_entry_is_encrypted(header) != 0 {
      throw Problem(
        .unscannable, subject, "holds an encrypted member", mend: "Pack it again without a password")
    }
    let entry = try UTF8Locale.with { () throws(Problem) -> ArchiveEntry in try describe() }
    // In a disc image, that is the size of its list of members.
    guard entry.kind != .directory || entry.size ?? 0 == 0 || format == .iso else {
      throw Problem(.damaged, subject, "has a folder with content", mend: "Make the archive again from its files")
    }
    remaining = entry.kind == .file ? entry.size : nil
    return entry
  }

  private func describe() throws(Problem) -> ArchiveEntry {
    guard let path = unsafe Self.bytes(archive_entry_pathname(header)), !path.isEmpty else {
      throw Problem(.unscannable, subject, "holds a member whose name cannot be read", mend: "Rename it and pack again")
    }
    let kind: ArchiveEntry.Kind
    if let target = unsafe Self.bytes(archive_entry_hardlink(header)) {
      // The content of a cpio's hard links stands with the last of them, which libarchive calls a link without content.
      guard unsafe archive_entry_size(header) == 0 else {
        throw Problem(
          .unscannable, subject, "holds a hard link with content of its own",
          mend: "Pack it again as .tar.gz or .zip")
      }
      kind = .hardLink(target)
    } else {
      switch unsafe UInt32(archive_entry_filetype(header)) {
      case 0o100000: kind = .file
      case 0o040000: kind = .directory
      case 0o120000: kind = .symbolicLink(unsafe Self.bytes(archive_entry_symlink(header)) ?? [])
      default: kind = .special
      }
    }
    return unsafe ArchiveEntry(
      path: path, kind: kind,
      size: archive_entry_size_is_set(header) != 0 ? Int(archive_entry_size(header)) : nil,
      mode: UInt32(archive_entry_perm(header)), modified: Int(archive_entry_mtime(header)), metadata: memberMetadata)
  }

  /// What the header holds beside what is written again.
  private var memberMetadata: Set<ArchiveEntry.Metadata> {
    func isName(_ text: UnsafePointer<CChar>?) -> Bool {
      let name = unsafe Self.bytes(text) ?? []
      return !name.isEmpty && name != Array("root".utf8)
    }
    var found: Set<ArchiveEntry.Metadata> = []
    let hasNumber = unsafe archive_entry_uid(header) != 0 || archive_entry_gid(header) != 0
    if unsafe hasNumber || isName(archive_entry_uname(header)) || isName(archive_entry_gname(header)) {
      found.insert(.owner)
    }
    if unsafe archive_entry_acl_types(header) != 0 { found.insert(.accessLists) }
    if unsafe archive_entry_xattr_count(header) > 0 { found.insert(.attributes) }
    if unsafe isName(archive_entry_fflags_text(header)) { found.insert(.flags) }
    // For a zip, libarchive gives times that the archive does not have.
    if zipAudit == nil, unsafe archive_entry_atime_is_set(header) != 0 || archive_entry_birthtime_is_set(header) != 0 {
      found.insert(.times)
    }
    return found
  }

  /// Reads the content of the member that `next` gave last.
  fileprivate func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    let count = unsafe archive_read_data(handle, &buffer, buffer.count)
    guard count >= 0 else { throw damaged() }
    if let expected = remaining {
      guard count <= expected, count > 0 || expected == 0 else {
        throw Problem(.damaged, subject, "holds a member of another size than it announces")
      }
      remaining = expected - count
    }
    return count
  }

  /// The content of the current member.
  public var content: any ByteSource { Content(self) }

  private final class Content: ByteSource {
    private let reader: ArchiveReader
    init(_ reader: ArchiveReader) { self.reader = reader }
    func read(into buffer: inout [UInt8]) throws(Problem) -> Int { try reader.read(into: &buffer) }
  }

  private func check(_ code: Int32) throws(Problem) {
    guard code == ARCHIVE_OK else { throw damaged() }
  }

  /// The problem behind a code that is not OK: what the source threw, else libarchive's own words.
  private func damaged() -> Problem {
    if let problem = feed.problem { return problem }
    let text = unsafe archive_error_string(handle).map { unsafe String(cString: $0) } ?? "no reason given"
    let lower = text.lowercased()
    if lower.contains("encrypt") || lower.contains("passphrase") || lower.contains("password") {
      return Problem(.unscannable, subject, "holds an encrypted member", mend: "Pack it again without a password")
    }
    // libarchive quotes member names in some messages; a name may hold personal data.
    let safe = text.contains("'") || text.contains("\"") || text.contains("/") ? "the archive cannot be read" : text
    return Problem(
      .damaged, subject, "is damaged or not a valid archive: \(safe)", mend: "Make the archive again from its files")
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8]? {
    unsafe text.map { text in
      unsafe UnsafeBufferPointer(start: text, count: stringLength(text)).map { UInt8(bitPattern: $0) }
    }
  }

  private static func stringLength(_ text: UnsafePointer<CChar>) -> Int {
    var length = 0
    while unsafe text[length] != 0 { length += 1 }
    return length
  }
}
