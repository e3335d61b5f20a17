public import Model

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Scrubbed content that waits until its size is known: in memory, and when it grows, in a file without a name.
///
/// The file lies beside the output, because that is where scrubbed bytes may be; it is gone when the process ends.
@safe public final class Spool: ByteSink, ByteSource {
  private let folder: String
  private var memory: [UInt8] = []
  private var descriptor: Int32 = -1
  private var readOffset = 0
  /// How many bytes were written.
  public private(set) var size = 0

  private static let memoryLimit = 8 * 1024 * 1024

  /// Makes an empty spool that may put a file into `folder`.
  public init(folder: String) { self.folder = folder.isEmpty ? "." : folder }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds `bytes`.
  public func write(_ bytes: Span<UInt8>) throws(Problem) {
    size += bytes.count
    if descriptor < 0, memory.count + bytes.count > Self.memoryLimit { try moveToFile() }
    if descriptor < 0 {
      unsafe bytes.withUnsafeBufferPointer { unsafe memory.append(contentsOf: $0) }
    } else {
      try writeFully(bytes, to: descriptor, path: folder)
    }
  }

  /// Reads what was written, from the start on.
  public func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    if descriptor < 0 {
      let count = min(buffer.count, memory.count - readOffset)
      buffer.replaceSubrange(..<count, with: memory[readOffset..<readOffset + count])
      readOffset += count
      return count
    }
    while true {
      let count = unsafe pread(descriptor, &buffer, buffer.count, off_t(readOffset))
      if count >= 0 {
        readOffset += count
        return count
      }
      if errno != EINTR { throw .system("read a temporary file in", folder) }
    }
  }

  private func moveToFile() throws(Problem) {
    let path = Temporary.name(for: folder + "/spool")
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system("create a temporary file in", folder) }
    guard unsafe unlink(path) == 0 else { throw .system("create a temporary file in", folder) }
    let spilled = memory
    memory = []
    try writeFully(spilled.span, to: descriptor, path: folder)
  }
}

/// Writes all of `bytes`, however many calls it takes.
func writeFully(_ bytes: Span<UInt8>, to descriptor: Int32, path: String) throws(Problem) {
  let failure = unsafe bytes.withUnsafeBufferPointer { buffer -> Int32? in
    var done = 0
    while done < buffer.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[done...])
      let count = unsafe systemWrite(descriptor, rest)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      done += count
    }
    return nil
  }
  if let failure { throw .system("write", path, failure) }
}

/// Standard output as a sink.
public final class StandardOutput: ByteSink {
  /// What problems with standard output name.
  public static let name = "standard output"

  /// Makes a sink for standard output.
  public init() {}

  /// Writes all of `bytes`.
  public func write(_ bytes: Span<UInt8>) throws(Problem) { try writeFully(bytes, to: 1, path: Self.name) }
}

/// A sink that keeps nothing, for scans that write nothing.
public final class NullSink: ByteSink {
  /// Makes the sink.
  public init() {}

  /// Forgets `bytes`.
  public func write(_ bytes: Span<UInt8>) throws(Problem) {}
}
