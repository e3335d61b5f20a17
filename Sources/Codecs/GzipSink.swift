internal import CZlib
public import Files
public import Model

/// Compresses to one gzip member (RFC 1952) without name or time, so that the same content gives the same bytes.
@safe public final class GzipSink: ByteSink {
  private let sink: any ByteSink
  private let stream: UnsafeMutablePointer<z_stream>
  private var output = [UInt8](repeating: 0, count: 64 * 1024)

  /// Writes gzip data to `sink`; `level` is zlib's, 1 to 9.
  public init(_ sink: any ByteSink, level: Int32 = 6) {
    self.sink = sink
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe casegate_deflate_init(stream, level, 15 + 16) == Z_OK else { fatalError("out of memory") }
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Compresses `bytes`.
  public func write(_ bytes: Span<UInt8>) throws(Problem) {
    guard !bytes.isEmpty else { return }
    try deflate(bytes, Z_NO_FLUSH)
  }

  /// Writes what is left and the trailer; nothing may be written after it.
  public func finish() throws(Problem) { try deflate(Span(), Z_FINISH) }

  private func deflate(_ bytes: Span<UInt8>, _ flush: Int32) throws(Problem) {
    // Taken out for the time of the call, because a span of a property would lock the whole object.
    var room: [UInt8] = []
    swap(&room, &output)
    defer { swap(&room, &output) }
    try unsafe bytes.withUnsafeBufferPointer { input throws(Problem) in
      unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress)
      unsafe stream.pointee.avail_in = UInt32(input.count)
      var produced = 0
      repeat {
        let code = unsafe room.withUnsafeMutableBufferPointer { output -> Int32 in
          unsafe stream.pointee.next_out = output.baseAddress
          unsafe stream.pointee.avail_out = UInt32(output.count)
          return unsafe CZlib.deflate(stream, flush)
        }
        guard code != Z_STREAM_ERROR else {
          throw Problem(.internalError, "", "compression failed (zlib code \(code))")
        }
        produced = unsafe room.count - Int(stream.pointee.avail_out)
        try sink.write(room.span.extracting(first: produced))
      } while produced == room.count
    }
  }
}
