/// Numbers that European states give to persons, by the rules that each state publishes.
enum NationalID {
  /// The letter of a Spanish DNI, or of an NIE with X, Y or Z in front (Real Decreto 1553/2005).
  static func isSpanish(_ text: [UInt8]) -> Bool {
    guard text.count == 9, let first = text.first, let last = text.last else { return false }
    let lead: [UInt8]
    switch first {
    case 0x58...0x5A: lead = [first - 0x58]
    case 0x30...0x39: lead = [first - 0x30]
    default: return false
    }
    guard let rest = CheckDigits.digits(text[1..<8], count: 7) else { return false }
    return CheckDigits.letter(number(lead + rest) % 23, of: "TRWAGMYFPDXBNJZSQVHLCKE") == last
  }

  /// The last letter of an Italian codice fiscale (Decreto 12 March 1974).
  static func isItalian(_ text: [UInt8]) -> Bool {
    let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
    guard text.count == 16 else { return false }
    var sum = 0
    for (index, byte) in text.dropLast().enumerated() {
      let value = byte < 0x41 ? Int(byte) - 0x30 : Int(byte) - 0x41
      guard (0..<26).contains(value) else { return false }
      sum += index % 2 == 0 ? odd[value] : value
    }
    return UInt8(0x41 + sum % 26) == text[15]
  }

  /// A German tax number for life: ISO 7064 MOD 11,10, and one digit two or three times in the first ten.
  static func isGermanTax(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11, digits[0] != 0 else { return false }
    let most = Dictionary(grouping: digits.prefix(10), by: \.self).values.map(\.count).max() ?? 0
    return (2...3).contains(most) && CheckDigits.passesMod11_10(digits)
  }

  /// A French NIR with its key of two digits; 2A and 2B are the departments of Corsica.
  static func isFrench(_ text: [UInt8]) -> Bool {
    var text = text
    guard text.count == 15 else { return false }
    if text[5] == 0x32, text[6] == 0x41 || text[6] == 0x42 {
      (text[5], text[6]) = (0x31, text[6] == 0x41 ? 0x39 : 0x38)
    }
    guard let digits = CheckDigits.digits(text, count: 15), (1...4).contains(digits[0]) || (7...8).contains(digits[0])
    else { return false }
    let month = number(digits[3..<5])
    guard (1...12).contains(month) || (20...42).contains(month) || month >= 50 else { return false }
    return 97 - number(digits[..<13]) % 97 == number(digits[13...])
  }

  /// A Polish PESEL: century in the month, check digit.
  static func isPolish(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11 else { return false }
    let sum = CheckDigits.sum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1])
    return sum % 10 == 0 && CheckDigits.isDate(day: number(digits[4..<6]), month: number(digits[2..<4]) % 20)
  }

  /// A Dutch BSN: the eleven-test.
  static func isDutch(_ digits: [UInt8]) -> Bool {
    let padded = digits.count == 8 ? [0] + digits : digits
    guard padded.count == 9, Set(padded).count > 1 else { return false }
    return CheckDigits.sum(padded, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0
  }

  /// A Swedish personal or coordination number: date, then Luhn over the last ten digits.
  static func isSwedish(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10 || digits.count == 12 else { return false }
    let last = Array(digits.suffix(10))
    let day = number(last[4..<6])
    return CheckDigits.isDate(day: day > 60 ? day - 60 : day, month: number(last[2..<4]))
      && PaymentCard.passesLuhn(last)
  }

  /// A Finnish HETU: date, century sign, check character.
  static func isFinnish(_ text: [UInt8]) -> Bool {
    guard text.count >= 10, let last = text.last,
      let digits = CheckDigits.digits(text.filter { $0 < 0x41 }.prefix(9), count: 9)
    else { return false }
    return CheckDigits.isDate(day: number(digits[..<2]), month: number(digits[2..<4]))
      && CheckDigits.letter(number(digits) % 31, of: "0123456789ABCDEFHJKLMNPRSTUVWXY") == last
  }

  /// A Danish CPR number: a date in front; newer ones have no check digit.
  static func isDanish(_ digits: [UInt8]) -> Bool {
    digits.count == 10 && CheckDigits.isDate(day: number(digits[..<2]), month: number(digits[2..<4]))
  }

  /// A Belgian national register number: 97 minus the rest, the year counted from 1900 or 2000.
  static func isBelgian(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11, Set(digits).count > 1, number(digits[2..<4]) % 20 <= 12 else { return false }
    let check = number(digits[9...])
    return [0, 2_000_000_000].contains { 97 - (number(digits[..<9]) + $0) % 97 == check }
  }

  /// A Portuguese NIF of a person.
  static func isPortuguese(_ digits: [UInt8]) -> Bool {
    guard digits.count == 9, [1, 2, 3].contains(digits[0]) || number(digits[..<2]) == 45 else { return false }
    return (11 - CheckDigits.sum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == Int(digits[8])
  }

  /// A Swiss AHV number: 756 and the check digit of EAN-13.
  static func isSwiss(_ digits: [UInt8]) -> Bool {
    digits.count == 13 && digits.starts(with: [7, 5, 6])
      && CheckDigits.sum(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0
  }

  /// An Austrian social insurance number: the fourth digit checks the others.
  static func isAustrian(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10, digits[0] != 0 else { return false }
    return CheckDigits.sum(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == Int(digits[3])
  }

  /// A Norwegian birth or D number: two check digits.
  static func isNorwegian(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11, Set(digits).count > 1 else { return false }
    return CheckDigits.sum(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 == 0
      && CheckDigits.sum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }

  /// An Icelandic kennitala of a person.
  static func isIcelandic(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10, CheckDigits.isDate(day: number(digits[..<2]), month: number(digits[2..<4])) else {
      return false
    }
    return (11 - CheckDigits.sum(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == Int(digits[8])
  }

  /// A Czech or Slovak birth number: divisible by eleven, women's months from 51.
  static func isCzech(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10 else { return false }
    let month = number(digits[2..<4]) % 50
    return CheckDigits.isDate(day: number(digits[4..<6]), month: month > 20 ? month - 20 : month)
      && number(digits) % 11 == 0
  }

  /// A Romanian CNP.
  static func isRomanian(_ digits: [UInt8]) -> Bool {
    guard digits.count == 13, digits[0] != 0,
      CheckDigits.isDate(day: number(digits[5..<7]), month: number(digits[3..<5]))
    else { return false }
    return CheckDigits.sum(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 % 10 == Int(digits[12])
      || CheckDigits.sum(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 == 10 && digits[12] == 1
  }

  /// A Bulgarian EGN.
  static func isBulgarian(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10, (1...12).contains(number(digits[2..<4]) % 20) else { return false }
    return CheckDigits.sum(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == Int(digits[9])
  }

  /// A Croatian OIB: ISO 7064 MOD 11,10.
  static func isCroatian(_ digits: [UInt8]) -> Bool {
    digits.count == 11 && Set(digits).count > 1 && CheckDigits.passesMod11_10(digits)
  }

  /// A JMBG of the states that were Yugoslavia.
  static func isJMBG(_ digits: [UInt8]) -> Bool {
    guard digits.count == 13, CheckDigits.isDate(day: number(digits[..<2]), month: number(digits[2..<4])) else {
      return false
    }
    return (11 - CheckDigits.sum(digits, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == Int(digits[12])
  }

  /// An Estonian or Lithuanian personal code.
  static func isBaltic(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11, (1...8).contains(digits[0]),
      CheckDigits.isDate(day: number(digits[5..<7]), month: number(digits[3..<5]))
    else { return false }
    let first = CheckDigits.sum(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
    let check = first < 10 ? first : CheckDigits.sum(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10
    return check == Int(digits[10])
  }

  /// A Greek AMKA: date and Luhn.
  static func isGreek(_ digits: [UInt8]) -> Bool {
    digits.count == 11 && CheckDigits.isDate(day: number(digits[..<2]), month: number(digits[2..<4]))
      && PaymentCard.passesLuhn(digits)
  }

  /// An Irish PPS number; the second letter counts nine times.
  static func isIrish(_ text: [UInt8]) -> Bool {
    guard text.count == 8 || text.count == 9, let digits = CheckDigits.digits(text[..<7], count: 7) else {
      return false
    }
    var sum = CheckDigits.sum(digits, [8, 7, 6, 5, 4, 3, 2])
    if text.count == 9, (0x41...0x56).contains(text[8]) { sum += (Int(text[8]) - 0x40) * 9 }
    return CheckDigits.letter(sum % 23, of: "WABCDEFGHIJKLMNOPQRSTUV") == text[7]
  }

  /// A UK national insurance number with a prefix that is in use (HMRC, NIM39110).
  static func isBritish(_ text: [UInt8]) -> Bool {
    guard text.count == 9, CheckDigits.digits(text[2..<8], count: 6) != nil else { return false }
    let prefix = String(decoding: text[..<2], as: UTF8.self)
    return !"DFIQUV".utf8.contains(text[0]) && !"DFIOQUV".utf8.contains(text[1]) && (0x41...0x44).contains(text[8])
      && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(prefix)
  }

  /// A Russian SNILS.
  static func isSNILS(_ digits: [UInt8]) -> Bool {
    digits.count == 11 && Set(digits).count > 1
      && CheckDigits.sum(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == number(digits[9...])
  }

  /// A Turkish identity number.
  static func isTurkish(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11, digits[0] != 0 else { return false }
    let (odd, even) = (
      CheckDigits.sum(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]), CheckDigits.sum(digits, [0, 1, 0, 1, 0, 1, 0, 1])
    )
    return (odd * 7 - even + 100) % 10 == Int(digits[9]) && (odd + even + Int(digits[9])) % 10 == Int(digits[10])
  }
}
