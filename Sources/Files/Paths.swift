public import Model

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Questions about paths.
public enum Paths {
  /// What a path leads to, links not followed.
  public struct Status: Sendable {
    /// The kind of thing.
    public let kind: InputFile.Kind
    /// The permission bits.
    public let mode: UInt32
    /// Seconds since 1970 of the last change.
    public let modified: Int
    /// The size in bytes.
    public let size: Int
    /// Device and inode.
    public let identity: [UInt64]
    /// Whether it belongs to whoever runs this process, or to the system.
    public let isOurs: Bool
  }

  /// Examines `path`; nil when there is nothing, or nothing that may be seen.
  public static func status(_ path: String, followingLinks: Bool = false) -> Status? {
    var status = stat()
    let code = followingLinks ? unsafe stat(path, &status) : unsafe lstat(path, &status)
    guard code == 0 else { return nil }
    let kind: InputFile.Kind =
      switch UInt32(status.st_mode) & UInt32(S_IFMT) {
      case UInt32(S_IFREG): .file
      case UInt32(S_IFDIR): .directory
      case UInt32(S_IFLNK): .symbolicLink
      default: .other
      }
    return Status(
      kind: kind, mode: UInt32(status.st_mode) & 0o7777, modified: Int(status.st_mtim.tv_sec),
      size: Int(status.st_size),
      identity: [UInt64(status.st_dev), UInt64(status.st_ino)], isOurs: [0, geteuid()].contains(status.st_uid))
  }

  /// Whether anything has this path.
  public static func exists(_ path: String) -> Bool { status(path) != nil }

  static func exists(conflict path: String) -> Problem {
    Problem(.outputConflict, path, "exists already", mend: "Choose another name, or add --force to replace it")
  }

  /// The folders that hold `paths`.
  public static func folders(of paths: [String]) -> [String] {
    paths.map {
      let folder = split($0).folder
      return folder.isEmpty ? "." : folder
    }
  }

  /// The folder and the last part of a path.
  public static func split(_ path: String) -> (folder: String, name: String) {
    var text = path[...]
    while text.count > 1, text.hasSuffix("/") { text = text.dropLast() }
    guard let slash = text.lastIndex(of: "/") else { return ("", String(text)) }
    let folder = text[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(text[text.index(after: slash)...]))
  }

  /// The path without links and dots; nil when it does not exist.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The path without links and dots, of something that need not exist in a folder that does.
  public static func absolute(_ path: String) -> String? {
    if let path = resolved(path) { return path }
    let (folder, name) = split(path)
    return resolved(folder.isEmpty ? "." : folder).map { ($0 == "/" ? "" : $0) + "/" + name }
  }

  /// Whether `path`, which need not exist, lies in the folder `folder` or is it.
  public static func lies(_ path: String, in folder: String) -> Bool {
    guard let outer = resolved(folder), let inner = absolute(path) else { return false }
    return inner == outer || inner.hasPrefix(outer == "/" ? "/" : outer + "/")
  }

  /// The names in a folder, in the order of their bytes.
  public static func list(_ path: String) throws(Problem) -> [String] { try names(in: path).get() }

  static func names(in path: String) -> Result<[String], Problem> {
    guard let folder = unsafe opendir(path) else { return .failure(.system("read the folder", path)) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        if errno != 0 { return .failure(.system("read the folder", path)) }
        return .success(names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
      }
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        return .failure(
          Problem(.unscannable, path, "holds a file whose name is not UTF-8", mend: "Rename it, or leave it out"))
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  /// The target of a symbolic link.
  public static func linkTarget(_ path: String) throws(Problem) -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafe readlink(path, &buffer, buffer.count)
    guard count >= 0 else { throw .system("read the link", path) }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// Makes a folder with permissions `mode`.
  public static func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(Problem) {
    guard unsafe mkdir(path, mode_t(mode & 0o777 | 0o700)) == 0 else { throw .system("create the folder", path) }
  }

  /// Makes a symbolic link.
  public static func makeLink(_ path: String, to target: String) throws(Problem) {
    guard unsafe symlink(target, path) == 0 else { throw .system("create the link", path) }
  }

  /// Whether `name`, or what follows its last `!` or `/`, fits the shell pattern.
  public static func matches(_ name: String, pattern: String) -> Bool {
    let last = name.split(whereSeparator: { $0 == "!" || $0 == "/" }).last.map(String.init) ?? name
    return unsafe fnmatch(pattern, name, 0) == 0 || fnmatch(pattern, last, 0) == 0
  }
}
