/// Numbers of health records, banks, devices and vehicles that carry a check digit.
enum ThingNumber {
  /// An NHS number of England, Wales and the Isle of Man: modulus 11.
  static func isNHS(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10, Set(digits).count > 1 else { return false }
    let check = (11 - CheckDigits.sum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11
    return check == Int(digits[9])
  }

  /// An Australian Medicare card number.
  static func isMedicare(_ digits: [UInt8]) -> Bool {
    guard (10...11).contains(digits.count), (2...6).contains(digits[0]) else { return false }
    return CheckDigits.sum(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == Int(digits[8])
  }

  /// A US national provider identifier: Luhn behind the prefix 80840.
  static func isNPI(_ digits: [UInt8]) -> Bool {
    digits.count == 10 && (1...2).contains(digits[0]) && PaymentCard.passesLuhn([8, 0, 8, 4, 0] + digits)
  }

  /// A US bank routing number (ABA).
  static func isRouting(_ digits: [UInt8]) -> Bool {
    guard digits.count == 9, Set(digits).count > 1 else { return false }
    let prefix = number(digits[..<2])
    guard (0...12).contains(prefix) || (21...32).contains(prefix) || (61...72).contains(prefix) || prefix == 80 else {
      return false
    }
    return CheckDigits.sum(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
  }

  /// An IMEI: fifteen digits with Luhn (3GPP TS 23.003).
  static func isIMEI(_ digits: [UInt8]) -> Bool {
    digits.count == 15 && Set(digits).count > 2 && PaymentCard.passesLuhn(digits)
  }

  /// An ICCID: 89, nineteen or twenty digits with Luhn (ITU-T E.118).
  static func isICCID(_ digits: [UInt8]) -> Bool {
    (18...20).contains(digits.count) && digits.starts(with: [8, 9])
      && (PaymentCard.passesLuhn(digits) || digits.count == 20 && PaymentCard.passesLuhn(Array(digits.dropLast())))
  }

  /// A vehicle identification number with the check digit that North America asks for (49 CFR 565).
  static func isVIN(_ text: [UInt8]) -> Bool {
    let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
    let letters = [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9]
    guard text.count == 17 else { return false }
    var sum = 0
    for (byte, weight) in zip(text, weights) {
      sum += (byte < 0x41 ? Int(byte) - 0x30 : letters[Int(byte) - 0x41]) * weight
    }
    return text[8] == (sum % 11 == 10 ? UInt8(ascii: "X") : UInt8(0x30 + sum % 11))
  }

  /// A line of the machine-readable zone of a passport: check digits over number, birth date and expiry (ICAO 9303).
  static func isPassportZone(_ text: [UInt8]) -> Bool {
    guard text.count >= 28 else { return false }
    func passes(_ range: Range<Int>, _ check: Int) -> Bool {
      var sum = 0
      for (index, byte) in text[range].enumerated() {
        sum += (byte == UInt8(ascii: "<") ? 0 : CheckDigits.value(byte)) * [7, 3, 1][index % 3]
      }
      return sum % 10 == Int(text[check]) - 0x30
    }
    return passes(0..<9, 9) && passes(13..<19, 19) && passes(21..<27, 27)
  }

  /// A bitcoin address in bech32 or bech32m (BIP 173, BIP 350).
  static func isBech32(_ value: [UInt8]) -> Bool {
    let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    guard let one = value.lastIndex(of: UInt8(ascii: "1")), one > 0, value.count - one > 7 else { return false }
    let generator = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
    var check = 1
    func add(_ next: Int) {
      let top = check >> 25
      check = (check & 0x1FF_FFFF) << 5 ^ next
      for bit in 0..<5 where top >> bit & 1 == 1 { check ^= generator[bit] }
    }
    let prefix = value[..<one].map(lowercased)
    for byte in prefix { add(Int(byte >> 5)) }
    add(0)
    for byte in prefix { add(Int(byte & 31)) }
    for byte in value[(one + 1)...] {
      guard let digit = alphabet.firstIndex(of: lowercased(byte)) else { return false }
      add(digit)
    }
    return check == 1 || check == 0x2BC8_30A3
  }

  /// A position: two decimal numbers, the first from -90 to 90, the second from -180 to 180.
  static func isPosition(_ value: Span<UInt8>) -> Bool {
    var numbers: [Double] = []
    var current = ""
    for index in value.indices {
      let byte = value[index]
      if (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") {
        current.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !current.isEmpty {
        numbers.append(Double(current) ?? .infinity)
        current = ""
      }
    }
    if !current.isEmpty { numbers.append(Double(current) ?? .infinity) }
    guard numbers.count >= 2 else { return false }
    return abs(numbers[0]) <= 90 && abs(numbers[1]) <= 180 && (numbers[0] != 0 || numbers[1] != 0)
  }
}
