internal import Detection
internal import Files
internal import Model
internal import Redaction
internal import RulePacks

/// What became of one text.
struct TextOutcome {
  var bytesIn = 0
  var bytesOut = 0
  /// Spans found, by category; those that a rule keeps on purpose are not among them.
  var hits: [String: Int] = [:]
}

/// Runs one text through detection and redaction.
struct TextScrubber {
  let detector: Detector
  let session: Session
  let encoding: TextEncoding
  /// The name for findings.
  let entry: String
  /// How many bytes to gather before a scan; see `TextStream`.
  var chunkSize = 256 * 1024

  /// Reads `source` to its end and writes the scrubbed text to `sink`.
  func run(_ source: any ByteSource, to sink: any ByteSink) throws(Problem) -> TextOutcome {
    let rewriter = Rewriter(self, sink)
    var stream = TextStream(detector, chunkSize: chunkSize, explains: session.explains, idle: session.idle)
    var buffer = [UInt8](repeating: 0, count: 128 * 1024)
    if encoding == .bytes, chunkSize > 1, !session.explains {
      try ParallelText(pool: session.pool).run(source, &stream, rewriter.take) { rewriter.outcome.bytesIn += $0 }
      try stream.finish(rewriter.take)
      return rewriter.outcome
    }
    if encoding == .bytes {
      while true {
        let count = try source.read(into: &buffer)
        if count == 0 { break }
        rewriter.outcome.bytesIn += count
        try stream.append(buffer.span.extracting(first: count), rewriter.take)
      }
      try stream.finish(rewriter.take)
      return rewriter.outcome
    }
    var transcoder = UTF16Transcoder(bigEndian: encoding == .utf16BigEndian)
    rewriter.transcoder = transcoder
    var text: [UInt8] = []
    while true {
      let count = try source.read(into: &buffer)
      if count == 0 { break }
      rewriter.outcome.bytesIn += count
      text.removeAll(keepingCapacity: true)
      try MixedEncoding.refuseNarrow(in: buffer[..<count])
      transcoder.decode(buffer[..<count], into: &text)
      try stream.append(text.span, rewriter.take)
    }
    text.removeAll(keepingCapacity: true)
    let odd = transcoder.finish(into: &text)
    try stream.append(text.span, rewriter.take)
    try stream.finish(rewriter.take)
    if let odd { try rewriter.write([odd].span) }
    return rewriter.outcome
  }
}

/// Writes chunks with their values replaced, and counts.
private final class Rewriter {
  private let scrubber: TextScrubber
  private let sink: any ByteSink
  var transcoder: UTF16Transcoder? = nil
  var outcome = TextOutcome()
  private var line = 1
  private var columnStart = 0
  private var entryOffset = 0
  private var output: [UInt8] = []

  init(_ scrubber: TextScrubber, _ sink: any ByteSink) {
    self.scrubber = scrubber
    self.sink = sink
  }

  func take(_ chunk: borrowing TextStream.Chunk) throws(Problem) {
    let text = chunk.text
    if transcoder == nil {
      try MixedEncoding.refuseWide(in: text)
      try HiddenData.refuse(in: text)
    }
    var edits: [ContentLength.Edit] = []
    // Up to where line ends have been counted.
    var counted = 0
    for match in chunk.matches {
      let replacement = try match.rewritten(text) { value, index throws(Problem) in
        let rule = scrubber.detector.rules[index]
        if scrubber.session.isLearning {
          scrubber.session.learned.consider(value, rule.category)
          return nil
        }
        guard
          let replacement = scrubber.session.redactor.replacement(
            for: value, category: rule.category, action: rule.action)
        else { return nil }
        outcome.hits[rule.category.rawValue, default: 0] += 1
        if let report = scrubber.session.onFinding {
          countLines(text, from: counted, to: match.range.lowerBound, chunkOffset: chunk.offset)
          counted = match.range.lowerBound
          try report(finding(rule, text, match.range, chunk.offset, replacement, claims: claims(chunk, match)))
        }
        return replacement
      }
      guard let replacement else { continue }
      let quote = JSONNumber.quote(for: replacement, at: match.range, in: text)
      edits.append(ContentLength.Edit(range: match.range, bytes: quote + replacement + quote))
    }
    if scrubber.session.onFinding != nil {
      countLines(text, from: counted, to: text.count, chunkOffset: chunk.offset)
    }
    if edits.isEmpty, transcoder == nil { return try write(text) }
    let corrections = ContentLength.corrections(in: text, edits)
    if !corrections.isEmpty {
      edits = (edits + corrections).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    var position = 0
    for edit in edits where edit.range.lowerBound >= position {
      emit(text.extracting(position..<edit.range.lowerBound))
      emit(edit.bytes.span)
      position = edit.range.upperBound
    }
    emit(text.extracting(position...))
    let finished = output
    try write(finished.span)
    output.removeAll(keepingCapacity: true)
    if transcoder != nil { entryOffset += UTF16Transcoder.length(of: text, 0..<text.count) }
  }

  /// The rules that wanted part of a value and did not get it, each with its bytes in the value.
  private func claims(_ chunk: borrowing TextStream.Chunk, _ match: Match) -> [String]? {
    guard scrubber.session.explains else { return nil }
    let others = chunk.claims.filter { $0.range.overlaps(match.range) && $0 != match }
    return Set(others).sorted { ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule) }.map { claim in
      let start = claim.range.lowerBound - match.range.lowerBound
      return "\(scrubber.detector.rules[claim.rule].id) bytes \(start) to \(start + claim.range.count)"
    }
  }

  private func finding(
    _ rule: Rule, _ text: Span<UInt8>, _ range: Range<Int>, _ offset: Int, _ replacement: [UInt8],
    claims: [String]?
  ) -> Finding {
    let isWide = transcoder != nil
    return Finding(
      rule: rule.id, category: rule.category, entry: scrubber.entry, line: line,
      column: offset + range.lowerBound - columnStart + 1,
      byteOffset: isWide
        ? entryOffset + UTF16Transcoder.length(of: text, 0..<range.lowerBound) : offset + range.lowerBound,
      byteLength: isWide ? UTF16Transcoder.length(of: text, range) : range.count,
      confidence: rule.confidence, pseudonym: String(decoding: replacement, as: UTF8.self), claims: claims)
  }

  private func countLines(_ text: Span<UInt8>, from: Int, to: Int, chunkOffset: Int) {
    for index in from..<to where text[index] == 0x0A {
      line += 1
      columnStart = chunkOffset + index + 1
    }
  }

  private func emit(_ bytes: Span<UInt8>) {
    if let transcoder {
      transcoder.encode(bytes, into: &output)
    } else {
      unsafe bytes.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
    }
  }

  func write(_ bytes: Span<UInt8>) throws(Problem) {
    outcome.bytesOut += bytes.count
    try sink.write(bytes)
  }
}
