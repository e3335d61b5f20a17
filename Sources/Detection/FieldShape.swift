/// What a field of a row looks like.
struct FieldShape {
  private let text: [UInt8]

  init(_ text: Span<UInt8>, _ field: Range<Int>) { self.text = field.map { text[$0] } }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  var digits: Int { text.count(where: Self.isDigit) }
  var isNumber: Bool { !text.isEmpty && text.allSatisfy(Self.isDigit) }

  /// Words of letters, the first with a capital.
  var isName: Bool {
    guard let first = text.first, (2...40).contains(text.count) else { return false }
    guard (0x41...0x5A).contains(first) || first >= 0x80 || text.contains(0x20) || text.contains(UInt8(ascii: "'"))
    else {
      return false
    }
    return text.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0x80 || [0x20, 0x2D, 0x27, 0x2E].contains($0) }
  }

  /// The first word in small letters.
  var firstWord: [UInt8] { text.prefix { $0 > 0x20 && $0 != UInt8(ascii: ",") }.map(lowercased) }
  /// The words in small letters.
  var words: [[UInt8]] {
    text.split { $0 == 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }.map { $0.map(lowercased) }
  }

  /// A number of eight to twelve digits that is no date.
  var isLongNumber: Bool {
    guard isNumber, (8...12).contains(text.count), year == nil else { return false }
    // 202406111430
    return text.count < 12 || !text.starts(with: Array("20".utf8))
      || !Self.isDay(number(4..<6) ?? 0, number(6..<8) ?? 0)
  }

  /// Seconds or thousandths since 1970, from 2001 on.
  var isEpoch: Bool {
    isNumber && [10, 13, 16].contains(text.count) && text[0] == UInt8(ascii: "1") && text[1] < UInt8(ascii: "9")
  }

  /// Some capitals and seven digits or more: `VS-5649.62341`.
  var isCode: Bool {
    let letters = text.prefix { (0x41...0x5A).contains($0) }
    guard (1...4).contains(letters.count), digits >= 7, text.count <= 20 else { return false }
    guard !Self.references.contains(String(decoding: letters, as: UTF8.self)) else { return false }
    let rest = text[letters.count...].drop { !Self.isDigit($0) }
    // RE-2024-0422
    if rest.starts(with: Array("20".utf8)), let joint = rest.firstIndex(where: { !Self.isDigit($0) }),
      joint - rest.startIndex == 4
    {
      return false
    }
    return rest.allSatisfy { Self.isDigit($0) || [0x20, 0x2D, 0x2E, 0x2F].contains($0) }
  }

  /// What numbers of cases, orders and invoices begin with; they are what people go by.
  private static let references: Set<String> = [
    "CASE", "CHG", "CS", "CTSK", "ID", "INC", "INV", "ORD", "PO", "PRB", "RE", "REF", "REQ", "RITM", "SR", "SUP",
    "TASK",
    "TCKT", "TKT",
  ]

  /// Seventeen letters and digits without I, O and Q (ISO 3779).
  var isVehicleNumber: Bool {
    text.count == 17 && digits >= 4 && digits <= 15
      && text.allSatisfy { Self.isDigit($0) || (0x41...0x5A).contains($0) && ![0x49, 0x4F, 0x51].contains($0) }
  }

  /// A word in small letters, with digits and joints.
  var isLogin: Bool {
    guard let first = text.first, (0x61...0x7A).contains(first), (4...32).contains(text.count) else { return false }
    return text.allSatisfy { (0x61...0x7A).contains($0) || Self.isDigit($0) || [0x2D, 0x2E, 0x5F].contains($0) }
      && text.contains { $0 > 0x66 && $0 != 0x78 }
  }

  /// Three or four digits.
  var isCardCheck: Bool { isNumber && (3...4).contains(text.count) }

  /// The whole text in small letters.
  var small: [UInt8] { text.map(lowercased) }

  /// Degrees with a fraction of four digits or more.
  var degrees: Double? {
    guard let dot = text.firstIndex(of: UInt8(ascii: ".")), text.count - dot >= 5, text.count <= 14 else { return nil }
    let body = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    guard body.allSatisfy({ Self.isDigit($0) || $0 == UInt8(ascii: ".") }) else { return nil }
    return Double(String(decoding: text, as: UTF8.self))
  }

  /// The year, when the field is nothing but a date; of two digits, those from 27 on are of the last century.
  var year: Int? {
    if text.count == 8, isNumber {
      guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8) else { return nil }
      return (1890...2100).contains(year) && Self.isDay(month, day) ? year : nil
    }
    guard (7...11).contains(text.count) else { return nil }
    let parts = text.split { [0x2D, 0x2E, 0x2F, 0x20].contains($0) }.map { String(decoding: $0, as: UTF8.self) }
    if parts.count == 3 {
      let numbers = parts.map { Int($0) ?? Self.month($0) }
      guard let first = numbers[0], let second = numbers[1], let third = numbers[2] else { return nil }
      if parts[0].count == 4 { return Self.isDay(second, third) ? Self.century(first) : nil }
      guard parts[2].count == 4 || parts[2].count == 2, Self.isDay(second, first) || Self.isDay(first, second) else {
        return nil
      }
      return Self.century(third)
    }
    // 22DEC57
    guard parts.count == 1, text.count == 7 || text.count == 9, let day = number(0..<2), (1...31).contains(day),
      Self.month(String(decoding: text[2..<5], as: UTF8.self)) != nil
    else { return nil }
    return number(5..<text.count).flatMap(Self.century)
  }

  private func number(_ range: Range<Int>) -> Int? {
    let part = text[range]
    return part.allSatisfy(Self.isDigit) ? part.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
  }

  private static func isDay(_ month: Int, _ day: Int) -> Bool { (1...12).contains(month) && (1...31).contains(day) }

  private static func century(_ year: Int) -> Int? {
    if year < 100 { return year >= 27 ? 1900 + year : 2000 + year }
    return (1890...2100).contains(year) ? year : nil
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  private static func month(_ text: String) -> Int? { months.firstIndex(of: text.lowercased()).map { $0 + 1 } }
}
