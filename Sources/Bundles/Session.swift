public import Detection
internal import Files
public import Model
public import Redaction

/// What one run knows: the rules, the replacements, the account of entries.
public final class Session {
  private(set) var detector: Detector
  /// Values found with certainty, while a first pass collects them.
  var learned = LearnedValues()
  let isLearning: Bool
  var redactor: Redactor
  /// The account so far.
  public private(set) var ledger = Ledger()
  /// Called for each value found, in order; nil when only counts are wanted.
  public var onFinding: ((Finding) throws(Problem) -> Void)?
  /// Called now and then with the number of bytes read.
  public var onProgress: ((Int) -> Void)?
  /// Called when an output is complete, before it appears; what it throws keeps the output from appearing.
  public var beforeCommit: ((Outcome) throws(Problem) -> Void)?
  /// Called on another thread when the limit `stall` is reached.
  ///
  /// Who sets it ends the run there. Nil watches nothing.
  public var onStall: (@Sendable () -> Void)?
  /// Watches while a bundle is read.
  var watchdog: Watchdog?
  /// Scans that wait for the next text.
  let idle = IdleScans()
  /// How many threads work.
  let jobs: Int
  /// Scans large texts; with more than one job, ahead of the thread that writes.
  private(set) var pool: ScanPool
  /// Whether findings tell which other rules wanted the same bytes.
  public var explains = false
  /// Whether a first pass learns values that are certain in one place, so that they are found in all others.
  public var learns = true
  /// Whether an output is opened again and searched before it appears.
  public var looksTwice = false
  /// Patterns (`fnmatch`) of entries that may pass unscanned.
  public var allowedUnscanned: [String] = []
  /// Whether members that cannot be scanned are left out, and listed in the output, instead of blocking the whole.
  public var dropsBlocked = false
  let limits: Limits

  /// Starts a run.
  ///
  /// - Parameter jobs: how many threads work; the output does not depend on it.
  public convenience init(_ detector: Detector, _ redactor: Redactor, limits: Limits = Limits(), jobs: Int = 1) {
    self.init(detector, redactor, limits: limits, jobs: jobs, isLearning: false)
  }

  private init(_ detector: Detector, _ redactor: Redactor, limits: Limits, jobs: Int, isLearning: Bool) {
    self.isLearning = isLearning
    self.jobs = jobs
    pool = ScanPool(detector, threads: jobs)
    self.detector = detector
    self.redactor = redactor
    self.limits = limits
  }

  func isAllowedUnscanned(_ name: String) -> Bool {
    allowedUnscanned.contains { Paths.matches(name, pattern: $0) }
  }

  func record(_ entry: LedgerEntry) {
    // The run that follows accounts for every entry.
    if !isLearning { ledger.record(entry) }
  }

  func drop(inside name: String, reason: String, from first: Int) {
    ledger.drop(inside: name, reason: reason, from: first)
  }
}

extension Session {
  /// Runs `body` and watches that it gets ahead.
  func watching<Value>(_ body: () throws(Problem) -> Value) throws(Problem) -> Value {
    guard let onStall, watchdog == nil else { return try body() }
    watchdog = Watchdog(limit: limits.stall, onStall: onStall)
    defer {
      watchdog?.stop()
      watchdog = nil
    }
    return try body()
  }

  /// The source, reporting how far it has been read.
  func watched(_ source: any ByteSource) -> any ByteSource {
    guard let onProgress else { return source }
    return Watched(source, onProgress)
  }

  private final class Watched: ByteSource {
    private let source: any ByteSource
    private let report: (Int) -> Void
    private var count = 0

    init(_ source: any ByteSource, _ report: @escaping (Int) -> Void) {
      self.source = source
      self.report = report
    }

    func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
      let read = try source.read(into: &buffer)
      count += read
      report(count)
      return read
    }
  }
}

extension Session {
  /// Goes over `paths` for values that are certain in one place, so that they are found in all others too.
  ///
  /// What cannot be read is left to the run that follows, which reports it.
  func learn(from paths: [String]) throws(Problem) {
    guard learns, !isLearning, !paths.contains("-") else { return }
    let teaching = detector.teaching()
    let pupil = Session(teaching, redactor, limits: limits, jobs: jobs, isLearning: true)
    pupil.watchdog = watchdog
    try pupil.scanAll(paths)
    pupil.learned.settle()
    detector = teaching.knowing(pupil.learned)
    pool = ScanPool(detector, threads: jobs)
  }
}
