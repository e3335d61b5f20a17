/// A way to write text inside other text.
public enum Coding: Sendable, Hashable {
  /// `%40`, RFC 3986 section 2.1.
  case percent(lowercase: Bool)
  /// `\"` and `\u0040`, RFC 8259 section 7.
  case json
  /// `&lt;` and `&#64;`, XML 1.0 section 4.1.
  case xml
  /// `=40`, and lines that end with `=` and go on, RFC 2045 section 6.7.
  case quotedPrintable
  /// Lines that go on behind a line end and a blank, RFC 5322 section 2.2.3 and RFC 2849.
  case folded
  /// Control sequences that colour text on a terminal, ECMA-48 section 8.3.117; they are no part of the text.
  case colours
  /// RFC 4648 sections 4 and 5; long texts are broken into lines, as in RFC 2045 section 6.8.
  case base64(Base64Form)

  /// Writes `text` so that it can stand in this coding.
  ///
  /// - Parameter plain: bytes that stood for themselves in what `text` replaces, and may go on to do so.
  func encoded(_ text: [UInt8], plain: Set<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 16)
    switch self {
    case .folded, .colours: return text
    case .base64(let form): return form.encoded(text)
    case .percent(let lowercase):
      for byte in text {
        if isUnreserved(byte) || plain.contains(byte) {
          result.append(byte)
        } else {
          result += hex(byte, "%", lowercase)
        }
      }
    case .quotedPrintable:
      for byte in text {
        if byte == UInt8(ascii: "=") || byte > 0x7E || byte < 0x20 {
          result += hex(byte, "=")
        } else {
          result.append(byte)
        }
      }
    case .json:
      for byte in text {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
        case ..<0x20: result += hex(byte, "\\u00")
        default: result.append(byte)
        }
      }
    case .xml:
      for byte in text {
        switch byte {
        case UInt8(ascii: "<"): result += Array("&lt;".utf8)
        case UInt8(ascii: ">"): result += Array("&gt;".utf8)
        case UInt8(ascii: "&"): result += Array("&amp;".utf8)
        case UInt8(ascii: "\""): result += Array("&quot;".utf8)
        default: result.append(byte)
        }
      }
    }
    return result
  }

  private func hex(_ byte: UInt8, _ mark: String, _ lowercase: Bool = false) -> [UInt8] {
    let digits = String(byte, radix: 16, uppercase: !lowercase)
    return Array(mark.utf8) + (byte < 0x10 ? [UInt8(ascii: "0")] : []) + Array(digits.utf8)
  }
}

/// RFC 3986 section 2.3.
private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
  default: false
  }
}
