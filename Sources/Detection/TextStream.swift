public import Model

/// Text that arrives piece by piece, and leaves as chunks that are decided.
///
/// Memory is bounded: a chunk is some hundred kilobytes of whole lines, or part of a line that is longer.
public struct TextStream: ~Copyable {
  /// Decided text, with the values in it.
  public struct Chunk: ~Escapable {
    /// The bytes.
    public let text: Span<UInt8>
    /// The values in `text`, in order and without overlap.
    public let matches: [Match]
    /// All that rules have claimed, in no order; empty unless the stream explains.
    public let claims: [Match]
    /// Where `text` starts in the stream.
    public let offset: Int

    @_lifetime(copy text)
    init(text: Span<UInt8>, matches: [Match], claims: [Match] = [], offset: Int) {
      self.text = text
      self.matches = matches
      self.claims = claims
      self.offset = offset
    }
  }

  /// Takes a chunk; what it throws ends the stream.
  public typealias Sink = (borrowing Chunk) throws(Problem) -> Void

  private let box: ScanBox
  private let idle: IdleScans
  private let detector: Detector
  private var buffer: [UInt8] = []
  /// How much of `buffer` has left already and only helps to decide what follows.
  private var done = 0
  private var offset = 0
  /// What the lines before `buffer` have shown in it, where it was seen ahead; in places of `buffer`.
  private var foreseen: [Match] = []
  /// What the tables of the text that has left leave for what follows.
  private var tables = TableState()
  private let chunkSize: Int

  /// Makes an empty stream.
  ///
  /// - Parameters:
  ///   - chunkSize: how many bytes to gather before a scan; 1 scans whatever whole lines are there, for filters that
  ///     must answer at once.
  ///   - explains: whether chunks tell all claims.
  ///   - idle: scans to take one from, and to give it back to.
  public init(
    _ detector: Detector, chunkSize: Int = 256 * 1024, explains: Bool = false, idle: IdleScans = IdleScans()
  ) {
    self.idle = idle
    box = idle.take(detector)
    box.scan.explains = explains
    self.detector = detector
    self.chunkSize = chunkSize
  }

  deinit { idle.put(box) }

  /// Adds `bytes` and hands on what is decided.
  public mutating func append(_ bytes: Span<UInt8>, _ sink: Sink) throws(Problem) {
    unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
    let pending = buffer.count - done
    guard pending >= chunkSize else { return }
    // A long line gathers until a scan with its overlap is worth the effort.
    if pending < 16 * Scan.overlap, buffer.span.lastLineEnd(from: done) == nil { return }
    try drain(isFinal: false, sink)
  }

  /// Adds a block that was scanned ahead; its result counts unless something before it is still undecided.
  public mutating func append(_ job: ScanPool.Job, _ sink: Sink) throws(Problem) {
    let result = try job.result()
    let text = job.text
    let isKnown = result.tables.hasOpenRows && !tables.definitions.isEmpty
    guard buffer.isEmpty, result.end > done, tables.layout == nil, !isKnown else {
      return try append(text.span.extracting(..<job.end), sink)
    }
    tables.layout = result.tables.layout
    tables.definitions.merge(result.tables.definitions)
    var end = min(result.end, job.end)
    let matches = decided(result.matches, &end)
    try sink(Chunk(text: text.span.extracting(done..<end), matches: matches, offset: offset))
    offset += end - done
    foreseen = end < job.end ? [] : Self.matches(result.matches, from: end, movedBy: -job.end)
    buffer = end < job.end ? Array(text[end..<job.end]) : []
    done = max(0, end - job.end)
  }

  /// The matches from `done` to `end`, counted from `done`; a value that goes over the end moves it.
  private func decided(_ found: [Match], _ end: inout Int) -> [Match] {
    var own = found.filter { $0.range.lowerBound < end && $0.range.upperBound > done }
    let ahead = foreseen.filter { $0.range.lowerBound < end && $0.range.upperBound > done }
    let last = ahead.last?.range.lowerBound ?? -1
    let known = Dictionary(
      uniqueKeysWithValues: own.prefix { $0.range.lowerBound <= last }.map { ($0.range.lowerBound, $0) })
    let others = ahead.filter { known[$0.range.lowerBound] != $0 }
    if !others.isEmpty { own = Overlaps.joined(own, others, rules: detector.rules) }
    for match in own { end = max(end, match.range.upperBound) }
    return own.map { match in
      match.range.lowerBound >= done
        ? match.moved(by: -done) : Match(range: 0..<match.range.upperBound - done, rule: match.rule)
    }
  }

  private static func matches(_ all: [Match], from start: Int, movedBy distance: Int) -> [Match] {
    all.filter { $0.range.lowerBound >= start }.map { $0.moved(by: distance) }
  }

  /// Hands on the rest.
  public mutating func finish(_ sink: Sink) throws(Problem) {
    try drain(isFinal: true, sink)
  }

  private mutating func drain(isFinal: Bool, _ sink: Sink) throws(Problem) {
    guard buffer.count > done else { return }
    // Taken out for the time of the scan, because a span of a property would lock the whole struct.
    var text: [UInt8] = []
    swap(&text, &buffer)
    defer { swap(&text, &buffer) }
    let result = try box.scan.scan(text.span, from: done, isFinal: isFinal, continuing: tables)
    guard result.end > done else { return }
    tables = result.tables
    var end = result.end
    let matches = decided(result.matches, &end)
    let claims = result.claims.filter { $0.range.lowerBound >= done && $0.range.upperBound <= end }
    try sink(
      Chunk(
        text: text.span.extracting(done..<end), matches: matches, claims: Self.matches(claims, from: 0, movedBy: -done),
        offset: offset))
    offset += end - done
    let keep = text[end - 1] == 0x0A ? end : max(0, end - Scan.lookback)
    foreseen = Self.matches(foreseen, from: end, movedBy: -keep)
    text.removeSubrange(..<keep)
    done = end - keep
  }
}
