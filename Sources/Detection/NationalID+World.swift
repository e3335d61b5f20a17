/// Numbers that states outside Europe give to persons.
extension NationalID {
  /// A US ITIN: 9xx with a group that the IRS gives out.
  static func isITIN(_ digits: [UInt8]) -> Bool {
    guard digits.count == 9, digits[0] == 9 else { return false }
    let group = number(digits[3..<5])
    return (50...65).contains(group) || (70...88).contains(group) || (90...92).contains(group)
      || (94...99).contains(group)
  }

  /// A Canadian SIN: Luhn, and a first digit that is given out.
  static func isCanadian(_ digits: [UInt8]) -> Bool {
    digits.count == 9 && digits[0] != 0 && digits[0] != 8 && Set(digits).count > 1 && PaymentCard.passesLuhn(digits)
  }

  /// A Brazilian CPF: two check digits.
  static func isCPF(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11, Set(digits).count > 1 else { return false }
    return CheckDigits.sum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10 == Int(digits[9])
      && CheckDigits.sum(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10 == Int(digits[10])
  }

  /// A Chilean RUT.
  static func isChilean(_ text: [UInt8]) -> Bool {
    guard let last = text.last, let digits = CheckDigits.digits(text.dropLast(), count: text.count - 1),
      digits.count >= 7
    else { return false }
    let check = (11 - CheckDigits.sum(digits.reversed(), [2, 3, 4, 5, 6, 7, 2, 3]) % 11) % 11
    return last == (check == 10 ? UInt8(ascii: "K") : UInt8(0x30 + check))
  }

  /// An Argentine CUIT or CUIL.
  static func isArgentine(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11, [20, 23, 24, 27, 30, 33, 34].contains(number(digits[..<2])) else { return false }
    let check = (11 - CheckDigits.sum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
    return (check == 10 ? 9 : check) == Int(digits[10])
  }

  /// A Mexican CURP; its alphabet has a letter between N and O.
  static func isCURP(_ text: [UInt8]) -> Bool {
    guard text.count == 18, let last = text.last else { return false }
    var sum = 0
    for (index, byte) in text.dropLast().enumerated() {
      let value = CheckDigits.value(byte)
      sum += (18 - index) * (byte > UInt8(ascii: "N") ? value + 1 : value)
    }
    return (10 - sum % 10) % 10 == Int(last) - 0x30
  }

  /// An Ecuadorian or Dominican cedula: Luhn over ten or eleven digits.
  static func isCedula(_ digits: [UInt8]) -> Bool {
    (10...11).contains(digits.count) && Set(digits).count > 1 && PaymentCard.passesLuhn(digits)
  }

  /// An Australian tax file number.
  static func isTFN(_ digits: [UInt8]) -> Bool {
    switch digits.count {
    case 9: Set(digits).count > 1 && CheckDigits.sum(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0
    case 8: Set(digits).count > 1 && CheckDigits.sum(digits, [10, 7, 8, 4, 6, 3, 5, 1]) % 11 == 0
    default: false
    }
  }

  /// An Australian business number, which sole traders have too.
  static func isABN(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11, digits[0] != 0 else { return false }
    return (CheckDigits.sum(digits, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0
  }

  /// A New Zealand IRD number.
  static func isIRD(_ digits: [UInt8]) -> Bool {
    guard digits.count == 8 || digits.count == 9 else { return false }
    let padded = digits.count == 8 ? [0] + digits : digits
    guard (10_000_000...150_000_000).contains(number(padded)) else { return false }
    let first = (11 - CheckDigits.sum(padded, [3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
    let check = first == 10 ? (11 - CheckDigits.sum(padded, [7, 4, 3, 2, 5, 2, 7, 6]) % 11) % 11 : first
    return check == Int(padded[8])
  }

  /// An Indian Aadhaar number: Verhoeff.
  static func isAadhaar(_ digits: [UInt8]) -> Bool {
    digits.count == 12 && digits[0] >= 2 && Set(digits).count > 1 && CheckDigits.passesVerhoeff(digits)
  }

  /// A Singapore NRIC or FIN.
  static func isNRIC(_ text: [UInt8]) -> Bool {
    guard text.count == 9, let digits = CheckDigits.digits(text[1..<8], count: 7) else { return false }
    let sum = CheckDigits.sum(digits, [2, 7, 6, 5, 4, 3, 2])
    switch text[0] {
    case UInt8(ascii: "S"): return CheckDigits.letter(sum % 11, of: "JZIHGFEDCBA") == text[8]
    case UInt8(ascii: "T"): return CheckDigits.letter((sum + 4) % 11, of: "JZIHGFEDCBA") == text[8]
    case UInt8(ascii: "F"): return CheckDigits.letter(sum % 11, of: "XWUTRQPNMLK") == text[8]
    case UInt8(ascii: "G"): return CheckDigits.letter((sum + 4) % 11, of: "XWUTRQPNMLK") == text[8]
    case UInt8(ascii: "M"): return CheckDigits.letter((sum + 3) % 11, of: "XWUTRQPNJLK") == text[8]
    default: return false
    }
  }

  /// A Korean resident registration number of the time before October 2020, when it had a check digit.
  static func isKorean(_ digits: [UInt8]) -> Bool {
    guard digits.count == 13, CheckDigits.isDate(day: number(digits[4..<6]), month: number(digits[2..<4])),
      (1...8).contains(digits[6])
    else { return false }
    return (11 - CheckDigits.sum(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11) % 10 == Int(digits[12])
  }

  /// A Chinese resident identity number (GB 11643, ISO 7064 MOD 11-2).
  static func isChinese(_ text: [UInt8]) -> Bool {
    guard text.count == 18, let digits = CheckDigits.digits(text[..<17], count: 17),
      CheckDigits.isDate(day: number(digits[12..<14]), month: number(digits[10..<12])), [1, 2].contains(digits[6])
    else { return false }
    let sum = CheckDigits.sum(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
    return CheckDigits.letter(sum % 11, of: "10X98765432") == text[17]
  }

  /// A Hong Kong identity card number.
  static func isHongKong(_ text: [UInt8]) -> Bool {
    guard text.count == 8 || text.count == 9 else { return false }
    let padded = text.count == 8 ? [36] + text.map(CheckDigits.value) : text.map(CheckDigits.value)
    return zip(padded, [9, 8, 7, 6, 5, 4, 3, 2, 1]).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
  }

  /// A Taiwanese identity number.
  static func isTaiwanese(_ text: [UInt8]) -> Bool {
    let codes = [
      10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
    ]
    guard text.count == 10, (0x41...0x5A).contains(text[0]), let digits = CheckDigits.digits(text[1...], count: 9)
    else { return false }
    let code = codes[Int(text[0]) - 0x41]
    return (code / 10 + code % 10 * 9 + CheckDigits.sum(digits, [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 == 0
  }

  /// A Thai identity number.
  static func isThai(_ digits: [UInt8]) -> Bool {
    guard digits.count == 13, digits[0] != 0 else { return false }
    return (11 - CheckDigits.sum(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == Int(digits[12])
  }

  /// A Japanese individual number.
  static func isMyNumber(_ digits: [UInt8]) -> Bool {
    guard digits.count == 12, Set(digits).count > 1 else { return false }
    let rest = CheckDigits.sum(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    return (rest <= 1 ? 0 : 11 - rest) == Int(digits[11])
  }

  /// An Israeli identity number: Luhn over nine digits.
  static func isIsraeli(_ digits: [UInt8]) -> Bool {
    digits.count == 9 && Set(digits).count > 1 && PaymentCard.passesLuhn(digits)
  }

  /// A South African identity number: date and Luhn.
  static func isSouthAfrican(_ digits: [UInt8]) -> Bool {
    digits.count == 13 && CheckDigits.isDate(day: number(digits[4..<6]), month: number(digits[2..<4]))
      && digits[10] <= 1 && PaymentCard.passesLuhn(digits)
  }

  /// An Emirates identity number: 784, a year and Luhn.
  static func isEmirati(_ digits: [UInt8]) -> Bool {
    digits.count == 15 && digits.starts(with: [7, 8, 4]) && PaymentCard.passesLuhn(digits)
  }
}
