/// Payment card numbers (ISO/IEC 7812).
enum PaymentCard {
  /// Whether `digits` has an issuer's prefix and length, and the right check digit.
  static func isNumber(_ digits: [UInt8]) -> Bool {
    guard digits.count >= 12, hasIssuer(digits), Set(digits).count > 1 else { return false }
    return passesLuhn(digits)
  }

  /// Whether the last digit is the check digit of the others (ISO/IEC 7812-1, annex B).
  static func passesLuhn(_ digits: [UInt8]) -> Bool {
    guard digits.count >= 2 else { return false }
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let value = Int(digit) * (index % 2 == 0 ? 1 : 2)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// The ranges that card schemes publish for their issuer identification numbers.
  private static func hasIssuer(_ digits: [UInt8]) -> Bool {
    let (two, three, four) = (number(digits[0..<2]), number(digits[0..<3]), number(digits[0..<4]))
    let count = digits.count
    return digits[0] == 4 && [13, 16, 19].contains(count)  // Visa
      || ((51...55).contains(two) || (2221...2720).contains(four)) && count == 16  // Mastercard
      || (two == 34 || two == 37) && count == 15  // American Express
      // Diners Club
      || ([36, 38, 39].contains(two) || (300...305).contains(three)) && [14, 16, 19].contains(count)
      // Discover, UnionPay
      || (four == 6011 || [62, 65].contains(two) || (644...649).contains(three)) && (16...19).contains(count)
      || (3528...3589).contains(four) && (16...19).contains(count)  // JCB
      // Maestro, in the lengths that are in use
      || ([50, 63, 67].contains(two) || (56...58).contains(two)) && [12, 13, 16, 18, 19].contains(count)
      || ((2200...2204).contains(four) || [60, 81, 82].contains(two)) && count == 16  // Mir, RuPay
  }
}
