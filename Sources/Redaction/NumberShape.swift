/// Replacements for numbers that people write with separators: digits change, everything else stays.
///
/// All begin with `000`: no country code, area code, social security area or card issuer does.
enum NumberShape {
  static let mark: [UInt8] = [0, 0, 0]

  /// The number that stands for all spellings of a telephone number.
  ///
  /// The leading 1 of the North American plan and the 00 that dials abroad are not part of a number.
  static func canonicalPhone(_ value: [UInt8]) -> [UInt8] {
    let digits = digits(of: value)
    if digits.count == 11, digits[0] == 1 { return Array(digits[1...]) }
    if digits.count > 11, digits[0] == 0, digits[1] == 0 { return Array(digits[2...]) }
    return digits
  }

  static func phone(_ value: [UInt8], _ digest: inout KeyedDigest) -> [UInt8] {
    let all = digits(of: value)
    let canonical = canonicalPhone(value)
    let lead = all.prefix(all.count - canonical.count)
    return filled(value, with: lead + mark + digest.decimals(canonical.count - mark.count))
  }

  static func isPhone(_ value: [UInt8]) -> Bool {
    // Before the 00 that dials abroad is taken off, and after: a replacement begins with more zeros than that.
    digits(of: value).starts(with: mark) || canonicalPhone(value).starts(with: mark)
  }

  /// A number of the same length; `checkable` numbers get a last digit that makes Luhn's check fail.
  static func number(_ value: [UInt8], _ digest: inout KeyedDigest, failsLuhn: Bool = false) -> [UInt8] {
    let count = digits(of: value).count
    var digits = mark + digest.decimals(count - mark.count)
    if failsLuhn, luhnSum(digits) % 10 == 0 { digits[count - 1] = (digits[count - 1] + 1) % 10 }
    return filled(value, with: digits)
  }

  static func isNumber(_ value: [UInt8]) -> Bool {
    let digits = digits(of: value)
    return digits.count >= 7 && digits.starts(with: mark)
  }

  /// The digits in `value`, as numbers; the `2B` of a percent-encoded plus sign is not among them.
  static func digits(of value: [UInt8]) -> [UInt8] {
    places(value).map { value[$0] - 0x30 }
  }

  /// Whether letters stand between the digits; the `B` of a percent-encoded plus sign is none.
  static func hasLetters(_ value: [UInt8]) -> Bool {
    let text = value.first == UInt8(ascii: "%") ? value.dropFirst(3) : value[...]
    return text.contains { isWordByte($0) && !isDigit($0) }
  }

  private static func places(_ value: [UInt8]) -> [Int] {
    var places: [Int] = []
    var index = 0
    while index < value.count {
      if value[index] == UInt8(ascii: "%"), index + 2 < value.count {
        index += 3
        continue
      }
      if (0x30...0x39).contains(value[index]) { places.append(index) }
      index += 1
    }
    return places
  }

  private static func filled(_ value: [UInt8], with digits: some Collection<UInt8>) -> [UInt8] {
    var result = value
    for (place, digit) in zip(places(value), digits) { result[place] = digit + 0x30 }
    return result
  }

  private static func luhnSum(_ digits: [UInt8]) -> Int {
    digits.reversed().enumerated().reduce(0) { sum, entry in
      let value = Int(entry.element) * (entry.offset % 2 == 0 ? 1 : 2)
      return sum + (value > 9 ? value - 9 : value)
    }
  }
}
