/// How a text in base64 is written: its alphabet, its padding, its lines.
public struct Base64Form: Sendable, Hashable {
  /// Whether `-` and `_` stand for the last two values (RFC 4648 section 5).
  var isURLSafe = false
  /// Whether the end is filled up with `=`.
  var isPadded = true
  /// The letters of the first line, and of each further one; 0 when there is one line only.
  var firstLine = 0
  var line = 0
  /// What stands between two lines.
  var lineEnd: [UInt8] = []

  private static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let urlSafe = Array(standard.dropLast(2)) + [UInt8(ascii: "-"), UInt8(ascii: "_")]

  /// What a letter stands for in either alphabet; 255 for what is none.
  static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, letter) in (standard + urlSafe).enumerated() { values[Int(letter)] = UInt8(value & 63) }
    return values
  }()

  func encoded(_ text: [UInt8]) -> [UInt8] {
    let alphabet = isURLSafe ? Self.urlSafe : Self.standard
    var letters: [UInt8] = []
    letters.reserveCapacity(text.count / 3 * 4 + 4)
    var index = 0
    while index < text.count {
      let rest = text.count - index
      let bits =
        UInt32(text[index]) << 16 | (rest > 1 ? UInt32(text[index + 1]) << 8 : 0)
        | (rest > 2 ? UInt32(text[index + 2]) : 0)
      for place in 0..<4 where place <= rest { letters.append(alphabet[Int(bits >> UInt32(18 - 6 * place)) & 63]) }
      index += 3
    }
    if isPadded { while letters.count % 4 != 0 { letters.append(UInt8(ascii: "=")) } }
    guard line > 0, letters.count > firstLine else { return letters }
    var result = Array(letters[..<firstLine])
    var start = firstLine
    while start < letters.count {
      let end = min(letters.count, start + line)
      result += lineEnd + letters[start..<end]
      start = end
    }
    return result
  }
}
