/// Text with its codings undone, and for each byte where it came from.
struct DecodedText {
  /// The text that was decoded, by its place.
  let source: Range<Int>
  private(set) var bytes: [UInt8] = []
  /// For each byte where its writing starts, counted from the start of `source`.
  private var starts: [Int32] = []
  /// For each byte how long its writing is.
  private var lengths: [UInt8] = []
  /// The places where a byte is written in a coding, or where something was left out before it.
  private var marks: [(index: Int, coding: Coding)] = []

  init(_ source: Range<Int>) {
    self.source = source
    bytes.reserveCapacity(source.count)
    starts.reserveCapacity(source.count)
    lengths.reserveCapacity(source.count)
  }

  /// Whether no coding was met.
  var isPlain: Bool { marks.isEmpty }

  /// Whether percent-encoding is all that was met.
  var isURL: Bool {
    marks.allSatisfy { mark in
      if case .percent = mark.coding { true } else { false }
    }
  }

  /// Adds a byte that stands for itself.
  mutating func append(_ byte: UInt8, at place: Int) { append(byte, place, 1) }

  /// Adds the bytes of a letter that is written as `length` bytes from `place` on.
  mutating func append(_ letter: some Sequence<UInt8>, at place: Int, length: Int, _ coding: Coding) {
    marks.append((bytes.count, coding))
    for byte in letter { append(byte, place, length) }
  }

  /// Notes that something was left out before the next byte.
  mutating func leaveOut(_ coding: Coding) { marks.append((bytes.count, coding)) }

  private mutating func append(_ byte: UInt8, _ place: Int, _ length: Int) {
    bytes.append(byte)
    starts.append(Int32(truncatingIfNeeded: place - source.lowerBound))
    lengths.append(UInt8(truncatingIfNeeded: length))
  }

  /// Where a range of `bytes` stands in the source; what was left out at its ends does not belong to it.
  func written(_ range: Range<Int>) -> Range<Int> { start(range.lowerBound)..<end(range.upperBound - 1) }

  /// The bytes that a place in the source stands for, widened to whole writings; nil when it stands for none.
  func decoded(_ place: Range<Int>) -> Range<Int>? {
    let lower = first { end($0) > place.lowerBound }
    let upper = first { start($0) >= place.upperBound }
    return lower < upper ? lower..<upper : nil
  }

  /// Whether a place in the source lies inside the writing of one byte, or inside what was left out.
  func splits(_ place: Int) -> Bool {
    let index = first { end($0) > place }
    guard index < bytes.count else { return false }
    if start(index) <= place { return start(index) < place }
    return place > (index == 0 ? source.lowerBound : end(index - 1))
  }

  /// The coding that is met first in a range of `bytes`; nil when they stand for themselves, one behind the other.
  func coding(of range: Range<Int>) -> Coding? {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].index >= range.lowerBound { high = middle } else { low = middle + 1 }
    }
    for mark in marks[low...] where mark.index < range.upperBound {
      // What was left out before the first byte is not part of the range.
      if mark.index > range.lowerBound || lengths[mark.index] > 1 { return mark.coding }
    }
    return nil
  }

  /// The bytes in a range that stand for themselves.
  func plainBytes(_ range: Range<Int>) -> Set<UInt8> { Set(range.lazy.filter { lengths[$0] == 1 }.map { bytes[$0] }) }

  private func start(_ index: Int) -> Int { source.lowerBound + Int(starts[index]) }
  private func end(_ index: Int) -> Int { start(index) + Int(lengths[index]) }

  /// The first byte that fulfils a condition, which all further ones fulfil too.
  private func first(where isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (0, bytes.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
