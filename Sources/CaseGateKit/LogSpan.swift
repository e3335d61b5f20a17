internal import Bundles
internal import Foundation
internal import Intake

/// Reads texts for what `LogFacts` holds: which releases wrote them, and when they begin and end.
///
/// Formats: heads and time stamps of the servers of the guide's vendor, and access logs. A log whose time cannot be
/// told makes the span of all unknown, so that nobody is told that a log lacks what it has.
final class LogSpan: TextReader {
  private var releases: Set<LogFacts.Release> = []
  private var earliest: Int?
  private var latest: Int?
  private var isKnown = true

  private var name = ""
  private var line: [UInt8] = []
  private var head = LogHead(fileName: "")
  private var lines = 0
  private var first: Int?
  private var last: Int?
  private var lastClock: Int?
  private var days = 0

  /// What was read; a span only when `isWhole`.
  func facts(isWhole: Bool) -> LogFacts? {
    guard !releases.isEmpty || earliest != nil else { return nil }
    func date(_ seconds: Int?) -> Date? { seconds.map { Date(timeIntervalSince1970: Double($0)) } }
    let isSure = isWhole && isKnown
    return LogFacts(releases: releases, earliest: isSure ? date(earliest) : nil, latest: isSure ? date(latest) : nil)
  }

  func begin(_ name: String) {
    self.name = name
    head = LogHead(fileName: name)
    (line, lines, first, last, lastClock, days) = ([], 0, nil, nil, nil, 0)
  }

  func read(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let end = rest.firstIndex(of: 0x0A) {
      add(rest[..<end])
      finishLine()
      rest = rest[(end + 1)...]
    }
    add(rest)
  }

  func end() {
    if !line.isEmpty { finishLine() }
    if let type = head.type, let version = head.version { releases.insert(.init(type: type, version: version)) }
    guard let first, let last else {
      // Settings and lists have no times; a log that has none that we know may be of any time.
      if name.contains(".log") { isKnown = false }
      return
    }
    earliest = min(earliest ?? first, first)
    latest = max(latest ?? last, last)
  }

  /// The start of a line is all that matters.
  private func add(_ bytes: ArraySlice<UInt8>) {
    if line.count < 256 { line += bytes.prefix(256 - line.count) }
  }

  private func finishLine() {
    lines += 1
    // A byte order mark comes before the first time.
    let line = self.line[...].starts(with: [0xEF, 0xBB, 0xBF]) ? self.line[3...] : self.line[...]
    if lines <= 60 { head.read(line) }
    if let stamp = LogStamp(line) ?? LogStamp(accessLog: line) { take(stamp, line) }
    self.line.removeAll(keepingCapacity: true)
  }

  private func take(_ stamp: LogStamp, _ line: ArraySlice<UInt8>) {
    switch stamp.kind {
    case .instant: note(stamp.seconds...stamp.seconds)
    case .wall: note(instants(stamp.seconds))
    case .clock:
      // A day has gone by when the clock falls back by more than lines written by several threads could.
      if let lastClock, stamp.seconds < lastClock - 6 * 3_600 { days += 1 }
      lastClock = stamp.seconds
      if head.version == nil || head.type == nil, line.first == UInt8(ascii: "@") { traceHead(line) }
      guard let day = head.day else { return isKnown = false }
      note(instants((day + days) * 86_400 + stamp.seconds))
    }
  }

  /// `@14:05:12.1239 [0] 8.1.102.60 distribute_event: ...`: switch servers name their release on every event.
  private func traceHead(_ line: ArraySlice<UInt8>) {
    let words = line.split(separator: 0x20, maxSplits: 3)
    // Releases have one digit first, and no address that this could be confused with is worth the risk of showing it.
    guard words.count == 4, words[1].first == UInt8(ascii: "["), words[2].dropFirst().first == UInt8(ascii: "."),
      let version = LogHead.release(words[2])
    else { return }
    releases.insert(.init(type: "TServer", version: version))
  }

  /// The instants that a clock on the wall can mean: zones lie between 12 hours behind and 14 hours ahead of UTC.
  private func instants(_ wall: Int) -> ClosedRange<Int> {
    head.offset.map { wall - $0...wall - $0 } ?? wall - 14 * 3_600...wall + 12 * 3_600
  }

  private func note(_ instants: ClosedRange<Int>) {
    first = min(first ?? instants.lowerBound, instants.lowerBound)
    last = max(last ?? instants.upperBound, instants.upperBound)
  }
}
