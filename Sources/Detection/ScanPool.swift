internal import Dispatch
internal import Model

/// Threads that scan blocks of whole lines ahead of the one that writes.
///
/// Blocks do not depend on each other, so the result is the same with any number of threads, one included; each sees some
/// lines of the next, and what still goes over its end is left to `TextStream`, which takes the blocks in order.
public final class ScanPool {
  /// Blocks are cut behind the last line that ends within so many bytes.
  public static let blockSize = 256 * 1024
  /// So many bytes of the next block help to decide what stands at the end of a block.
  public static let lookahead = 8 * 1024

  private let workers: [Worker]
  private var turn = 0
  /// How many threads scan.
  public var threads: Int { workers.count }

  /// A block that is being scanned.
  public final class Job: @unchecked Sendable {
    /// The block, and lines that follow it.
    let text: [UInt8]
    /// Where the block ends in the text.
    let end: Int
    // Written by the worker before it signals, read by the owner after it has waited.
    fileprivate var outcome: Result<Scan.Result, Problem>? = nil
    fileprivate let done = DispatchSemaphore(value: 0)

    fileprivate init(_ text: [UInt8], end: Int) {
      self.text = text
      self.end = end
    }

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

    func run(_ job: Job, aside: Bool) {
      if aside { queue.async { self.run(job) } } else { run(job) }
    }

    private func run(_ job: Job) {
      do throws(Problem) {
        let text = job.text
        job.outcome = .success(
          try scan.scan(text.span, from: 0, ownEnd: job.end, isFinal: false, continuing: TableState()))
      } catch {
        job.outcome = .failure(error)
      }
      job.done.signal()
    }
  }

  /// Starts `threads` threads; with one, blocks are scanned by whoever brings them.
  public init(_ detector: Detector, threads: Int) {
    workers = (0..<max(1, threads)).map { _ in Worker(detector) }
  }

  /// Begins to scan a block.
  ///
  /// - Parameters:
  ///   - text: the block and lines that follow it; must end with a line end.
  ///   - end: where the block ends in it, behind a line end; nil when nothing follows in `text`.
  public func scan(_ text: [UInt8], end: Int? = nil) -> Job {
    let job = Job(text, end: end ?? text.count)
    workers[turn].run(job, aside: workers.count > 1)
    turn = (turn + 1) % workers.count
    return job
  }
}
