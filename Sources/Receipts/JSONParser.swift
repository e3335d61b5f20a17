internal import Model

/// Reads RFC 8259 JSON and nothing more: a signed file that two parsers read differently is an attack.
///
/// Duplicate keys, trailing text, invalid UTF-8 and lone surrogates are errors, and depth is bounded.
struct JSONParser {
  private static let deepest = 32
  private let bytes: [UInt8]
  private let subject: String
  private var index = 0
  private var depth = 0

  /// Parses the whole of `bytes`; `subject` names the file in errors.
  static func parse(_ bytes: [UInt8], subject: String) throws(Problem) -> JSON {
    var parser = JSONParser(bytes: bytes, subject: subject)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.index == bytes.count else { throw parser.broken("text follows the end of the JSON value") }
    return value
  }

  private init(bytes: [UInt8], subject: String) {
    self.bytes = bytes
    self.subject = subject
  }

  private mutating func value() throws(Problem) -> JSON {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try nested { (parser) throws(Problem) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(Problem) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): return .number(try number())
    default:
      if take("true") { return .bool(true) }
      if take("false") { return .bool(false) }
      if take("null") { return .null }
      throw broken(index == bytes.count ? "the JSON text ends too early" : "the JSON text has a stray character")
    }
  }

  private mutating func nested(_ body: (inout JSONParser) throws(Problem) -> JSON) throws(Problem) -> JSON {
    depth += 1
    guard depth <= Self.deepest else { throw broken("the JSON text is nested too deeply") }
    index += 1
    let result = try body(&self)
    depth -= 1
    return result
  }

  private mutating func object() throws(Problem) -> JSON {
    var members: [JSON.Member] = []
    var seen: Set<String> = []
    skipSpace()
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      let key = try string()
      guard seen.insert(key).inserted else { throw broken("an object has the same key twice") }
      skipSpace()
      guard take(":") else { throw broken("a key is not followed by a colon") }
      members.append(JSON.Member(key, try value()))
      skipSpace()
    } while take(",")
    guard take("}") else { throw broken("an object does not end") }
    return .object(members)
  }

  private mutating func array() throws(Problem) -> JSON {
    var values: [JSON] = []
    skipSpace()
    if take("]") { return .array(values) }
    repeat {
      values.append(try value())
      skipSpace()
    } while take(",")
    guard take("]") else { throw broken("an array does not end") }
    return .array(values)
  }

  private mutating func string() throws(Problem) -> String {
    guard take("\"") else { throw broken("a string is missing its opening quote") }
    var text: [UInt8] = []
    while let byte = peek {
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let result = String(validating: text, as: UTF8.self) else { throw broken("a string is not UTF-8") }
        return result
      case UInt8(ascii: "\\"): text += String(try escape()).utf8
      case 0..<0x20: throw broken("a string holds a control character")
      default: text.append(byte)
      }
    }
    throw broken("a string does not end")
  }

  private mutating func escape() throws(Problem) -> Character {
    guard let byte = peek else { throw broken("a string does not end") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var units = [try codeUnit()]
      if UTF16.isLeadSurrogate(units[0]), take("\\u") { units.append(try codeUnit()) }
      guard let text = String(validating: units, as: UTF16.self), let character = text.first else {
        throw broken("a string holds half of a surrogate pair")
      }
      return character
    default: throw broken("a string has an unknown escape")
    }
  }

  private mutating func codeUnit() throws(Problem) -> UInt16 {
    guard index + 4 <= bytes.count else { throw broken("a string does not end") }
    var unit: UInt16 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw broken("a string has an unknown escape")
      }
      unit = unit << 4 | UInt16(digit)
    }
    index += 4
    return unit
  }

  private mutating func number() throws(Problem) -> String {
    let start = index
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(Problem) {
    let start = index
    while let byte = peek, isDigit(byte) { index += 1 }
    guard index > start else { throw broken("a number has no digits where some must be") }
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let wanted = Array(text.description.utf8)
    guard bytes[index...].starts(with: wanted) else { return false }
    index += wanted.count
    return true
  }

  private func broken(_ reason: String) -> Problem {
    let before = bytes[..<index]
    let line = before.count { $0 == 0x0A } + 1
    let column = index - (before.lastIndex(of: 0x0A) ?? -1)
    return Problem(
      .invalidFile, subject, line: line, column: column, reason, mend: "Get the file from its source again")
  }
}
