internal import CArchive
public import Files
public import Model

/// Writes an archive, member by member, with nothing in it but what is given: no owners, no attributes, no comments.
@safe public final class ArchiveWriter {
  private let handle: OpaquePointer
  private let drain: Drain
  private let format: ArchiveFormat

  /// Starts an archive that goes to `sink`.
  public init(_ format: ArchiveFormat, to sink: any ByteSink) throws(Problem) {
    guard let handle = unsafe archive_write_new() else { fatalError("out of memory") }
    unsafe self.handle = unsafe handle
    drain = Drain(sink)
    self.format = format.written
    switch format.written {
    case .tar, .iso, .rar, .cab:
      // Plain ustar where that can say it all, pax where it cannot: long names, large files, UTF-8 names.
      try check(unsafe archive_write_set_format_pax_restricted(handle))
      try check(unsafe archive_write_set_bytes_per_block(handle, 10_240))
    case .zip:
      try check(unsafe archive_write_set_format_zip(handle))
      try check(unsafe archive_write_set_bytes_per_block(handle, 0))
    case .cpio:
      try check(unsafe archive_write_set_format_cpio_newc(handle))
      try check(unsafe archive_write_set_bytes_per_block(handle, 512))
    case .sevenZip:
      try check(unsafe archive_write_set_format_7zip(handle))
      // The default level takes twenty times as long as gzip.
      try check(unsafe archive_write_set_options(handle, "7zip:compression=lzma2,7zip:compression-level=3"))
      try check(unsafe archive_write_set_bytes_per_block(handle, 0))
    }
    try check(unsafe archive_write_set_bytes_in_last_block(handle, 1))
    try check(
      unsafe archive_write_open2(
        handle, Unmanaged.passUnretained(drain).toOpaque(), nil,
        { _, data, bytes, count in unsafe Drain.write(data, UnsafeRawBufferPointer(start: bytes, count: count)) },
        nil, nil))
  }

  deinit { unsafe archive_write_free(handle) }

  /// Adds a member whose content is all of `content`, `entry.size` bytes.
  ///
  /// - Throws: `Problem` of code `internal` when the content has another size, because libarchive would cut or fill it.
  public func add(_ entry: ArchiveEntry, content: (any ByteSource)? = nil) throws(Problem) {
    try UTF8Locale.with { () throws(Problem) in try writeHeader(entry) }
    guard let content else { return }
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    var written = 0
    while true {
      let count = try content.read(into: &buffer)
      if count == 0 { break }
      let accepted = unsafe archive_write_data(handle, buffer, count)
      guard accepted == count else { throw failure() }
      written += count
    }
    guard written == entry.size else {
      throw Problem(.internalError, "", "a member was written with another size than announced")
    }
    try check(unsafe archive_write_finish_entry(handle))
  }

  private func writeHeader(_ entry: ArchiveEntry) throws(Problem) {
    // Made anew for each member, so that nothing of another can remain in it.
    guard let header = unsafe archive_entry_new() else { fatalError("out of memory") }
    defer { unsafe archive_entry_free(header) }
    unsafe archive_entry_set_pathname(header, entry.path.terminated)
    switch entry.kind {
    case .file: unsafe archive_entry_set_filetype(header, 0o100000)
    case .directory: unsafe archive_entry_set_filetype(header, 0o040000)
    case .symbolicLink(let target):
      unsafe archive_entry_set_filetype(header, 0o120000)
      unsafe archive_entry_set_symlink(header, target.terminated)
    case .hardLink(let target):
      guard format == .tar else {
        throw Problem(.unscannable, "", "is a hard link, which only a tar can hold", mend: "Choose .tar.gz as output")
      }
      unsafe archive_entry_set_filetype(header, 0o100000)
      unsafe archive_entry_set_hardlink(header, target.terminated)
    case .special: throw Problem(.internalError, "", "a device, pipe or socket cannot be written")
    }
    unsafe archive_entry_set_size(header, Int64(entry.size ?? 0))
    unsafe archive_entry_set_perm(header, mode_t(entry.mode & 0o777))
    unsafe archive_entry_set_mtime(header, time_t(min(max(entry.modified, 0), 1 << 33)), 0)
    try check(unsafe archive_write_header(handle, header))
  }

  /// Writes the end of the archive.
  public func finish() throws(Problem) { try check(unsafe archive_write_close(handle)) }

  private func check(_ code: Int32) throws(Problem) { if code != ARCHIVE_OK { throw failure() } }

  private func failure() -> Problem {
    if let problem = drain.problem { return problem }
    return Problem(
      .internalError, "", "the archive could not be written (libarchive error \(unsafe archive_errno(handle)))")
  }
}

/// What libarchive calls with the bytes of an archive.
private final class Drain {
  private let sink: any ByteSink
  private(set) var problem: Problem? = nil

  init(_ sink: any ByteSink) { self.sink = sink }

  static func write(_ data: UnsafeMutableRawPointer?, _ bytes: UnsafeRawBufferPointer) -> Int {
    guard let data = unsafe data else { return -1 }
    let drain = unsafe Unmanaged<Drain>.fromOpaque(data).takeUnretainedValue()
    do throws(Problem) {
      try drain.sink.write(unsafe bytes.bindMemory(to: UInt8.self).span)
      return bytes.count
    } catch {
      drain.problem = error
      return -1
    }
  }
}

extension [UInt8] {
  /// The bytes as C takes a string.
  fileprivate var terminated: [CChar] { map { CChar(bitPattern: $0) } + [0] }
}
