extension Text {
  /// Marks in order, without those that would lie on an earlier one.
  private static func apart(_ marks: [Mark]) -> [Mark] {
    var result: [Mark] = []
    for mark in marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where mark.range.lowerBound >= result.last?.range.upperBound ?? 0 {
      result.append(mark)
    }
    return result
  }

  /// In base64 (RFC 4648), with a line break after each `width` characters; 0 is for one line.
  ///
  /// A mark covers the characters that hold nothing but bits of its value. The others may change: a replacement of
  /// another length moves what follows it.
  func base64(width: Int = 0) -> Text {
    var output: [UInt8] = []
    var column = 0
    var places: [Int] = []
    func put(_ byte: UInt8) {
      if width > 0, column == width {
        output.append(0x0A)
        column = 0
      }
      places.append(output.count)
      output.append(byte)
      column += 1
    }
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        put(index <= group.count ? Dice.base64[word >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
      }
    }
    places.append(output.count)
    var moved: [Mark] = []
    for mark in marks {
      let (first, end) = ((mark.range.lowerBound * 8 + 5) / 6, mark.range.upperBound * 8 / 6)
      guard first < end else { continue }
      moved.append(Mark(range: places[first]..<places[end - 1] + 1, kind: mark.kind))
    }
    let covered = Set(moved.flatMap(\.range))
    if !marks.isEmpty {
      for place in output.indices where !covered.contains(place) {
        moved.append(Mark(range: place..<place + 1, kind: .either))
      }
    }
    return Text(bytes: output, marks: Self.apart(moved))
  }
}
