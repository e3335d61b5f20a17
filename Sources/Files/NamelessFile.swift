public import Model

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file without a name, which is gone when the process ends, however it ends.
@safe public final class NamelessFile: RandomAccess {
  private let descriptor: Int32
  private let folder: String
  /// How many bytes it has.
  public private(set) var size = 0

  /// Makes an empty file in `folder`, readable by its owner alone while it has a name.
  ///
  /// - Throws: `Problem` of code `input-output`.
  public init(in folder: String) throws(Problem) {
    self.folder = folder.isEmpty ? "." : folder
    let path = Temporary.name(for: self.folder + "/spool")
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system("create a temporary file in", self.folder) }
    guard unsafe unlink(path) == 0 else {
      let code = errno
      close(descriptor)
      throw .system("create a temporary file in", self.folder, code)
    }
  }

  deinit { close(descriptor) }

  /// Adds `bytes` at the end.
  public func append(_ bytes: Span<UInt8>) throws(Problem) {
    try writeFully(bytes, to: descriptor, path: folder)
    size += bytes.count
  }

  /// Fills the start of `buffer` with what stands at `offset`; gives how many bytes it wrote, 0 at the end.
  public func read(into buffer: inout [UInt8], at offset: Int) throws(Problem) -> Int {
    while true {
      let count = unsafe pread(descriptor, &buffer, buffer.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw .system("read a temporary file in", folder) }
    }
  }
}
