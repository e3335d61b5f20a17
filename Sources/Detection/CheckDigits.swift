/// The arithmetic that check digits are made of.
enum CheckDigits {
  /// The sum of digits times weights, pair by pair.
  static func sum(_ digits: some Collection<UInt8>, _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
  }

  /// ISO/IEC 7064, MOD 11,10.
  static func passesMod11_10(_ digits: [UInt8]) -> Bool {
    var product = 10
    for digit in digits.dropLast() {
      let sum = (Int(digit) + product) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (product + Int(digits.last ?? 0)) % 10 == 1
  }

  /// The dihedral check of Verhoeff (1969).
  static func passesVerhoeff(_ digits: [UInt8]) -> Bool {
    var check = 0
    for (place, digit) in digits.reversed().enumerated() {
      var value = Int(digit)
      for _ in 0..<(place % 8) { value = permutation[value] }
      check = product(check, value)
    }
    return check == 0
  }

  private static let permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

  /// Multiplication in the symmetry group of the pentagon.
  private static func product(_ left: Int, _ right: Int) -> Int {
    switch (left < 5, right < 5) {
    case (true, true): (left + right) % 5
    case (true, false): (left + right) % 5 + 5
    case (false, true): (left - right + 5) % 5 + 5
    case (false, false): (left - right + 5) % 5
    }
  }

  /// Whether day and month can stand in a calendar.
  static func isDate(day: Int, month: Int) -> Bool { (1...12).contains(month) && (1...31).contains(day) }

  /// The letters and digits of `value`, letters in upper case.
  static func text(_ value: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    for index in value.indices where isAlphanumeric(value[index]) && value[index] < 0x80 {
      text.append((0x61...0x7A).contains(value[index]) ? value[index] - 0x20 : value[index])
    }
    return text
  }

  /// The value of a digit or letter: 0 to 9, then A = 10.
  static func value(_ byte: UInt8) -> Int { byte < 0x41 ? Int(byte) - 0x30 : Int(byte) - 0x41 + 10 }

  /// The letter at `index` of `alphabet`.
  static func letter(_ index: Int, of alphabet: String) -> UInt8 { Array(alphabet.utf8)[index] }

  /// The digits of text without letters; nil when there are some, or another number of digits than `count`.
  static func digits(_ text: some Collection<UInt8>, count: Int) -> [UInt8]? {
    guard text.count == count, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return text.map { $0 - 0x30 }
  }
}
