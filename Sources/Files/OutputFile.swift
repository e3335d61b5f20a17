internal import CSandbox
public import Model

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Something that bytes are written to, in order.
public protocol ByteSink: AnyObject {
  /// Writes all of `bytes`.
  func write(_ bytes: Span<UInt8>) throws(Problem)
}

/// A file that appears under its name only when it is complete.
///
/// Bytes go to a hidden file beside the target, readable by its owner alone; `commit` makes them durable and renames.
/// A file that is not committed leaves nothing behind.
@safe public final class OutputFile: ByteSink {
  private let descriptor: Int32
  private let target: String
  /// Where its content is written meanwhile.
  public let temporary: String
  private let replacing: Bool
  private var isOpen = true

  /// Starts a file that will be `target`.
  ///
  /// - Parameter replacing: whether a file of that name may be replaced.
  /// - Throws: `Problem` of code `output-conflict` when the target exists, or `input-output`.
  public init(_ target: String, replacing: Bool = false) throws(Problem) {
    self.target = target
    self.replacing = replacing
    temporary = Temporary.name(for: target)
    if let status = Paths.status(target) {
      guard replacing else { throw Paths.exists(conflict: target) }
      guard status.kind == .file || status.kind == .symbolicLink else {
        throw Problem(.wrongKind, target, "is not a regular file, and is not replaced", mend: "Choose another name")
      }
    }
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system("create a file beside", target) }
    Temporary.hold(descriptor)
    Temporary.register(temporary)
  }

  deinit { abandon() }

  /// Writes all of `bytes`.
  public func write(_ bytes: Span<UInt8>) throws(Problem) {
    try writeFully(bytes, to: descriptor, path: target)
  }

  /// Writes all that `source` holds.
  public func write(contentOf source: any ByteSource) throws(Problem) {
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try source.read(into: &buffer)
      if count == 0 { return }
      try write(buffer.span.extracting(first: count))
    }
  }

  /// Makes what was written durable; the file still has no name.
  public func save() throws(Problem) {
    guard fsync(descriptor) == 0 else { throw .system("save", target) }
  }

  /// Makes the file durable and gives it its name, with the permissions `mode`.
  ///
  /// - Parameter durably: whether it must outlive a loss of power; not so for a copy that goes when the run ends.
  public func commit(mode: UInt32 = 0o644, modified: Int? = nil, durably: Bool = true) throws(Problem) {
    guard fchmod(descriptor, mode_t(mode & 0o777)) == 0 else { throw .system("set the permissions of", target) }
    if let modified { Temporary.setModified(descriptor, modified) }
    if durably { try save() }
    try Temporary.move(temporary, to: target, replacing: replacing)
    isOpen = false
    close(descriptor)
    Temporary.forget(temporary)
  }

  private func abandon() {
    guard isOpen else { return }
    isOpen = false
    close(descriptor)
    _ = unsafe unlink(temporary)
    Temporary.forget(temporary)
  }
}

/// A folder that appears under its name only when it is complete.
public final class OutputFolder {
  private let target: String
  private let replacing: Bool
  /// Where its content is written meanwhile.
  public let temporary: String
  private let holder: Int32
  private var isOpen = true

  /// Starts a folder that will be `target`.
  public init(_ target: String, replacing: Bool = false) throws(Problem) {
    self.target = target
    self.replacing = replacing
    temporary = Temporary.name(for: target)
    if !replacing, Paths.exists(target) { throw Paths.exists(conflict: target) }
    guard unsafe mkdir(temporary, 0o700) == 0 else { throw .system("create a folder beside", target) }
    holder = Temporary.hold(folder: temporary)
    Temporary.register(temporary)
  }

  deinit {
    if holder >= 0 { close(holder) }
    guard isOpen else { return }
    Temporary.remove(temporary)
    Temporary.forget(temporary)
  }

  /// Makes what is in the folder durable, and gives it its name and the permissions `mode`.
  public func commit(mode: UInt32 = 0o755) throws(Problem) {
    // One call for all files: a call for each takes many times as long as all the rest.
    let code = holder < 0 ? 0 : casegate_sync_file_system(holder)
    guard code == 0 else { throw .system("save", target, code) }
    guard unsafe chmod(temporary, mode_t(mode & 0o777 | 0o700)) == 0 else { throw .system("finish", target) }
    if replacing, Paths.exists(target) {
      // A folder cannot be replaced in one step: the old one steps aside first and goes last. Should the run be killed in
      // between, it stays under a name that is never swept.
      let aside = temporary + ".replaced"
      try Temporary.move(target, to: aside, replacing: false)
      try Temporary.move(temporary, to: target, replacing: false)
      Temporary.remove(aside)
    } else {
      try Temporary.move(temporary, to: target, replacing: false)
    }
    isOpen = false
    Temporary.forget(temporary)
  }
}
