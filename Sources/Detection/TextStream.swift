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

  private var scan: Scan
  private var buffer: [UInt8] = []
  /// How much of `buffer` has left already and only helps to decide what follows.
  private var done = 0
  private var offset = 0
  /// What the tables of the text that has left leave for what follows.
  private var tables = TableState()
  private let chunkSize: Int

  /// Makes an empty stream.
  ///
  /// - Parameters:
  ///   - chunkSize: how many bytes to gather before a scan; 1 scans whatever whole lines are there, for filters that
  ///     must answer at once.
  ///   - explains: whether chunks tell all claims.
  public init(_ detector: Detector, chunkSize: Int = 256 * 1024, explains: Bool = false) {
    scan = Scan(detector)
    scan.explains = explains
    self.chunkSize = chunkSize
  }

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
    guard buffer.isEmpty, result.end > 0, tables.layout == nil, !isKnown else { return try append(text.span, sink) }
    tables.layout = result.tables.layout
    tables.definitions.merge(result.tables.definitions)
    try sink(Chunk(text: text.span.extracting(..<result.end), matches: result.matches, offset: offset))
    offset += result.end
    buffer = Array(text[result.end...])
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
    let result = try scan.scan(text.span, from: done, isFinal: isFinal, continuing: tables)
    guard result.end > done else { return }
    tables = result.tables
    let start = done
    func moved(_ match: Match) -> Match { match.moved(by: -start) }
    let claims = result.claims.filter { $0.range.lowerBound >= start && $0.range.upperBound <= result.end }
    try sink(
      Chunk(
        text: text.span.extracting(start..<result.end), matches: result.matches.map(moved), claims: claims.map(moved),
        offset: offset))
    offset += result.end - start
    let keep = text[result.end - 1] == 0x0A ? result.end : max(0, result.end - Scan.lookback)
    text.removeSubrange(..<keep)
    done = result.end - keep
  }
}
