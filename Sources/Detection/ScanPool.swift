internal import Dispatch
internal import Model

/// Threads that scan blocks of whole lines ahead of the one that writes.
///
/// Blocks do not depend on each other, so the result is the same with any number of threads; the few things that go
/// over a block's end are left to `TextStream`, which takes the blocks in order.
public final class ScanPool {
  private let workers: [Worker]
  private var turn = 0
  /// How many threads scan.
  public var threads: Int { workers.count }

  /// A block that is being scanned.
  public final class Job: @unchecked Sendable {
    /// The text: whole lines.
    public let text: [UInt8]
    // Written by the worker before it signals, read by the owner after it has waited.
    fileprivate var outcome: Result<Scan.Result, Problem>? = nil
    fileprivate let done = DispatchSemaphore(value: 0)

    fileprivate init(_ text: [UInt8]) { self.text = text }

    /// Waits for the result.
    func result() throws(Problem) -> Scan.Result {
      done.wait()
      guard let outcome else { throw Problem(.internalError, "", "a block was not scanned") }
      return try outcome.get()
    }
  }

  private final class Worker: @unchecked Sendable {
    // Used on the worker's own queue only.
    private var scan: Scan
    private let queue = DispatchQueue(label: "casegate.scan", qos: .userInitiated)

    init(_ detector: Detector) { scan = Scan(detector) }

    func run(_ job: Job) {
      queue.async { [self] in
        do throws(Problem) {
          let text = job.text
          job.outcome = .success(try scan.scan(text.span, isFinal: false))
        } catch {
          job.outcome = .failure(error)
        }
        job.done.signal()
      }
    }
  }

  /// Starts `threads` threads, at least one.
  public init(_ detector: Detector, threads: Int) {
    workers = (0..<max(1, threads)).map { _ in Worker(detector) }
  }

  /// Begins to scan `text`, which must end with a line end.
  public func scan(_ text: [UInt8]) -> Job {
    let job = Job(text)
    workers[turn].run(job)
    turn = (turn + 1) % workers.count
    return job
  }
}
