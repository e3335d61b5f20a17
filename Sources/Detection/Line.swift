/// The line around a place, without its line end.
struct Line {
  private(set) var range = 0..<0
  private var known = false

  /// Moves to the line that holds the byte before `position`.
  mutating func move(to position: Int, in text: Span<UInt8>, range limits: Range<Int>) {
    if known, range.lowerBound < position, position <= range.upperBound { return }
    known = true
    var lower = position - 1
    while lower > limits.lowerBound, text[lower - 1] != 0x0A { lower -= 1 }
    var upper = position - 1
    while upper < limits.upperBound, text[upper] != 0x0A { upper += 1 }
    range = lower..<upper
  }
}

extension Span<UInt8> {
  /// The place after the last line feed from `from` on; nil when there is none.
  func lastLineEnd(from: Int) -> Int? {
    var position = count
    while position > from {
      if self[position - 1] == 0x0A { return position }
      position -= 1
    }
    return nil
  }
}
