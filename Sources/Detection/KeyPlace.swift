/// A glance at the surroundings of a key's name that saves most patterns.
///
/// It may only err towards "a key may be here": `KeyNotation` says what is true.
enum KeyPlace {
  /// Where the stretch of `length` letters and digits that ends at `end` starts; joints between its words are passed over.
  static func start(_ text: Span<UInt8>, end: Int, length: Int, line: Range<Int>) -> Int {
    var left = length
    var position = end
    while left > 0, position > line.lowerBound {
      position -= 1
      if !isJoint(text[position]) && text[position] != 0x20 { left -= 1 }
    }
    return position
  }

  /// A name begins where no word goes on, where camel case turns, or behind an encoded or escaped byte such as `%22`.
  static func canBegin(_ text: Span<UInt8>, at start: Int, line: Range<Int>) -> Bool {
    guard start > line.lowerBound else { return true }
    let before = text[start - 1]
    if !isWord(before) { return true }
    if (0x41...0x5A).contains(text[start]), !(0x41...0x5A).contains(before) { return true }
    for distance in [2, 3, 6] where start - distance >= line.lowerBound {
      switch text[start - distance] {
      case UInt8(ascii: "%"), UInt8(ascii: "\\"), UInt8(ascii: "-"): return true
      default: break
      }
    }
    return false
  }

  /// Behind a name, its index, quotes and blanks, something must lead to a value.
  static func canEnd(_ text: Span<UInt8>, at end: Int, line: Range<Int>) -> Bool {
    var position = end
    while position < line.upperBound, isWord(text[position]) || isJoint(text[position]) {
      // A letter right behind the word makes it another word.
      if position == end, isLetter(text[position]) { return false }
      position += 1
    }
    guard position < line.upperBound else { return false }
    guard isBlank(text[position]) else { return true }
    while position < line.upperBound, isBlank(text[position]) || text[position] == UInt8(ascii: ".") { position += 1 }
    guard position < line.upperBound else { return false }
    switch text[position] {
    // "phone value: ..." and "phone type: [String], value: ..."
    case UInt8(ascii: "v"), UInt8(ascii: "V"), UInt8(ascii: "t"), UInt8(ascii: "T"): return true
    case let byte where !isWord(byte): return true
    default: return isFlag(text, end, line) || isElement(text, end, line)
    }
  }

  /// Whether the name is that of an element, whose attributes follow: `<phone type="home">5550147`.
  private static func isElement(_ text: Span<UInt8>, _ end: Int, _ line: Range<Int>) -> Bool {
    var start = end
    while start > line.lowerBound,
      isWord(text[start - 1]) || isJoint(text[start - 1]) || text[start - 1] == UInt8(ascii: ":")
    {
      start -= 1
    }
    return start > line.lowerBound && (text[start - 1] == UInt8(ascii: "<") || text[start - 1] == UInt8(ascii: ";"))
  }

  /// Whether the line ends where a value is still to come: behind `:`, `=` or `>` there is nothing but what opens one.
  static func goesOn(_ text: Span<UInt8>, _ end: Int, _ line: Range<Int>) -> Bool {
    guard line.upperBound - end <= 80 else { return false }
    var leads = false
    for index in end..<line.upperBound {
      switch text[index] {
      case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: ">"): leads = true
      case 0x20, 0x09, 0x0D, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "|"),
        UInt8(ascii: "-"), UInt8(ascii: "+"):
        break
      default: return false
      }
    }
    return leads
  }

  /// Whether the name belongs to a flag: `--phone 5550147`.
  private static func isFlag(_ text: Span<UInt8>, _ end: Int, _ line: Range<Int>) -> Bool {
    var start = end
    while start > line.lowerBound, isWord(text[start - 1]) || isJoint(text[start - 1]) { start -= 1 }
    return text[start] == UInt8(ascii: "-")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
  private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
