internal import Files
internal import Foundation
internal import Model
internal import Synchronization

/// Notices when a run works without getting anywhere, and calls for help.
///
/// Every part of a run has bounds of its own; this is for the one that nobody has thought of, such as a reader of archives
/// that goes round in circles.
final class Watchdog: Sendable {
  private let steps = Atomic<Int>(0)
  private let isOver = Atomic<Bool>(false)

  /// Watches from now on, until `stop`.
  ///
  /// - Parameters:
  ///   - limit: seconds of processor time, of all threads, without a step.
  ///   - onStall: called once, on another thread, when the limit is reached.
  init(limit: Int, onStall: @escaping @Sendable () -> Void) {
    let thread = Thread { [self] in watch(limit, onStall) }
    thread.stackSize = 512 * 1024
    thread.start()
  }

  /// The run got ahead.
  func step() { steps.wrappingAdd(1, ordering: .relaxed) }

  func stop() { isOver.store(true, ordering: .relaxed) }

  private func watch(_ limit: Int, _ onStall: () -> Void) {
    var (last, since) = (steps.load(ordering: .relaxed), clock())
    while !isOver.load(ordering: .relaxed) {
      Thread.sleep(forTimeInterval: 0.2)
      if isOver.load(ordering: .relaxed) { return }
      let now = steps.load(ordering: .relaxed)
      if now != last { (last, since) = (now, clock()) }
      if Double(clock() - since) / Double(CLOCKS_PER_SEC) > Double(limit) { return onStall() }
    }
  }
}

/// A source each read of which is a step ahead.
final class Stepping: ByteSource {
  private let source: any ByteSource
  private let watchdog: Watchdog?

  init(_ source: any ByteSource, _ watchdog: Watchdog?) {
    self.source = source
    self.watchdog = watchdog
  }

  func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    watchdog?.step()
    return try source.read(into: &buffer)
  }
}
