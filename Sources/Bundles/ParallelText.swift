internal import Detection
internal import Files
internal import Model

/// Feeds a text to the scan pool block by block, and takes the results in order.
struct ParallelText {
  /// A line longer than this is handed on in pieces, which are scanned in order.
  private static let longestLine = 1024 * 1024

  let pool: ScanPool

  /// Reads `source` to its end; `onRead` is told how many bytes each read gave.
  func run(
    _ source: any ByteSource, _ stream: inout TextStream, _ sink: TextStream.Sink, onRead: (Int) -> Void
  ) throws(Problem) {
    var waiting: [ScanPool.Job] = []
    var buffer = [UInt8](repeating: 0, count: 128 * 1024)
    var pending: [UInt8] = []
    var isAtEnd = false
    while true {
      // Two blocks a thread keep all of them busy, and bound the memory.
      while !isAtEnd, waiting.count < 2 * pool.threads {
        let count = try source.read(into: &buffer)
        onRead(count)
        isAtEnd = count == 0
        pending += buffer[..<count]
        while pending.count >= ScanPool.blockSize + ScanPool.lookahead, let end = blockEnd(pending) {
          // Lines of the next block, whole, help to decide the last ones of this.
          let seen = pending[..<min(pending.count, end + ScanPool.lookahead)].lastIndex(of: 0x0A) ?? end - 1
          waiting.append(pool.scan(Array(pending[...seen]), end: end))
          pending.removeSubrange(..<end)
        }
        if pending.count >= Self.longestLine { break }
      }
      if !waiting.isEmpty {
        try stream.append(waiting.removeFirst(), sink)
      } else {
        // The rest, or a line without end: in order, by the stream itself.
        try stream.append(pending.span, sink)
        pending.removeAll(keepingCapacity: true)
        if isAtEnd { return }
      }
    }
  }

  /// Behind the last line end in the first block; behind a line that is longer, if it ends at all.
  private func blockEnd(_ pending: [UInt8]) -> Int? {
    let size = ScanPool.blockSize
    if let end = pending[..<size].lastIndex(of: 0x0A) { return end + 1 }
    return pending[size...].firstIndex(of: 0x0A).map { $0 + 1 }
  }
}
