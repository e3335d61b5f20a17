internal import CZlib
public import Files
public import Model

/// The content of gzip data (RFC 1952), all members one after the other.
///
/// zlib compares each member's checksum and length; anything but a clean end is a `Problem` of code `damaged`.
@safe public final class GunzipSource: ByteSource {
  private let source: any ByteSource
  private let subject: String
  private let stream: UnsafeMutablePointer<z_stream>
  private var input = [UInt8](repeating: 0, count: 64 * 1024)
  private var position = 0
  private var available = 0
  private var state = State.inMember

  private enum State { case inMember, betweenMembers, finished }

  /// Reads gzip data from `source`; `subject` names it in errors.
  public init(_ source: any ByteSource, subject: String) {
    self.source = source
    self.subject = subject
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 15 bits of window, plus 16 for a gzip header and trailer.
    guard unsafe casegate_inflate_init(stream, 15 + 16) == Z_OK else { fatalError("out of memory") }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Fills the start of `buffer` with content.
  public func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    while state != .finished {
      if position == available {
        available = try source.read(into: &input)
        position = 0
        if available == 0 {
          guard state == .betweenMembers else { throw damaged("ends in the middle of its data") }
          state = .finished
          return 0
        }
      }
      if state == .betweenMembers, try !startMember() { continue }
      let produced = try inflate(into: &buffer)
      if produced > 0 { return produced }
    }
    return 0
  }

  /// Starts the next member, if one follows; zeros that fill up a block of tape are skipped.
  private func startMember() throws(Problem) -> Bool {
    while position < available, input[position] == 0 { position += 1 }
    if position == available { return false }
    guard input[position] == 0x1F else { throw damaged("is followed by data that is not gzip") }
    guard unsafe inflateReset(stream) == Z_OK else { throw damaged("cannot be continued") }
    state = .inMember
    return true
  }

  private func inflate(into buffer: inout [UInt8]) throws(Problem) -> Int {
    let (code, consumed, produced) = unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe buffer.withUnsafeMutableBufferPointer { output -> (Int32, Int, Int) in
        unsafe stream.pointee.next_in = input.baseAddress.map { unsafe $0 + position }
        unsafe stream.pointee.avail_in = UInt32(available - position)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(output.count)
        let code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        return unsafe (
          code, available - position - Int(stream.pointee.avail_in), output.count - Int(stream.pointee.avail_out)
        )
      }
    }
    position += consumed
    switch code {
    case Z_OK, Z_BUF_ERROR: return produced
    case Z_STREAM_END:
      state = .betweenMembers
      return produced
    case Z_NEED_DICT, Z_DATA_ERROR: throw damaged("breaks the gzip format or its own checksum")
    default: throw Problem(.internalError, subject, "could not be decompressed (zlib code \(code))")
    }
  }

  private func damaged(_ reason: String) -> Problem {
    Problem(.damaged, subject, reason, mend: "Make the file again from the original, or copy it again in binary mode")
  }
}
