internal import CSandbox
internal import Foundation

/// Gives up rights before bytes of strangers are parsed, as far as the kernel lets a process do so.
///
/// Archives come from anywhere, and their readers are where memory bugs are. Whoever takes over such a reader finds no
/// network, no other program to start, and no files but those of the run.
public enum Isolation {
  /// Whether the kernel can keep a process to some files.
  public static var restrictsFiles: Bool { casegate_landlock_version() > 0 }
  /// Whether the kernel can keep a process from the network and from other programs.
  public static var restrictsCalls: Bool { casegate_seccomp_is_there() == 1 }

  /// What the kernel offers, in words: for `casegate --version --verbose`.
  public static var description: String {
    let version = casegate_landlock_version()
    let files =
      restrictsFiles
      ? "files by Landlock (version \(version))" : "files: not restricted, this system has no Landlock"
    let calls =
      restrictsCalls
      ? "network and programs by seccomp" : "network and programs: not restricted, this system has no seccomp"
    return "\(files); \(calls); no core dumps; at most \(memory >> 30) GiB of memory"
  }

  /// Far more than a run needs; whoever makes a reader ask for more ends this run, not the machine's other programs.
  private static let memory: UInt64 = 4 << 30

  /// What programs read that have nothing to do with the run: languages, time zones, the number of processors.
  private static let system = [
    "/usr/lib", "/usr/share/zoneinfo", "/usr/share/locale", "/etc/localtime", "/lib", "/lib64", "/proc/self",
    "/proc/cpuinfo",
    "/sys/devices/system/cpu", "/sys/fs/cgroup", "/dev/null", "/dev/urandom", "/opt/swift/usr/lib",
  ]

  /// Restricts the whole process for good.
  ///
  /// Where the kernel cannot do a part of it, the rest is done, and the run goes on.
  ///
  /// - Parameters:
  ///   - reading: files and folders that are read.
  ///   - writing: folders in which files are made.
  public static func enter(reading: [String], writing: [String]) {
    _ = casegate_no_core_dump()
    _ = casegate_limit_memory(memory)
    // libarchive gathers a 7z in a file for temporary data, which belongs beside the output too.
    if let folder = writing.first { _ = unsafe setenv("TMPDIR", folder, 1) }
    // A run that writes nothing still seals large archives inside others in a file without a name.
    restrictFiles(reading, writing.isEmpty ? [Temporary.folder] : writing)
    _ = casegate_seccomp_enter(1)
  }

  /// Runs `body` on a thread that is restricted for good, and waits for it; the caller keeps its rights.
  public static func run<Value>(
    reading: [String], writing: [String], _ body: @escaping () -> Value
  ) -> Value {
    let work = Work(body)
    let thread = Thread {
      _ = casegate_no_core_dump()
      restrictFiles(reading, writing)
      _ = casegate_seccomp_enter(0)
      work.run()
    }
    thread.stackSize = 8 << 20
    thread.start()
    return work.wait()
  }

  private static func restrictFiles(_ reading: [String], _ writing: [String]) {
    unsafe withPaths(system + reading) { readable in
      unsafe withPaths(["/dev/null"] + writing) { writable in
        _ = unsafe casegate_landlock_enter(readable.baseAddress, readable.count, writable.baseAddress, writable.count)
      }
    }
  }

  private static func withPaths(_ paths: [String], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Void) {
    let copies = unsafe paths.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    unsafe copies.map { unsafe UnsafePointer($0) }.withUnsafeBufferPointer(body)
  }
}

/// A piece of work for another thread, which the owner waits for.
private final class Work<Value>: @unchecked Sendable {
  private let body: () -> Value
  // Written before the signal, read behind the wait.
  private var value: Value?
  private let done = DispatchSemaphore(value: 0)

  init(_ body: @escaping () -> Value) { self.body = body }

  func run() {
    value = body()
    done.signal()
  }

  func wait() -> Value {
    done.wait()
    guard let value else { preconditionFailure("a thread signalled before it had a value") }
    return value
  }
}
