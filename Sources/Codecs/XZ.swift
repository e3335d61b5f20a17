internal import CLzma

/// liblzma, which compares the checks of blocks and index, under a limit of memory.
@safe final class XZDecoder: Decoder {
  private let stream: UnsafeMutablePointer<lzma_stream>
  /// `xz -9` needs 65 MiB.
  private static let memory: UInt64 = 128 << 20

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: lzma_stream())
    guard unsafe lzma_stream_decoder(stream, Self.memory, 0) == LZMA_OK else { fatalError("out of memory") }
  }

  deinit {
    unsafe lzma_end(stream)
    unsafe stream.deallocate()
  }

  func restart() -> Bool { unsafe lzma_stream_decoder(stream, Self.memory, 0) == LZMA_OK }

  func step(_ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>) -> DecoderStep {
    unsafe stream.pointee.next_in = input.baseAddress
    unsafe stream.pointee.avail_in = input.count
    unsafe stream.pointee.next_out = output.baseAddress
    unsafe stream.pointee.avail_out = output.count
    let state: DecoderStep.State =
      switch unsafe lzma_code(stream, LZMA_RUN) {
      case LZMA_OK, LZMA_BUF_ERROR: .inMember
      case LZMA_STREAM_END: .atEnd
      case LZMA_MEMLIMIT_ERROR, LZMA_MEM_ERROR: .tooLarge
      default: .broken
      }
    return unsafe DecoderStep(
      state: state, consumed: input.count - stream.pointee.avail_in, produced: output.count - stream.pointee.avail_out)
  }
}

/// liblzma at its usual level, with the check that the program adds.
@safe final class XZEncoder: Encoder {
  private let stream: UnsafeMutablePointer<lzma_stream>
  let room = 64 * 1024

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: lzma_stream())
    guard unsafe lzma_easy_encoder(stream, 6, LZMA_CHECK_CRC64) == LZMA_OK else { fatalError("out of memory") }
  }

  deinit {
    unsafe lzma_end(stream)
    unsafe stream.deallocate()
  }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> EncoderStep? {
    unsafe stream.pointee.next_in = input.baseAddress
    unsafe stream.pointee.avail_in = input.count
    unsafe stream.pointee.next_out = output.baseAddress
    unsafe stream.pointee.avail_out = output.count
    let code = unsafe lzma_code(stream, isLast ? LZMA_FINISH : LZMA_RUN)
    guard code == LZMA_OK || code == LZMA_STREAM_END || code == LZMA_BUF_ERROR else { return nil }
    let left = unsafe stream.pointee.avail_out
    return unsafe EncoderStep(
      consumed: input.count - stream.pointee.avail_in, produced: output.count - left,
      isDone: isLast ? code == LZMA_STREAM_END : left > 0)
  }
}
