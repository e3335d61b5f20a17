/// Replacements for numbers that people write with separators: digits change, everything else stays.
///
/// All begin with `000`: no country code, area code, social security area or card issuer does. The digits behind it are a
/// permutation of the number's own behind its first three, so that two numbers that begin alike never share one.
enum NumberShape {
  static let mark: [UInt8] = [0, 0, 0]

  /// The number that stands for all spellings of a telephone number.
  ///
  /// What dials abroad (00, and 011 before what is too long for a number of its own), and the leading 1 of the North
  /// American plan are no part of it.
  static func canonicalPhone(_ value: [UInt8]) -> [UInt8] {
    var digits = digits(of: value)[...]
    if digits.count > 11, digits.starts(with: [0, 0]) {
      digits = digits.dropFirst(2)
    } else if digits.count > 12, digits.starts(with: [0, 1, 1]) {
      digits = digits.dropFirst(3)
    }
    if digits.count == 11, digits.first == 1 { digits = digits.dropFirst() }
    return Array(digits)
  }

  static func phone(_ value: [UInt8], attempt: UInt8, key: CategoryKey) -> [UInt8] {
    let all = digits(of: value)
    let canonical = canonicalPhone(value)
    let lead = all.prefix(all.count - canonical.count)
    return filled(value, with: lead + fake(canonical, attempt: attempt, key: key))
  }

  static func isPhone(_ value: [UInt8]) -> Bool {
    // Before the 00 that dials abroad is taken off, and after: a replacement begins with more zeros than that.
    digits(of: value).starts(with: mark) || canonicalPhone(value).starts(with: mark)
  }

  /// A number of the same length.
  static func number(_ value: [UInt8], attempt: UInt8, key: CategoryKey) -> [UInt8] {
    filled(value, with: fake(digits(of: value), attempt: attempt, key: key))
  }

  /// A card number of the same length, the last digit of which makes Luhn's check (ISO/IEC 7812-1) fail.
  ///
  /// A real card's check digit says nothing of its own, so that nine others have room for it.
  static func card(_ value: [UInt8], attempt: UInt8, key: CategoryKey) -> [UInt8] {
    let digits = digits(of: value)
    let body = fake(digits.dropLast(), attempt: attempt, key: key)
    let error = (luhnSum(digits) + 9) % 10 % 9 + 1
    let check = (10 - luhnSum(body + [0]) % 10) % 10
    return filled(value, with: body + [UInt8((check + error) % 10)])
  }

  private static func fake(_ digits: some Collection<UInt8>, attempt: UInt8, key: CategoryKey) -> [UInt8] {
    let permutation = DigitPermutation(tweak: Array(digits.prefix(mark.count)), attempt: attempt, key: key)
    return mark + permutation.applied(to: Array(digits.dropFirst(mark.count)))
  }

  static func isNumber(_ value: [UInt8]) -> Bool {
    let digits = digits(of: value)
    return digits.count >= 7 && digits.starts(with: mark)
  }

  /// The digits in `value`, as numbers; those of escapes such as `%2B`, and the 0 of `+44 (0)20`, are not among them.
  static func digits(of value: [UInt8]) -> [UInt8] { places(value).map { value[$0] - 0x30 } }

  /// Whether letters stand among the digits, or an escape spells a letter or a digit: then it is no plain number.
  static func hasLetters(_ value: [UInt8]) -> Bool {
    var index = 0
    while index < value.count {
      if let escape = Escape.at(index, in: value) {
        if escape.character.map(isWordByte) ?? true { return true }
        index += escape.length
      } else {
        if isWordByte(value[index]), !isDigit(value[index]) { return true }
        index += 1
      }
    }
    return false
  }

  private static func places(_ value: [UInt8]) -> [Int] {
    var places: [Int] = []
    var index = 0
    while index < value.count {
      if isDigit(value[index]) {
        places.append(index)
        index += 1
      } else if let escape = Escape.at(index, in: value) {
        index += escape.length
      } else {
        index += !places.isEmpty && value[index...].starts(with: Array("(0)".utf8)) ? 3 : 1
      }
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
