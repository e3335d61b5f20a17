internal import Foundation
internal import Model

/// Words of headers in other characters than ASCII: `=?utf-8?Q?...?=` (RFC 2047).
enum EncodedWord {
  /// The text of a header, its encoded words undone.
  ///
  /// - Throws: `Problem` of code `unscannable` for a word that cannot be decoded.
  static func decode(_ value: [UInt8]) throws(Problem) -> String {
    let text = try Charset.decode(value, "utf-8")
    var result = ""
    // Words next to each other, and of one character set, may share a character.
    var pending: (charset: String, bytes: [UInt8])?
    var rest = text[...]
    func flush(_ result: inout String) throws(Problem) {
      if let word = pending { result += try Charset.decode(word.bytes, word.charset) }
      pending = nil
    }
    while let match = rest.firstMatch(of: /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([BbQq])\?([^?\s]*)\?=/) {
      let before = rest[..<match.range.lowerBound]
      // White space between two words is not part of the text.
      if pending == nil || !before.allSatisfy(\.isWhitespace) {
        try flush(&result)
        result += before
      }
      let charset = match.1.lowercased()
      let bytes = try bytes(String(match.3), isBase64: match.2.lowercased() == "b")
      if pending?.charset != charset { try flush(&result) }
      pending = (charset, (pending?.bytes ?? []) + bytes)
      rest = rest[match.range.upperBound...]
    }
    try flush(&result)
    return result + rest
  }

  private static func bytes(_ code: String, isBase64: Bool) throws(Problem) -> [UInt8] {
    if isBase64 {
      let padded = code + String(repeating: "=", count: (4 - code.utf8.count % 4) % 4)
      guard let data = Data(base64Encoded: padded) else { throw refused("a header holds a damaged encoded word") }
      return Array(data)
    }
    var result: [UInt8] = []
    var rest = Array(code.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "_"): result.append(0x20)
      case UInt8(ascii: "="):
        guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 else {
          throw refused("a header holds a damaged encoded word")
        }
        result.append(value)
        rest = rest.dropFirst(2)
      default: result.append(byte)
      }
    }
    return result
  }
}
