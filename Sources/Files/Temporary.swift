internal import Model
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What is on disk but not finished; a run that ends, however it ends, leaves none of it.
public enum Temporary {
  private static let open = Mutex<Set<String>>([])

  /// Removes everything unfinished; called when a signal ends the run.
  public static func removeAll() {
    for path in open.withLock({ $0 }) { remove(path) }
  }

  static func register(_ path: String) { open.withLock { _ = $0.insert(path) } }

  static func forget(_ path: String) { open.withLock { _ = $0.remove(path) } }

  /// A hidden name in the folder of `target`, so that the last step is a rename within one file system.
  static func name(for target: String) -> String {
    let (folder, name) = Paths.split(target)
    let code = String(UInt64.random(in: .min ... .max), radix: 36)
    return (folder.isEmpty ? "" : folder + "/") + ".\(name.prefix(100)).casegate-\(code)"
  }

  /// Renames, and makes the rename durable.
  static func move(_ source: String, to target: String, replacing: Bool) throws(Problem) {
    if !replacing {
      // A link cannot replace, so a file made meanwhile by somebody else is not lost; folders and some file systems
      // cannot be linked.
      if unsafe link(source, target) == 0 {
        _ = unsafe unlink(source)
        return sync(Paths.split(target).folder)
      }
      if errno == EEXIST || Paths.exists(target) { throw Paths.exists(conflict: target) }
    }
    guard unsafe rename(source, target) == 0 else { throw .system("rename to", target) }
    sync(Paths.split(target).folder)
  }

  private static func sync(_ folder: String) {
    let descriptor = systemOpenFolder(folder.isEmpty ? "." : folder)
    if descriptor >= 0 {
      fsync(descriptor)
      close(descriptor)
    }
  }

  static func setModified(_ descriptor: Int32, _ seconds: Int) {
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    // A time that cannot be kept is no reason to lose the file.
    _ = unsafe futimens(descriptor, [time, time])
  }

  /// Removes a file, or a folder with everything in it; links are removed, never followed.
  static func remove(_ path: String) {
    if unsafe unlink(path) == 0 { return }
    if case .success(let names) = Paths.names(in: path) {
      for name in names { remove(path + "/" + name) }
    }
    _ = unsafe rmdir(path)
  }
}
