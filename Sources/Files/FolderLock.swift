public import Model

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Keeps other runs from rewriting a file of the same folder until it is released.
///
/// The folder itself is locked (`flock`): the file is replaced by renaming, so that a lock on it would be lost, and a
/// lock file beside it would stay behind. The system releases the lock when the process ends, however it ends.
@safe public final class FolderLock {
  private var descriptor: Int32

  /// Waits for the folder of `path`, and locks it.
  ///
  /// - Throws: `Problem` of code `missing-file` or `input-output` when the folder is not there or cannot be locked.
  public init(folderOf path: String) throws(Problem) {
    let folder = Paths.split(path).folder
    descriptor = systemOpenFolder(folder.isEmpty ? "." : folder)
    guard descriptor >= 0 else { throw .system("open the folder of", path) }
    while flock(descriptor, LOCK_EX) != 0 {
      let code = errno
      if code == EINTR { continue }
      close(descriptor)
      descriptor = -1
      // Some network file systems lock no folders.
      throw .system("lock the folder of", path, code)
    }
  }

  deinit { release() }

  /// Lets others have the folder.
  public func release() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }
}
