internal import Model
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What is on disk but not finished; a run that ends leaves none of it, and what one that was killed left, the next removes.
public enum Temporary {
  /// The system's folder for temporary files.
  public static var folder: String {
    let place = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    return place.isEmpty ? "/tmp" : place
  }

  private static let unfinished = Mutex<Set<String>>([])

  /// Removes everything unfinished; called when a signal ends the run.
  public static func removeAll() {
    for path in unfinished.withLock({ $0 }) { remove(path) }
  }

  static func register(_ path: String) { unfinished.withLock { _ = $0.insert(path) } }

  static func forget(_ path: String) { unfinished.withLock { _ = $0.remove(path) } }

  /// Marks what is open at `descriptor` as in use; the mark goes when the process does, however it ends.
  static func hold(_ descriptor: Int32) {
    // Some network file systems have no such locks; there, nothing is ever swept.
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
  }

  /// Opens and marks the folder at `path`; gives the descriptor that holds the mark.
  static func hold(folder path: String) -> Int32 {
    let descriptor = systemOpenFolder(path)
    if descriptor >= 0 { hold(descriptor) }
    return descriptor
  }

  /// Removes what runs that were killed have left in the folder of `target`.
  ///
  /// Only what is this user's, has a name as `name(for:)` gives it, and is in nobody's use. What is younger than a minute
  /// may belong to a run that is about to mark it.
  public static func sweep(beside target: String) {
    let folder = Paths.split(target).folder
    guard case .success(let names) = Paths.names(in: folder.isEmpty ? "." : folder) else { return }
    for name in names where isTemporary(name) {
      let path = folder.isEmpty ? name : folder + "/" + name
      guard let status = Paths.status(path), status.isOurs, status.kind == .file || status.kind == .directory,
        Int(time(nil)) - status.modified > 60
      else { continue }
      let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { remove(path) }
      close(descriptor)
    }
  }

  private static let mark = ".casegate-"
  /// So long that nobody else names a file like that: what has such a name is removed.
  private static let codeLength = 24

  private static func isTemporary(_ name: String) -> Bool {
    guard name.hasPrefix("."), let at = name.ranges(of: mark).last else { return false }
    let code = name[at.upperBound...].utf8
    return at.lowerBound > name.startIndex && code.count == codeLength
      && code.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
  }

  /// A hidden name in the folder of `target`, so that the last step is a rename within one file system.
  static func name(for target: String) -> String {
    let (folder, name) = Paths.split(target)
    let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz")
    let code = String((0..<codeLength).map { _ in digits[Int.random(in: digits.indices)] })
    return (folder.isEmpty ? "" : folder + "/") + ".\(name.prefix(100))\(mark)\(code)"
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
