public import Detection
internal import Files
public import Model
public import Redaction

/// What one run knows: the rules, the replacements, the account of entries.
public final class Session {
  let detector: Detector
  var redactor: Redactor
  /// The account so far.
  public private(set) var ledger = Ledger()
  /// Called for each value found, in order; nil when only counts are wanted.
  public var onFinding: ((Finding) throws(Problem) -> Void)?
  /// Called now and then with the number of bytes read.
  public var onProgress: ((Int) -> Void)?
  /// Threads that scan ahead; nil when all is done on one.
  let pool: ScanPool?
  /// Patterns (`fnmatch`) of entries that may pass unscanned.
  public var allowedUnscanned: [String] = []
  let limits: Limits

  /// Starts a run.
  ///
  /// - Parameter jobs: how many threads work; the output does not depend on it.
  public init(_ detector: Detector, _ redactor: Redactor, limits: Limits = Limits(), jobs: Int = 1) {
    pool = jobs > 1 ? ScanPool(detector, threads: jobs) : nil
    self.detector = detector
    self.redactor = redactor
    self.limits = limits
  }

  func isAllowedUnscanned(_ name: String) -> Bool {
    allowedUnscanned.contains { Paths.matches(name, pattern: $0) }
  }

  func record(_ entry: LedgerEntry) { ledger.record(entry) }
}

extension Session {
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
