public import Model

/// Tells replacements from real values, without the key: a second run finds nothing and changes nothing.
public enum Replacement {
  /// Whether `value` in `text` is something a redactor writes, or lies in a token such as `<phone:k7q3vdx2mn>`.
  ///
  /// The category is that of the rule that asks; labels are known whatever their category, because rules overlap.
  public static func isOne(_ text: Span<UInt8>, _ value: Range<Int>, _ category: Category) -> Bool {
    if isOne(text.extracting(value), category) { return true }
    var start = value.lowerBound
    while start > 0, value.lowerBound - start < 32, text[start] != UInt8(ascii: "<") { start -= 1 }
    guard start < value.upperBound, text[start] == UInt8(ascii: "<") else { return false }
    var end = start
    while end < text.count, end - start < 48, text[end] != UInt8(ascii: ">") { end += 1 }
    guard end < text.count, end + 1 >= value.upperBound else { return false }
    return isToken((start...end).map { text[$0] })
  }

  /// Whether all of `value` is something a redactor writes.
  public static func isOne(_ value: Span<UInt8>, _ category: Category) -> Bool {
    guard couldBeOne(value) else { return false }
    var text: [UInt8] = []
    text.reserveCapacity(value.count)
    unsafe value.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
    return isOne(text, category)
  }

  /// Whether a glance at the first and last bytes leaves it open; almost every real value is settled here.
  private static func couldBeOne(_ value: Span<UInt8>) -> Bool {
    let count = value.count
    guard count >= 8 else { return count == 7 && value[0] == UInt8(ascii: "0") }
    switch value[0] {
    case UInt8(ascii: "<"), UInt8(ascii: "Z"): return true
    // ::ffff:249.1.2.3
    case UInt8(ascii: ":") where value[1] == UInt8(ascii: ":"): return true
    // Zeros may stand behind escapes of a plus sign or a bracket.
    case UInt8(ascii: "\\"), UInt8(ascii: "&"): return true
    // 240.0.0.0/4, 3fff::/20, 5e:ca:..
    case UInt8(ascii: "2") where value[1] == UInt8(ascii: "4") || value[1] == UInt8(ascii: "5"): return true
    case UInt8(ascii: "3") where value[1] | 0x20 == UInt8(ascii: "f"): return true
    case UInt8(ascii: "5") where value[1] | 0x20 == UInt8(ascii: "e"): return true
    default: break
    }
    if value[count - 1] == UInt8(ascii: "d"), value[count - 8] == UInt8(ascii: ".") { return true }
    if count > Label.payload + 3, value[count - Label.payload - 3] == UInt8(ascii: "-") { return true }
    // 000.., 1000.., whatever stands between the digits.
    var zeros = 0
    for index in 0..<min(count, 12) {
      switch value[index] {
      case UInt8(ascii: "0"): zeros += 1
      case UInt8(ascii: "1"): if zeros > 0 { return false }
      case UInt8(ascii: "2")...UInt8(ascii: "9"): if zeros < 3, value[0] != UInt8(ascii: "%") { return false }
      default: break
      }
      if zeros == 3 { return true }
    }
    return false
  }

  static func isOne(_ text: [UInt8], _ category: Category) -> Bool {
    if Label.isLabel(text[...]) || isToken(text) || MailShape.isAddress(text) { return true }
    if HostShape.isHost(text[...]) { return true }
    if let octets = AddressText.ipv4(text) { return octets[0] >= 240 }
    if let octets = AddressText.ipv6(text) {
      if let quad = AddressText.mapped(octets) { return quad[0] >= 240 }
      return octets[0] == 0x3F && octets[1] == 0xFF && octets[2] < 0x10
    }
    if let octets = AddressText.mac(text), octets[0] == 0x5E, octets[1] == 0xCA { return true }
    switch category {
    case .phone: return NumberShape.isPhone(text)
    case .card, .nationalID: return NumberShape.isNumber(text)
    case .iban: return text.starts(with: Array("ZZ00".utf8))
    // The user part of a SIP URI is as often a number as a name.
    case .userName: return NumberShape.digits(of: text).count == text.count && NumberShape.isPhone(text)
    default: return false
    }
  }

  static func isToken(_ text: [UInt8]) -> Bool {
    guard text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">"),
      let colon = text.firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    return Category(rawValue: String(decoding: text[1..<colon], as: UTF8.self)) != nil
      && Label.isCore(text[(colon + 1)..<(text.count - 1)])
  }
}
