/// A folder of logs, settings and exports of one invented contact centre, with labelled truth.
public struct FixtureBundle: Sendable {
  private let site: Site
  private let size: Int
  private let segmentSize: Int

  /// Describes a bundle of about `size` bytes; the same values give the same bytes.
  ///
  /// Logs go on in a new file after `segmentSize` bytes, as servers do it.
  public init(seed: UInt64, size: Int, people: Int = 5_000, segmentSize: Int = 10 << 20) {
    site = Site(seed: seed, people: people)
    self.size = size
    self.segmentSize = segmentSize
  }

  /// Writes the files, and where each planted value and each trap lies.
  public func write(to destination: any Destination, truth: (any Sink)? = nil) throws {
    var output = Output(destination, truth)
    for (index, file) in Catalogue.singleFiles.enumerated() {
      var random = SplitMix64(seed: site.seed, kind: 8, index: index)
      var document = Document(path: file.path(on: site), encoding: file.encoding, lineEnd: file.lineEnd)
      if file.byteOrderMark { document.append("\u{FEFF}") }
      file.write(&document, site: site, with: &random)
      let sink = try output.open(document)
      try output.drain(&document, to: sink)
      try sink.close()
    }
    var segments = try Catalogue.logs.map { try Segment($0, site, Moment.origin, &output) }
    var calls = CallSequence(site: site)
    while output.pendingAndWritten(segments) < size, let call = calls.next() {
      for index in segments.indices {
        if segments[index].document.length > segmentSize { try segments[index].roll(site, call.start, &output) }
        try segments[index].record(call, index, &output)
      }
    }
    for index in segments.indices { try segments[index].close(&output) }
    try output.close()
  }
}

/// The part of a log that is being written.
private struct Segment {
  let format: any LogFormat
  var document: Document
  private var sink: any Sink

  init(_ format: any LogFormat, _ site: Site, _ start: Moment, _ output: inout Output) throws {
    var stamp = Text()
    stamp.append(start, .fileName)
    self.format = format
    document = Document(
      path: "\(format.path(on: site)).\(String(decoding: stamp.bytes, as: UTF8.self)).\(format.suffix)",
      encoding: format.encoding,
      lineEnd: format.lineEnd, byteOrderMark: format.byteOrderMark)
    format.begin(&document, site: site, at: start)
    sink = try output.open(document)
  }

  mutating func record(_ call: Call, _ index: Int, _ output: inout Output) throws {
    var random = call.random(for: UInt64(index))
    format.record(call, in: &document, with: &random)
    if document.pending.count > 1 << 18 { try output.drain(&document, to: sink) }
  }

  mutating func roll(_ site: Site, _ start: Moment, _ output: inout Output) throws {
    try close(&output)
    self = try Segment(format, site, start, &output)
  }

  mutating func close(_ output: inout Output) throws {
    try output.drain(&document, to: sink)
    try sink.close()
  }
}

/// Where files and truth go, and how much went there.
private struct Output {
  private let destination: any Destination
  private var truth: Truth?
  private var written = 0

  init(_ destination: any Destination, _ truth: (any Sink)?) {
    self.destination = destination
    self.truth = truth.map { Truth($0) }
  }

  func open(_ document: Document) throws -> any Sink { try destination.open(document.path) }

  mutating func drain(_ document: inout Document, to sink: any Sink) throws {
    let path = document.path
    try document.drain { bytes, marks in
      try sink.write(bytes)
      try truth?.add(marks, in: path)
      written += bytes.count
    }
  }

  func pendingAndWritten(_ segments: [Segment]) -> Int {
    segments.reduce(written) { $0 + $1.document.pending.count }
  }

  mutating func close() throws { try truth?.close() }
}
