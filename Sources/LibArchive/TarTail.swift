internal import Files
internal import Model

/// Watches the end of a tar: libarchive takes a tar that was cut between two members for a whole one.
final class TarTail: ByteSource {
  private let source: any ByteSource
  private var last: [UInt8] = []

  init(_ source: any ByteSource) { self.source = source }

  func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    let count = try source.read(into: &buffer)
    if count > 0 { last = Array((last + buffer[max(0, count - 512)..<count]).suffix(512)) }
    return count
  }

  /// Reads what is left, and asks for the block of zeros that ends an archive (POSIX.1-2017, pax, "ustar").
  func requireEnd(_ subject: String) throws(Problem) {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while try read(into: &buffer) > 0 {}
    guard last.allSatisfy({ $0 == 0 }) else {
      throw Problem(
        .damaged, subject, "ends without the mark of its end, or goes on behind it",
        mend: "Make the archive again; it was cut, or something was added to it")
    }
  }
}
