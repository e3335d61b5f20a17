internal import CBzip2

/// libbz2, which compares the checksum of each block and of the whole.
@safe final class Bzip2Decoder: Decoder {
  private let stream: UnsafeMutablePointer<bz_stream>

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: bz_stream())
    guard unsafe BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK else { fatalError("out of memory") }
  }

  deinit {
    unsafe BZ2_bzDecompressEnd(stream)
    unsafe stream.deallocate()
  }

  func restart() -> Bool {
    unsafe BZ2_bzDecompressEnd(stream)
    unsafe stream.initialize(to: bz_stream())
    return unsafe BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK
  }

  func step(_ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>) -> DecoderStep {
    unsafe stream.pointee.next_in = unsafe input.baseAddress.map {
      unsafe UnsafeMutableRawPointer(mutating: $0).assumingMemoryBound(to: CChar.self)
    }
    unsafe stream.pointee.avail_in = UInt32(input.count)
    unsafe stream.pointee.next_out = unsafe output.baseAddress.map {
      unsafe UnsafeMutableRawPointer($0).assumingMemoryBound(to: CChar.self)
    }
    unsafe stream.pointee.avail_out = UInt32(output.count)
    let state: DecoderStep.State =
      switch unsafe BZ2_bzDecompress(stream) {
      case BZ_OK: .inMember
      case BZ_STREAM_END: .atEnd
      default: .broken
      }
    return unsafe DecoderStep(
      state: state, consumed: input.count - Int(stream.pointee.avail_in),
      produced: output.count - Int(stream.pointee.avail_out))
  }
}

/// libbz2 with its largest blocks, as the program uses them.
@safe final class Bzip2Encoder: Encoder {
  private let stream: UnsafeMutablePointer<bz_stream>
  let room = 64 * 1024

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: bz_stream())
    guard unsafe BZ2_bzCompressInit(stream, 9, 0, 0) == BZ_OK else { fatalError("out of memory") }
  }

  deinit {
    unsafe BZ2_bzCompressEnd(stream)
    unsafe stream.deallocate()
  }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> EncoderStep? {
    // A run without input is an error to libbz2.
    if !isLast, input.isEmpty { return EncoderStep(consumed: 0, produced: 0, isDone: true) }
    unsafe stream.pointee.next_in = unsafe input.baseAddress.map {
      unsafe UnsafeMutableRawPointer(mutating: $0).assumingMemoryBound(to: CChar.self)
    }
    unsafe stream.pointee.avail_in = UInt32(input.count)
    unsafe stream.pointee.next_out = unsafe output.baseAddress.map {
      unsafe UnsafeMutableRawPointer($0).assumingMemoryBound(to: CChar.self)
    }
    unsafe stream.pointee.avail_out = UInt32(output.count)
    let code = unsafe BZ2_bzCompress(stream, isLast ? BZ_FINISH : BZ_RUN)
    guard [BZ_RUN_OK, BZ_FINISH_OK, BZ_STREAM_END].contains(code) else { return nil }
    let consumed = unsafe input.count - Int(stream.pointee.avail_in)
    return unsafe EncoderStep(
      consumed: consumed, produced: output.count - Int(stream.pointee.avail_out),
      isDone: isLast ? code == BZ_STREAM_END : consumed == input.count)
  }
}
