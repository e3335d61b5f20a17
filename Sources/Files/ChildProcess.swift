public import Model

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Runs another program.
public enum ChildProcess {
  /// Runs `arguments`, the first of which is found along PATH, with this process's input, output and error.
  ///
  /// - Returns: the exit status, or 128 and the number of the signal that ended the program.
  /// - Throws: `Problem` when the program cannot be started.
  public static func run(_ arguments: [String]) throws(Problem) -> Int32 {
    guard let program = arguments.first else { throw Problem(.usage, "COMMAND", "is empty") }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // This process ignores some signals and handles others; the program starts as if it had not.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { unsafe sigaddset(&signals, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawnp(&process, program, nil, &attributes, &words, environ)
    guard code == 0 else { throw .system("run", program, code) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      if errno != EINTR { throw .system("wait for", program) }
    }
    // The layout of a wait status (POSIX wait.h): exit status in the second byte, signal in the low seven bits.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }
}
