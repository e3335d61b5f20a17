internal import CZlib
internal import Dispatch
internal import Files
internal import Model

/// Compresses with zlib at its usual level, as one member (RFC 1952), block by block, with several threads where there
/// are.
///
/// Each block is deflated with the 32 KB before it as its dictionary, and ends on a byte (`Z_SYNC_FLUSH`), so that blocks
/// can be joined; this is what pigz does. The output does not depend on the number of threads.
final class GzipSink: CompressingSink {
  private static let blockSize = 128 * 1024
  private static let window = 32 * 1024
  /// Method deflate, no name, no time, Unix.
  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

  private let sink: any ByteSink
  private let threads: Int
  private let queue = DispatchQueue(label: "casegate.gzip", qos: .userInitiated, attributes: .concurrent)
  private var block: [UInt8] = []
  /// The end of the block before.
  private var dictionary: [UInt8] = []
  /// Blocks that are being compressed, in order.
  private var waiting: [Job] = []
  private var checksum: UInt = 0
  private var size: UInt32 = 0
  private var hasBegun = false

  private final class Job: @unchecked Sendable {
    let block: [UInt8]
    let dictionary: [UInt8]
    let isLast: Bool
    // Written by the thread that compresses before it signals, read by the owner after it has waited.
    private var output: [UInt8]?
    private let done = DispatchSemaphore(value: 0)

    init(_ block: [UInt8], _ dictionary: [UInt8], isLast: Bool) {
      self.block = block
      self.dictionary = dictionary
      self.isLast = isLast
    }

    func run() {
      output = deflated(block, dictionary, isLast: isLast)
      done.signal()
    }

    func result() throws(Problem) -> [UInt8] {
      done.wait()
      guard let output else { throw Problem(.internalError, "", "compression failed") }
      return output
    }
  }

  init(_ sink: any ByteSink, threads: Int) {
    self.sink = sink
    self.threads = threads
  }

  func write(_ bytes: Span<UInt8>) throws(Problem) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe block.append(contentsOf: bytes)
      checksum = unsafe crc32_z(checksum, bytes.baseAddress, bytes.count)
    }
    size &+= UInt32(truncatingIfNeeded: bytes.count)
    while block.count >= Self.blockSize {
      try compress(Array(block[..<Self.blockSize]), isLast: false)
      block.removeSubrange(..<Self.blockSize)
    }
  }

  func finish() throws(Problem) {
    try compress(block, isLast: true)
    block = []
    while !waiting.isEmpty { try writeFirst() }
    let trailer = [UInt32(checksum), size].flatMap { number in (0..<4).map { UInt8(number >> ($0 * 8) & 0xFF) } }
    try sink.write(trailer.span)
  }

  private func compress(_ block: [UInt8], isLast: Bool) throws(Problem) {
    if !hasBegun {
      let header = Self.header
      try sink.write(header.span)
    }
    hasBegun = true
    let job = Job(block, dictionary, isLast: isLast)
    dictionary = Array(block.suffix(Self.window))
    if threads > 1 { queue.async { job.run() } } else { job.run() }
    waiting.append(job)
    while waiting.count > 2 * (threads - 1) { try writeFirst() }
  }

  private func writeFirst() throws(Problem) {
    let bytes = try waiting.removeFirst().result()
    try sink.write(bytes.span)
  }
}

/// A block as raw deflate data; nil when zlib fails.
private func deflated(_ block: [UInt8], _ dictionary: [UInt8], isLast: Bool) -> [UInt8]? {
  var stream = unsafe z_stream()
  guard unsafe casegate_deflate_init(&stream, 6, -15) == Z_OK else { return nil }
  defer { unsafe deflateEnd(&stream) }
  if !dictionary.isEmpty, unsafe deflateSetDictionary(&stream, dictionary, UInt32(dictionary.count)) != Z_OK {
    return nil
  }
  // The bound is for a stream that ends; a flush adds a few bytes.
  let room = Int(unsafe deflateBound(&stream, UInt(block.count))) + 16
  var isWhole = false
  let output = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
    unsafe block.withUnsafeBufferPointer { input in
      unsafe stream.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress)
      unsafe stream.avail_in = UInt32(input.count)
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = UInt32(room)
      let code = unsafe deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
      isWhole = unsafe code == (isLast ? Z_STREAM_END : Z_OK) && stream.avail_in == 0 && stream.avail_out > 0
      count = unsafe room - Int(stream.avail_out)
    }
  }
  return isWhole ? output : nil
}
