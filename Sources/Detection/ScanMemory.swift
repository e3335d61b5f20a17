internal import Synchronization

/// What rules have found behind their gates, text by text, so that the second pass over a bundle only has to add what the
/// first has learned.
///
/// A text is known by a hash of its bytes with a secret of the process (SipHash), so that a text that was altered
/// between the passes, or made to look like another, is scanned anew. What is remembered is bounded, and holds places
/// and rules, no values.
final class ScanMemory: Sendable {
  /// Which text, and whether something followed it.
  struct Text: Hashable {
    let count: Int
    /// Up to where it was searched.
    let end: Int
    let isFinal: Bool
    let hash: Int

    init(_ text: Span<UInt8>, end: Int, isFinal: Bool) {
      count = text.count
      self.end = end
      self.isFinal = isFinal
      var hasher = Hasher()
      unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
      hash = hasher.finalize()
    }
  }

  /// What the gates of a text have led to.
  struct Findings {
    var candidates: [Match] = []
    var pairs: [Pair] = []
    var settled: [Range<Int>: Int] = [:]
    var headers: [Int] = []
    var held = 0
  }

  /// What hashing costs is not worth it for less.
  static let shortest = 512
  /// About 150 MB of dense logs; what does not fit is scanned again.
  private static let limit = 24 * 1024 * 1024
  /// What an entry takes besides its bytes.
  private static let overhead = 128

  private struct State {
    var findings: [Text: [UInt8]] = [:]
    var size = 0
  }

  private let state = Mutex(State())

  func findings(in text: Text) -> Findings? {
    guard let bytes = state.withLock({ $0.findings[text] }) else { return nil }
    var reader = Numbers(bytes)
    var result = Findings()
    result.held = reader.next()
    for _ in 0..<reader.next() { result.candidates.append(Match(range: reader.nextRange(), rule: reader.next())) }
    for _ in 0..<reader.next() { result.pairs.append(Pair(key: reader.nextRange(), value: reader.nextRange())) }
    for _ in 0..<reader.next() {
      let range = reader.nextRange()
      result.settled[range] = reader.next()
    }
    for _ in 0..<reader.next() { result.headers.append(reader.nextPlace()) }
    return result
  }

  func keep(_ findings: Findings, in text: Text) {
    if state.withLock({ $0.size >= Self.limit }) { return }
    var numbers = Numbers()
    numbers.add(findings.held)
    numbers.add(findings.candidates.count)
    for match in findings.candidates {
      numbers.add(match.range)
      numbers.add(match.rule)
    }
    numbers.add(findings.pairs.count)
    for pair in findings.pairs {
      numbers.add(pair.key)
      numbers.add(pair.value)
    }
    numbers.add(findings.settled.count)
    for (range, rule) in findings.settled {
      numbers.add(range)
      numbers.add(rule)
    }
    numbers.add(findings.headers.count)
    for header in findings.headers { numbers.add(place: header) }
    // A copy has no room to spare.
    let bytes = Array(numbers.bytes[...])
    state.withLock { state in
      guard state.size < Self.limit, state.findings.updateValue(bytes, forKey: text) == nil else { return }
      state.size += bytes.count + Self.overhead
    }
  }
}

/// Numbers in as few bytes as they need, seven bits in each (LEB128), and places by their distance from the last one.
private struct Numbers {
  private(set) var bytes: [UInt8]
  private var position = 0
  private var place = 0

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// Adds a number from 0 on.
  mutating func add(_ number: Int) {
    var left = UInt(bitPattern: number)
    while left >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: left) | 0x80)
      left >>= 7
    }
    bytes.append(UInt8(left))
  }

  mutating func add(place next: Int) {
    let distance = next - place
    // The sign goes last, so that small distances are small numbers.
    add(distance < 0 ? (-distance << 1) - 1 : distance << 1)
    place = next
  }

  mutating func add(_ range: Range<Int>) {
    add(place: range.lowerBound)
    add(range.count)
  }

  mutating func next() -> Int {
    var result: UInt = 0
    var shift: UInt = 0
    while true {
      let byte = bytes[position]
      position += 1
      result |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: result) }
      shift += 7
    }
  }

  mutating func nextPlace() -> Int {
    let number = next()
    place += number & 1 == 1 ? -((number + 1) >> 1) : number >> 1
    return place
  }

  mutating func nextRange() -> Range<Int> {
    let start = nextPlace()
    return start..<start + next()
  }
}
