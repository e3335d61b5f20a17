/// The check digit of payment cards (ISO/IEC 7812-1, annex B).
enum Luhn {
  static func checkDigit(_ digits: String) -> Int {
    var sum = 0
    for (index, byte) in digits.utf8.reversed().enumerated() {
      let value = (Int(byte) - 48) * (index % 2 == 0 ? 2 : 1)
      sum += value > 9 ? value - 9 : value
    }
    return (10 - sum % 10) % 10
  }

  static func completed(_ digits: String) -> String { digits + String(checkDigit(digits)) }

  /// The same digits with a wrong last one.
  static func broken(_ digits: String, by step: Int) -> String {
    digits + String((checkDigit(digits) + step) % 10)
  }
}

/// The check digits of international account numbers (ISO 13616).
enum Mod97 {
  static func iban(_ country: String, _ account: String) -> String {
    var remainder = 0
    for byte in (account + country + "00").utf8 {
      let value = byte >= 0x41 ? Int(byte) - 55 : Int(byte) - 48
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
    }
    let check = 98 - remainder
    return country + (check < 10 ? "0" : "") + String(check) + account
  }
}
