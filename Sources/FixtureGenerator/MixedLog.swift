/// One long log with lines of all servers, for measuring; written in constant memory.
public struct MixedLog: Sendable {
  private let site: Site
  private let size: Int

  /// Describes a log of about `size` bytes; the same values give the same bytes.
  public init(seed: UInt64, size: Int, people: Int = 5_000) {
    site = Site(seed: seed, people: people)
    self.size = size
  }

  /// Writes the log, and where each planted value and each trap lies in the file called `name`.
  public func write(to sink: any Sink, truth: (any Sink)? = nil, name: String = "mixed.log") throws {
    let formats = Catalogue.logs.enumerated().filter { $0.element.encoding == .utf8 }
    var truth = truth.map { Truth($0) }
    var document = Document(path: name)
    for (_, format) in formats { format.begin(&document, site: site, at: Moment.origin) }
    var calls = CallSequence(site: site)
    while document.length < size, let call = calls.next() {
      for (index, format) in formats {
        var random = call.random(for: UInt64(index))
        format.record(call, in: &document, with: &random)
      }
      if document.pending.count > 1 << 18 { try flush(&document, sink, &truth) }
    }
    try flush(&document, sink, &truth)
    try sink.close()
    try truth?.close()
  }

  private func flush(_ document: inout Document, _ sink: any Sink, _ truth: inout Truth?) throws {
    let path = document.path
    try document.drain { bytes, marks in
      try sink.write(bytes)
      try truth?.add(marks, in: path)
    }
  }
}
