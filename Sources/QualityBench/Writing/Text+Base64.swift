extension Text {
  /// In base64 (RFC 4648), with a line break after each `width` characters; 0 is for one line.
  ///
  /// A mark covers the characters that hold nothing but bits of its value.
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
    let moved = marks.compactMap { mark -> Mark? in
      let (first, end) = ((mark.range.lowerBound * 8 + 5) / 6, mark.range.upperBound * 8 / 6)
      guard first < end else { return nil }
      return Mark(range: places[first]..<places[end - 1] + 1, kind: mark.kind)
    }
    return Text(bytes: output, marks: moved)
  }
}
