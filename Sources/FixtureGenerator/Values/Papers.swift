/// Numbers that states, banks, insurers and makers give to a person and a person's things.
package struct Papers: Sendable {
  /// Always in a form that no office hands out: group 55 in an area above 800.
  package let socialSecurity: Value
  package let socialSecurityPlain: Value
  package let passport: Value
  package let driverLicence: Value
  package let health: Value
  package let iban: Value
  package let ibanSpaced: Value
  package let bankAccount: Value
  package let pin: Value
  package let vehicle: Value
  package let device: Value
  package let cryptoAddress: Value
  package let location: Value

  package init(_ random: inout SplitMix64) {
    let area = "8\(random.digits(2))"
    let serial = "\(random.within(1...9))\(random.digits(3))"
    socialSecurity = Value("\(area)-55-\(serial)", .nationalID)
    socialSecurityPlain = Value("\(area)55\(serial)", .nationalID)
    passport = Value("X\(random.digits(8))", .passport)
    driverLicence = Value("\(random.string(1, of: .upper))\(random.digits(7))", .driverLicence)
    health = Value("HX\(random.digits(9))", .healthID)
    let number = Self.iban(&random)
    iban = Value(number, .iban)
    ibanSpaced = Value(Self.grouped(number), .iban)
    bankAccount = Value("9\(random.digits(9))", .bankAccount)
    pin = Value(random.digits(4), .pin)
    let (head, tail) = ("1X9" + random.string(5, of: .vehicle), random.string(3, of: .vehicle) + random.digits(5))
    vehicle = Value(head + CheckDigits.vehicle(head + "0" + tail) + tail, .vehicleID)
    let body = "001\(random.digits(11))"
    device = Value(body + String(CheckDigits.luhn(body)), .deviceID)
    cryptoAddress = Value("0x\(random.hex(40))", .cryptoAddress)
    location = Value(
      "\(random.within(41...44)).\(random.digits(5)), -7\(random.digits(1)).\(random.digits(5))", .location)
  }

  /// An account at a bank that does not exist, in one of four national lengths.
  private static func iban(_ random: inout SplitMix64) -> String {
    switch random.below(4) {
    case 0: CheckDigits.iban(country: "DE", account: "99999999" + random.digits(10))
    case 1: CheckDigits.iban(country: "GB", account: "XMPL" + random.digits(14))
    case 2: CheckDigits.iban(country: "NL", account: "XMPL" + random.digits(10))
    default: CheckDigits.iban(country: "FR", account: "99999" + random.digits(18))
    }
  }

  private static func grouped(_ text: String) -> String {
    var grouped = ""
    for (index, character) in text.enumerated() {
      if index > 0 && index % 4 == 0 { grouped.append(" ") }
      grouped.append(character)
    }
    return grouped
  }
}
