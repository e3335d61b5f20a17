internal import Model

/// An invented customer with everything that logs may tell.
struct Person: Sendable {
  let given: Value
  let family: Value
  let name: Value
  let login: Value
  let email: Value
  let phone: Phone
  let mobile: Phone
  let road: Value
  let town: String
  let postcode: Value
  let birthDate: Value
  let socialSecurity: Value
  let passport: Value
  let card: Card
  let iban: Value
  let account: Value
  /// Where the customer's requests come from.
  let address: Value

  init(seed: UInt64, index: Int) {
    var dice = Dice(seed: seed, kind: 1, index: index)
    let (first, last) = (dice.pick(Names.given), dice.pick(Names.family))
    given = Value(first, .personName)
    family = Value(last, .personName)
    name = Value("\(first) \(last)", .personName)
    let (small, large) = (first.lowercased(), last.lowercased())
    login = Value("\(small.prefix(2))\(large.prefix(6))\(dice.roll(10...99))", .userName)
    email = Value(
      "\(small)\(dice.pick([".", "_", "-"]))\(large)\(dice.roll(1...99))@\(dice.pick(["example.com", "example.org", "mail.example.net"]))",
      .email)
    phone = Phone(&dice)
    mobile = Phone(&dice)
    road = Value("\(dice.roll(2...980)) \(dice.pick(Names.roads)) \(dice.pick(Names.roadKinds))", .postalAddress)
    town = dice.pick(Names.towns)
    postcode = Value("0\(dice.digits(4))", .postalAddress)
    birthDate = Value("19\(dice.roll(45...99))-0\(dice.roll(1...9))-\(dice.roll(10...28))", .birthDate)
    socialSecurity = Value("8\(dice.digits(2))-\(dice.roll(10...99))-\(dice.roll(1000...9999))", .nationalID)
    passport = Value("X\(dice.digits(8))", .passport)
    card = Card(&dice)
    iban = Value(
      dice.one(in: 2) ? Mod97.iban("DE", "99999999" + dice.digits(10)) : Mod97.iban("NL", "XMPL" + dice.digits(10)),
      .iban)
    account = Value("\(dice.roll(1...9))\(dice.digits(9))", .account)
    address = Value("\(dice.pick(["203.0.113", "198.51.100", "192.0.2"])).\(dice.roll(2...250))", .ipAddress)
  }
}

/// A telephone number that nobody owns (555-0100 to 555-0199), in several spellings.
struct Phone: Sendable {
  let area: String
  let line: String

  init(_ dice: inout Dice) {
    area = "\(dice.roll(2...9))\(dice.pick([0, 2, 3, 4, 6, 7]))\(dice.roll(2...9))"
    line = "01" + dice.digits(2)
  }

  var plain: Value { spelled("\(area)555\(line)") }
  var trunk: Value { spelled("1\(area)555\(line)") }
  var international: Value { spelled("+1\(area)555\(line)") }
  var spaced: Value { spelled("+1 \(area) 555 \(line)") }
  var hyphens: Value { spelled("+1-\(area)-555-\(line)") }
  var dashed: Value { spelled("\(area)-555-\(line)") }
  var dotted: Value { spelled("\(area).555.\(line)") }
  var brackets: Value { spelled("(\(area)) 555-\(line)") }

  private func spelled(_ text: String) -> Value { Value(text, .phone) }
}

/// A payment card: one of the numbers that processors publish for tests, or one from their ranges.
struct Card: Sendable {
  let number: String
  let expiry: String
  let code: Value
  let broken: Trap

  private static let published = [
    "4111111111111111", "4242424242424242", "4012888888881881", "5555555555554444", "5105105105105100",
    "378282246310005", "371449635398431", "6011111111111117", "6011000990139424",
  ]

  init(_ dice: inout Dice) {
    let body = dice.pick(["411111", "424242", "555555", "601111"]) + dice.digits(9)
    number = dice.one(in: 3) ? dice.pick(Self.published) : Luhn.completed(body)
    broken = Trap(Luhn.broken(body, by: dice.roll(1...9)), "digits failing Luhn")
    expiry = "0\(dice.roll(1...9))/2\(dice.roll(7...9))"
    code = Value(dice.digits(3), .cvv)
  }

  var plain: Value { Value(number, .card) }
  var spaced: Value { Value(grouped(" "), .card) }
  var dashed: Value { Value(grouped("-"), .card) }

  private func grouped(_ separator: String) -> String {
    let cuts = number.utf8.count == 15 ? [4, 10] : [4, 8, 12]
    return number.enumerated().map { (cuts.contains($0.offset) ? separator : "") + String($0.element) }.joined()
  }
}
