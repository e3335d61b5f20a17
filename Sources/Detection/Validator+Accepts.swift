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
    case .usITIN: NationalID.isITIN(digits(value))
    case .canadianSIN: NationalID.isCanadian(digits(value))
    case .britishNINO: NationalID.isBritish(CheckDigits.text(value))
    case .spanishDNI: NationalID.isSpanish(CheckDigits.text(value))
    case .italianCF: NationalID.isItalian(CheckDigits.text(value))
    case .germanTax: NationalID.isGermanTax(digits(value))
    case .frenchNIR: NationalID.isFrench(CheckDigits.text(value))
    case .polishPESEL: NationalID.isPolish(digits(value))
    case .dutchBSN: NationalID.isDutch(digits(value))
    case .swedishPIN: NationalID.isSwedish(digits(value))
    case .finnishHETU: NationalID.isFinnish(CheckDigits.text(value))
    case .danishCPR: NationalID.isDanish(digits(value))
    case .belgianNN: NationalID.isBelgian(digits(value))
    case .portugueseNIF: NationalID.isPortuguese(digits(value))
    case .swissAHV: NationalID.isSwiss(digits(value))
    case .austrianSVNR: NationalID.isAustrian(digits(value))
    case .norwegianFNR: NationalID.isNorwegian(digits(value))
    case .icelandicKT: NationalID.isIcelandic(digits(value))
    case .czechRC: NationalID.isCzech(digits(value))
    case .romanianCNP: NationalID.isRomanian(digits(value))
    case .bulgarianEGN: NationalID.isBulgarian(digits(value))
    case .croatianOIB: NationalID.isCroatian(digits(value))
    case .jmbg: NationalID.isJMBG(digits(value))
    case .balticCode: NationalID.isBaltic(digits(value))
    case .greekAMKA: NationalID.isGreek(digits(value))
    case .irishPPS: NationalID.isIrish(CheckDigits.text(value))
    case .russianSNILS: NationalID.isSNILS(digits(value))
    case .turkishTC: NationalID.isTurkish(digits(value))
    case .brazilianCPF: NationalID.isCPF(digits(value))
    case .chileanRUT: NationalID.isChilean(CheckDigits.text(value))
    case .argentineCUIT: NationalID.isArgentine(digits(value))
    case .mexicanCURP: NationalID.isCURP(CheckDigits.text(value))
    case .cedula: NationalID.isCedula(digits(value))
    case .australianTFN: NationalID.isTFN(digits(value))
    case .australianABN: NationalID.isABN(digits(value))
    case .newZealandIRD: NationalID.isIRD(digits(value))
    case .aadhaar: NationalID.isAadhaar(digits(value))
    case .singaporeNRIC: NationalID.isNRIC(CheckDigits.text(value))
    case .koreanRRN: NationalID.isKorean(digits(value))
    case .chineseID: NationalID.isChinese(CheckDigits.text(value))
    case .hongKongID: NationalID.isHongKong(CheckDigits.text(value))
    case .taiwaneseID: NationalID.isTaiwanese(CheckDigits.text(value))
    case .thaiID: NationalID.isThai(digits(value))
    case .japaneseMyNumber: NationalID.isMyNumber(digits(value))
    case .israeliID: NationalID.isIsraeli(digits(value))
    case .southAfricanID: NationalID.isSouthAfrican(digits(value))
    case .emiratesID: NationalID.isEmirati(digits(value))
    case .nhs: ThingNumber.isNHS(digits(value))
    case .medicare: ThingNumber.isMedicare(digits(value))
    case .npi: ThingNumber.isNPI(digits(value))
    case .routing: ThingNumber.isRouting(digits(value))
    case .imei: ThingNumber.isIMEI(digits(value))
    case .iccid: ThingNumber.isICCID(digits(value))
    case .vin: ThingNumber.isVIN(CheckDigits.text(value))
    case .passportZone: ThingNumber.isPassportZone(bytes(value))
    case .bech32: ThingNumber.isBech32(bytes(value))
    case .position: ThingNumber.isPosition(value)
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
    var (letters, digits, turns, doubles) = (0, 0, 0, 0)
    for index in value.indices {
      let byte = value[index]
      seen.insert(byte)
      if (0x30...0x39).contains(byte) { digits += 1 } else if isAlphanumeric(byte) { letters += 1 }
      if index > 0, (0x41...0x5A).contains(byte) {
        if (0x61...0x7A).contains(value[index - 1]) { turns += 1 }
        if (0x41...0x5A).contains(value[index - 1]) { doubles += 1 }
      }
    }
    // Words in camel case turn often, but seldom have capitals side by side as well.
    return seen.count >= min(8, value.count / 2) && letters > 0 && (digits > 0 || turns >= 3 && doubles > 0)
  }
}

/// The bytes of `value`.
func bytes(_ value: Span<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  for index in value.indices { result.append(value[index]) }
  return result
}

/// The values of the decimal digits in `value`; those of percent-encoded bytes, such as `%20`, are not among them.
func digits(_ value: Span<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  var index = 0
  while index < value.count {
    if value[index] == UInt8(ascii: "%"), index + 2 < value.count {
      index += 3
      continue
    }
    if (0x30...0x39).contains(value[index]) { result.append(value[index] - 0x30) }
    index += 1
  }
  return result
}

func number(_ digits: some Collection<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1) } }
