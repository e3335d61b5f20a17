/// The check digits of invented numbers.
package enum CheckDigits {
  /// The last digit of a payment card or device number (ISO/IEC 7812-1, annex B).
  package static func luhn(_ digits: String) -> Int {
    var sum = 0
    for (index, byte) in digits.utf8.reversed().enumerated() {
      let value = (Int(byte) - 0x30) * (index % 2 == 0 ? 2 : 1)
      sum += value > 9 ? value - 9 : value
    }
    return (10 - sum % 10) % 10
  }

  /// Whether the last digit of `digits` is the check digit of the others.
  package static func passesLuhn(_ digits: String) -> Bool {
    guard let last = digits.utf8.last else { return false }
    return luhn(String(digits.dropLast())) == Int(last) - 0x30
  }

  /// What remains of letters and digits, read as one number, by 97 (ISO 13616, letters count 10 to 35).
  package static func remainder97(_ text: String) -> Int {
    var remainder = 0
    for byte in text.utf8 {
      let value = byte >= 0x41 ? Int(byte) - 55 : Int(byte) - 0x30
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
    }
    return remainder
  }

  /// An international bank account number for a country and a national account number.
  package static func iban(country: String, account: String) -> String {
    let check = 98 - remainder97(account + country + "00")
    return country + (check < 10 ? "0" : "") + String(check) + account
  }

  /// The ninth character of a vehicle identification number (49 CFR 565.15), given the others with a `0` there.
  package static func vehicle(_ number: String) -> String {
    let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
    let letters = Array("0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ".utf8)
    var sum = 0
    for (byte, weight) in zip(number.utf8, weights) { sum += (letters.firstIndex(of: byte) ?? 0) % 10 * weight }
    return sum % 11 == 10 ? "X" : String(sum % 11)
  }
}
