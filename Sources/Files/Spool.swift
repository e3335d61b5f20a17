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
/// The file lies beside the output, because that is where scrubbed bytes may be.
public final class Spool: ByteSink, ByteSource {
  private let folder: String
  private var memory: [UInt8] = []
  private var file: NamelessFile?
  private var readOffset = 0
  /// How many bytes were written.
  public private(set) var size = 0

  private static let memoryLimit = 8 * 1024 * 1024

  /// Makes an empty spool that may put a file into `folder`.
  public init(folder: String) { self.folder = folder }

  /// Adds `bytes`.
  public func write(_ bytes: Span<UInt8>) throws(Problem) {
    size += bytes.count
    if file == nil, memory.count + bytes.count > Self.memoryLimit {
      let file = try NamelessFile(in: folder)
      let spilled = memory
      memory = []
      try file.append(spilled.span)
      self.file = file
    }
    if let file { return try file.append(bytes) }
    unsafe bytes.withUnsafeBufferPointer { unsafe memory.append(contentsOf: $0) }
  }

  /// Reads what was written, from the start on.
  public func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    let count: Int
    if let file {
      count = try file.read(into: &buffer, at: readOffset)
    } else {
      count = min(buffer.count, memory.count - readOffset)
      buffer.replaceSubrange(..<count, with: memory[readOffset..<readOffset + count])
    }
    readOffset += count
    return count
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
