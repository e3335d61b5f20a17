internal import CArchive
internal import Files
internal import Model

/// What libarchive calls to get the bytes of an archive.
@safe final class Feed {
  private enum Origin {
    case stream(any ByteSource)
    case places(any RandomAccess)
  }

  private let origin: Origin
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var block: [UInt8]
  private var offset = 0
  /// What a read threw; C cannot pass it on.
  private(set) var problem: Problem? = nil

  init(_ source: any ByteSource) {
    unsafe (origin, buffer, block) = (.stream(source), unsafe Self.room(), Self.block())
  }
  init(_ bytes: any RandomAccess) {
    unsafe (origin, buffer, block) = (.places(bytes), unsafe Self.room(), Self.block())
  }

  deinit { unsafe buffer.deallocate() }

  private static let size = 64 * 1024
  private static func room() -> UnsafeMutableBufferPointer<UInt8> { .allocate(capacity: size) }
  private static func block() -> [UInt8] { [UInt8](repeating: 0, count: size) }

  var canSeek: Bool { if case .stream = origin { false } else { true } }

  private var size: Int {
    switch origin {
    case .stream: 0
    case .places(let bytes): bytes.size
    }
  }

  private func read() throws(Problem) -> Int {
    switch origin {
    case .stream(let source): return try source.read(into: &block)
    case .places(let bytes): return try bytes.read(into: &block, at: offset)
    }
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> Feed? {
    unsafe data.map { unsafe Unmanaged<Feed>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Makes `handle` read from this feed, which must outlive it.
  func attach(to handle: OpaquePointer) {
    unsafe archive_read_set_callback_data(handle, Unmanaged.passUnretained(self).toOpaque())
    unsafe archive_read_set_read_callback(handle) { _, data, result in
      guard let feed = unsafe Feed.from(data) else { return -1 }
      return unsafe feed.fill(result)
    }
    guard canSeek else { return }
    unsafe archive_read_set_seek_callback(handle) { _, data, offset, whence in
      guard let feed = unsafe Feed.from(data) else { return Int64(ARCHIVE_FATAL) }
      return feed.seek(Int(offset), from: whence)
    }
  }

  private func fill(_ result: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    do throws(Problem) {
      let count = try read()
      offset += count
      // libarchive keeps the pointer until the next call, so the bytes must not move.
      unsafe buffer.baseAddress?.update(from: block, count: count)
      unsafe result?.pointee = unsafe UnsafeRawPointer(buffer.baseAddress)
      return count
    } catch {
      problem = error
      return -1
    }
  }

  private func seek(_ distance: Int, from whence: Int32) -> Int64 {
    let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? offset : size
    let target = base + distance
    guard target >= 0, target <= size else { return Int64(ARCHIVE_FATAL) }
    offset = target
    return Int64(target)
  }
}
