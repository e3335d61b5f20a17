internal import RulePacks

extension Validator {
  /// Whether `value` passes the check; separators inside it are ignored where people write them.
  func accepts(_ value: Span<UInt8>) -> Bool {
    switch self {
    case .card: PaymentCard.isNumber(digits(value))
    case .luhn: PaymentCard.passesLuhn(digits(value))
    case .iban: IBAN.isNumber(value)
    case .ssn: isSSN(digits(value))
    case .ipv4: IPAddress.isIPv4Host(value)
    case .ipv6: IPAddress.isIPv6Host(value)
    case .mac: isHardwareAddress(value)
    case .phone: isPhone(digits(value))
    case .nanp: isNANP(digits(value))
    case .entropy: looksRandom(value)
    }
  }

  private func isSSN(_ digits: [UInt8]) -> Bool {
    guard digits.count == 9 else { return false }
    let area = number(digits[0..<3])
    return area != 0 && area != 666 && area < 900 && number(digits[3..<5]) != 0 && number(digits[5..<9]) != 0
  }

  private func isHardwareAddress(_ value: Span<UInt8>) -> Bool {
    var hex: [UInt8] = []
    for index in value.indices where isAlphanumeric(value[index]) { hex.append(lowercased(value[index])) }
    guard let first = hex.first, hex.count == 12 else { return false }
    return !(first == UInt8(ascii: "0") || first == UInt8(ascii: "f")) || !hex.allSatisfy { $0 == first }
  }

  private func isPhone(_ digits: [UInt8]) -> Bool {
    (7...15).contains(digits.count) && Set(digits).count > 1
  }

  private func isNANP(_ digits: [UInt8]) -> Bool {
    var national = digits[...]
    if national.count == 11, national.first == 1 { national = national.dropFirst() }
    guard national.count == 10, let area = national.first else { return false }
    // Area and exchange codes start with 2 to 9; N11 codes are services (NANPA).
    let exchange = Array(national.dropFirst(3))
    let areaIsService = national.dropFirst().prefix(2).allSatisfy { $0 == 1 }
    return area >= 2 && exchange[0] >= 2 && !areaIsService && Set(digits).count > 2
  }

  private func looksRandom(_ value: Span<UInt8>) -> Bool {
    var seen = Set<UInt8>()
    var (letters, digits) = (0, 0)
    for index in value.indices {
      seen.insert(value[index])
      if (0x30...0x39).contains(value[index]) { digits += 1 } else if isAlphanumeric(value[index]) { letters += 1 }
    }
    return seen.count >= min(8, value.count / 2) && letters > 0 && digits > 0
  }
}

/// The values of the decimal digits in `value`.
func digits(_ value: Span<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  for index in value.indices where (0x30...0x39).contains(value[index]) { result.append(value[index] - 0x30) }
  return result
}

func number(_ digits: some Collection<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1) } }
