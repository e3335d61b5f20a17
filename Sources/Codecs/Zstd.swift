internal import CZstd

/// libzstd, which compares checksums where there are any; windows of more than 128 MiB are refused.
@safe final class ZstdDecoder: Decoder {
  private let context: OpaquePointer

  init() {
    guard let context = unsafe ZSTD_createDCtx() else { fatalError("out of memory") }
    unsafe self.context = unsafe context
    unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 27)
  }

  deinit { unsafe ZSTD_freeDCtx(context) }

  func restart() -> Bool { unsafe ZSTD_isError(ZSTD_DCtx_reset(context, ZSTD_reset_session_only)) == 0 }

  func step(_ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>) -> DecoderStep {
    var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let code = unsafe ZSTD_decompressStream(context, &target, &source)
    var state = DecoderStep.State.inMember
    if ZSTD_isError(code) != 0 {
      let error = ZSTD_getErrorCode(code)
      state =
        error == ZSTD_error_frameParameter_windowTooLarge || error == ZSTD_error_memory_allocation ? .tooLarge : .broken
    } else if code == 0 {
      state = .atEnd
    }
    return unsafe DecoderStep(state: state, consumed: source.pos, produced: target.pos)
  }
}

/// libzstd at its usual level, with a checksum.
@safe final class ZstdEncoder: Encoder {
  private let context: OpaquePointer
  let room = 128 * 1024

  init() {
    guard let context = unsafe ZSTD_createCCtx() else { fatalError("out of memory") }
    unsafe self.context = unsafe context
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, 3)
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
  }

  deinit { unsafe ZSTD_freeCCtx(context) }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> EncoderStep? {
    var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let code = unsafe ZSTD_compressStream2(context, &target, &source, isLast ? ZSTD_e_end : ZSTD_e_continue)
    guard ZSTD_isError(code) == 0 else { return nil }
    return unsafe EncoderStep(
      consumed: source.pos, produced: target.pos, isDone: isLast ? code == 0 : source.pos == source.size)
  }
}
