/// Characters that a text spells by their number: `%2B`, `\u002b`, `&#43;`, `&#x2b;`.
enum Escape {
  /// The escape that begins at `index`: how many bytes it has, and the character if it is one of ASCII.
  static func at(_ index: Int, in text: [UInt8]) -> (length: Int, character: UInt8?)? {
    switch text[index] {
    case UInt8(ascii: "%"): return hexadecimal(text, from: index + 1, count: 2).map { (3, $0) }
    case UInt8(ascii: "\\"):
      guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "u") else { return nil }
      return hexadecimal(text, from: index + 2, count: 4).map { (6, $0) }
    case UInt8(ascii: "&"):
      guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "#"),
        let end = text[index...].prefix(10).firstIndex(of: UInt8(ascii: ";"))
      else { return nil }
      let digits = String(decoding: text[(index + 2)..<end], as: UTF8.self)
      let number = digits.lowercased().hasPrefix("x") ? Int(digits.dropFirst(), radix: 16) : Int(digits)
      return number.map { (end - index + 1, $0 < 0x80 ? UInt8($0) : nil) }
    default: return nil
    }
  }

  private static func hexadecimal(_ text: [UInt8], from start: Int, count: Int) -> UInt8?? {
    guard start + count <= text.count,
      let number = UInt32(String(decoding: text[start..<start + count], as: UTF8.self), radix: 16)
    else { return nil }
    return .some(number < 0x80 ? UInt8(number) : nil)
  }
}
