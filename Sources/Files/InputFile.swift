public import Model

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Something that bytes are read from, in order.
public protocol ByteSource: AnyObject {
  /// Fills the start of `buffer`; gives how many bytes it wrote, 0 at the end.
  func read(into buffer: inout [UInt8]) throws(Problem) -> Int
}

extension ByteSource {
  /// Reads to the end, but no more than `limit` bytes.
  ///
  /// - Throws: `Problem` of code `limit` when there is more.
  public func readAll(limit: Int, subject: String) throws(Problem) -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = try read(into: &buffer)
      if count == 0 { return result }
      guard result.count + count <= limit else {
        throw Problem(.limit, subject, "is larger than \(limit) bytes")
      }
      result += buffer[..<count]
    }
  }
}

/// A file open for reading.
@safe public final class InputFile: ByteSource {
  /// What a path leads to.
  public enum Kind: Sendable { case file, directory, symbolicLink, other }

  private let descriptor: Int32
  private let owned: Bool
  /// The path as the user named it.
  public let path: String
  /// The size in bytes when it was opened.
  public let size: Int
  /// The permission bits.
  public let mode: UInt32
  /// Seconds since 1970 of the last change.
  public let modified: Int
  /// The file's identity on this machine: device and inode.
  public let identity: [UInt64]

  /// Opens `path`; `-` is standard input.
  ///
  /// - Parameter followingLinks: whether a symbolic link is followed; if not, one is an error.
  /// - Throws: `Problem` of code `missing-file`, `wrong-kind` or `input-output`.
  public init(_ path: String, followingLinks: Bool = true) throws(Problem) {
    self.path = path
    owned = path != "-"
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
    let descriptor = owned ? unsafe open(path, flags) : 0
    self.descriptor = descriptor
    guard descriptor >= 0 else { throw .system("open", path) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let code = errno
      if owned { close(descriptor) }
      throw .system("examine", path, code)
    }
    size = Int(status.st_size)
    mode = UInt32(status.st_mode) & 0o7777
    modified = Int(status.st_mtim.tv_sec)
    identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
    guard owned else { return }
    let kind = UInt32(status.st_mode) & UInt32(S_IFMT)
    guard kind == UInt32(S_IFREG) else {
      close(descriptor)
      throw Problem(
        .wrongKind, path, kind == UInt32(S_IFDIR) ? "is a folder, not a file" : "is not a regular file",
        mend: kind == UInt32(S_IFDIR) ? "Name a file in it" : "Name a file, or pipe the data into '-'")
    }
  }

  deinit { if owned { close(descriptor) } }

  /// Fills the start of `buffer`; gives how many bytes it wrote, 0 at the end.
  public func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    while true {
      let count = systemRead(descriptor, &buffer)
      if count >= 0 { return count }
      if errno != EINTR { throw .system("read", path) }
    }
  }

  /// Whether a read would answer at once, with bytes or with the end.
  public var isReady: Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, 0) > 0
  }

  /// Reads at a place, for formats that have their directory at the end.
  public func read(into buffer: inout [UInt8], at offset: Int) throws(Problem) -> Int {
    while true {
      let count = unsafe pread(descriptor, &buffer, buffer.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw .system("read", path) }
    }
  }

  /// Goes back to the start.
  public func rewind() throws(Problem) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .system("rewind", path) }
  }

  /// Reads a whole text file, such as a case or a key.
  public static func text(_ path: String, limit: Int = 16 * 1024 * 1024) throws(Problem) -> String {
    let bytes = try InputFile(path).readAll(limit: limit, subject: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Problem(.invalidFile, path, "is not UTF-8 text", mend: "Save the file as UTF-8")
    }
    return text
  }
}
