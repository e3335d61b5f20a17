public import Model
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Runs another program.
public enum ChildProcess {
  /// How a program ended.
  public enum End: Sendable, Equatable {
    /// By itself, with an exit status.
    case exited(Int32)
    /// By a signal.
    case killed(Int32)
    /// It took longer than it was given, and was ended.
    case timedOut
  }

  /// The program that runs; 0 when none does.
  private static let running = Atomic<pid_t>(0)
  private static let isStopping = Atomic<Bool>(false)

  /// How long a program that was asked to end may take, in seconds, before it is ended.
  private static let patience = 5.0

  /// Runs `arguments`, the first of which is found along PATH, with this process's input, output and error.
  ///
  /// - Parameter timeout: how many seconds it may take; nil for as long as it likes.
  /// - Throws: `Problem` when the program cannot be started.
  public static func run(_ arguments: [String], timeout: Int? = nil) throws(Problem) -> End {
    guard let program = arguments.first else { throw Problem(.usage, "COMMAND", "is empty") }
    let process = try start(program, arguments)
    running.store(process, ordering: .sequentiallyConsistent)
    defer { running.store(0, ordering: .sequentiallyConsistent) }
    var status: Int32 = 0
    var isTimedOut = false
    if let timeout, try !wait(for: process, program, &status, atMost: Double(timeout)) {
      isTimedOut = true
      kill(process, SIGTERM)
      if try !wait(for: process, program, &status, atMost: patience) {
        kill(process, SIGKILL)
        _ = try wait(for: process, program, &status, atMost: nil)
      }
    } else if timeout == nil {
      _ = try wait(for: process, program, &status, atMost: nil)
    }
    // Whoever stops the run ends this process; until then nothing more may happen.
    while isStopping.load(ordering: .sequentiallyConsistent) { pause() }
    if isTimedOut { return .timedOut }
    // The layout of a wait status (POSIX wait.h): exit status in the second byte, signal in the low seven bits.
    return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
  }

  /// Passes a signal that ends the run on to the program that runs, and waits for it to end.
  public static func stop(_ signal: Int32) {
    let process = running.load(ordering: .sequentiallyConsistent)
    guard process > 0 else { return }
    isStopping.store(true, ordering: .sequentiallyConsistent)
    kill(process, signal)
    for _ in 0..<Int(patience * 20) where kill(process, 0) == 0 { usleep(50_000) }
    if kill(process, 0) == 0 { kill(process, SIGKILL) }
  }

  private static func start(_ program: String, _ arguments: [String]) throws(Problem) -> pid_t {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // This process ignores some signals and handles others; the program starts as if it had not.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { unsafe sigaddset(&signals, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawnp(&process, program, nil, &attributes, &words, environ)
    guard code == 0 else { throw .system("run", program, code) }
    return process
  }

  /// Waits for the program; false when `seconds` pass first.
  private static func wait(
    for process: pid_t, _ program: String, _ status: inout Int32, atMost seconds: Double?
  ) throws(Problem) -> Bool {
    let start = ContinuousClock.now
    while true {
      let ended = unsafe waitpid(process, &status, seconds == nil ? 0 : WNOHANG)
      if ended == process { return true }
      if ended < 0, errno != EINTR { throw .system("wait for", program) }
      guard let seconds else { continue }
      if ContinuousClock.now - start > .seconds(seconds) { return false }
      usleep(20_000)
    }
  }
}
