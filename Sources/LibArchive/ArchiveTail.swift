internal import Files
internal import Model

/// Watches the end of an archive that is read front to back.
///
/// libarchive takes a tar that was cut between two members for a whole one, and does not say what follows the end of a
/// cpio.
final class ArchiveTail: ByteSource {
  private let source: any ByteSource
  private let format: ArchiveFormat
  private var last: [UInt8] = []
  private var total = 0
  /// How much may have been read that nobody has looked at: a few of libarchive's blocks.
  private static let size = 256 * 1024

  init(_ source: any ByteSource, _ format: ArchiveFormat) {
    self.source = source
    self.format = format
  }

  func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    let count = try source.read(into: &buffer)
    total += count
    let size = format == .tar ? 512 : Self.size
    if count > 0 { last = Array((last + buffer[max(0, count - size)..<count]).suffix(size)) }
    return count
  }

  /// Reads what is left, and asks for the end that the format has.
  ///
  /// - Parameter read: how many bytes the archive's own end is away from its start.
  func requireEnd(_ subject: String, read: Int) throws(Problem) {
    var isClean =
      format == .tar || last.suffix(max(0, total - read)).allSatisfy { $0 == 0 } && total - read <= last.count
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = try self.read(into: &buffer)
      if count == 0 { break }
      if format != .tar, buffer[..<count].contains(where: { $0 != 0 }) { isClean = false }
    }
    // A tar ends with a block of zeros (POSIX.1-2017, pax, "ustar"); behind the trailer of a cpio nothing but zeros.
    if format == .tar { isClean = last.allSatisfy { $0 == 0 } }
    guard isClean else {
      throw Problem(
        .damaged, subject, "ends without the mark of its end, or goes on behind it",
        mend: "Make the archive again; it was cut, or something was added to it")
    }
  }
}
