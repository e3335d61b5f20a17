internal import CLZ4

/// liblz4's frames; checksums are compared where there are any.
@safe final class LZ4Decoder: Decoder {
  private var context: OpaquePointer?

  init() {
    guard unsafe LZ4F_isError(LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))) == 0 else {
      fatalError("out of memory")
    }
  }

  deinit { unsafe LZ4F_freeDecompressionContext(context) }

  func restart() -> Bool {
    unsafe LZ4F_resetDecompressionContext(context)
    return true
  }

  func step(_ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>) -> DecoderStep {
    var consumed = input.count
    var produced = output.count
    let code = unsafe LZ4F_decompress(context, output.baseAddress, &produced, input.baseAddress, &consumed, nil)
    if LZ4F_isError(code) != 0 { return DecoderStep(state: .broken) }
    return DecoderStep(state: code == 0 ? .atEnd : .inMember, consumed: consumed, produced: produced)
  }
}

/// liblz4's frames with a checksum of the content.
@safe final class LZ4Encoder: Encoder {
  private var context: OpaquePointer?
  private var preferences = LZ4F_preferences_t()
  private var hasBegun = false
  /// How much is compressed at once.
  private static let piece = 64 * 1024
  let room: Int

  init() {
    guard unsafe LZ4F_isError(LZ4F_createCompressionContext(&context, UInt32(LZ4F_VERSION))) == 0 else {
      fatalError("out of memory")
    }
    preferences.frameInfo.contentChecksumFlag = LZ4F_contentChecksumEnabled
    // What one piece may need, and the header of the frame, which is at most 19 bytes long.
    room = unsafe LZ4F_compressBound(Self.piece, &preferences) + 32
  }

  deinit { unsafe LZ4F_freeCompressionContext(context) }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> EncoderStep? {
    if !hasBegun {
      let code = unsafe LZ4F_compressBegin(context, output.baseAddress, output.count, &preferences)
      guard LZ4F_isError(code) == 0 else { return nil }
      hasBegun = true
      return EncoderStep(consumed: 0, produced: code, isDone: false)
    }
    let count = min(input.count, Self.piece)
    let code =
      unsafe count == 0 && isLast
      ? LZ4F_compressEnd(context, output.baseAddress, output.count, nil)
      : LZ4F_compressUpdate(context, output.baseAddress, output.count, input.baseAddress, count, nil)
    guard LZ4F_isError(code) == 0 else { return nil }
    return EncoderStep(consumed: count, produced: code, isDone: isLast ? count == 0 : count == input.count)
  }
}
