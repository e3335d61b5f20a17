public import Model

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file in a folder that has not appeared under its name yet.
///
/// Nobody looks into such a folder, so the file has its name from the start, and is made durable with all others when the
/// folder is complete. A file that is not closed leaves nothing behind.
@safe public final class FolderFile: ByteSink {
  private let path: String
  private let descriptor: Int32
  private var isOpen = true

  /// Starts the file at `path`, which must not exist.
  ///
  /// - Throws: `Problem` of code `output-conflict` or `input-output`.
  public init(_ path: String) throws(Problem) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system("create", path) }
  }

  deinit {
    guard isOpen else { return }
    _ = close(descriptor)
    _ = unsafe unlink(path)
  }

  /// Writes all of `bytes`.
  public func write(_ bytes: Span<UInt8>) throws(Problem) { try writeFully(bytes, to: descriptor, path: path) }

  /// Ends the file, with the permissions `mode`.
  public func finish(mode: UInt32, modified: Int?) throws(Problem) {
    guard fchmod(descriptor, mode_t(mode & 0o777)) == 0 else { throw .system("set the permissions of", path) }
    if let modified { Temporary.setModified(descriptor, modified) }
    isOpen = false
    // Some file systems tell of a full disk only now.
    guard close(descriptor) == 0 else { throw .system("save", path) }
  }
}
