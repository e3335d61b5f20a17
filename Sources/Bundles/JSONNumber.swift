/// A number in a JSON text; what takes its place is often none, and must become a string to keep the text valid.
enum JSONNumber {
  /// The quote for a replacement of the number at `range`, with the backslashes that the key's own quotes have; empty
  /// when there is no number, or the replacement is one too (RFC 8259 section 6).
  static func quote(for replacement: [UInt8], at range: Range<Int>, in text: Span<UInt8>) -> [UInt8] {
    for index in range where !isNumeric(text[index]) { return [] }
    guard !isNumber(replacement), isClosed(text, range.upperBound) else { return [] }
    var place = range.lowerBound
    func skipBlanks() { while place > 0, text[place - 1] == 0x20 || text[place - 1] == 0x09 { place -= 1 } }
    skipBlanks()
    guard place > 0, text[place - 1] == UInt8(ascii: ":") else { return [] }
    place -= 1
    skipBlanks()
    guard place > 0, text[place - 1] == UInt8(ascii: "\"") else { return [] }
    let end = place
    place -= 1
    while place > 0, text[place - 1] == UInt8(ascii: "\\") { place -= 1 }
    return (place..<end).map { text[$0] }
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ".")].contains(byte)
  }

  private static func isNumber(_ text: [UInt8]) -> Bool {
    text.allSatisfy { (0x30...0x39).contains($0) } && (text.count == 1 || text.first != UInt8(ascii: "0"))
  }

  /// Whether nothing but blanks stands before what ends a member of an object.
  private static func isClosed(_ text: Span<UInt8>, _ place: Int) -> Bool {
    var place = place
    while place < text.count, text[place] == 0x20 || text[place] == 0x09 { place += 1 }
    return place == text.count
      || [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x0A, 0x0D].contains(text[place])
  }
}
