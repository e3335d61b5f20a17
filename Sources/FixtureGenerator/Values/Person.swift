/// An invented customer; the same seed and index give the same person.
package struct Person: Sendable {
  package let given: Value
  package let family: Value
  package let name: Value
  package let phone: Phone
  package let mobile: Phone
  package let email: Value
  package let account: Value
  package let login: Value
  package let birthDate: Value
  package let street: Value
  package let town: String
  package let postcode: Value
  package let address: Value
  package let homeAddress: Value
  package let papers: Papers
  package let card: Card

  package init(seed: UInt64, index: Int) {
    var random = SplitMix64(seed: seed, kind: 1, index: index)
    let first = random.pick(Words.given)
    let last = random.pick(Words.family)
    let plain = Words.ascii(first) + "." + Words.ascii(last)
    given = Value(first, .personName)
    family = Value(last, .personName)
    name = Value(first + " " + last, .personName)
    phone = Phone(&random)
    mobile = Phone(&random)
    email = Value("\(plain)\(random.within(1...999))@\(random.pick(Words.mailDomains))", .email)
    account = Value("00\(random.digits(8))", .account)
    login = Value("\(plain)\(random.within(10...99))", .userName)
    let month = random.within(1...12)
    let day = random.within(1...28)
    birthDate = Value(
      "19\(random.within(40...99))-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)", .birthDate)
    let road = "\(random.within(10...9899)) \(random.pick(Words.streets)) \(random.pick(Words.streetKinds))"
    street = Value(road, .postalAddress)
    town = random.pick(Words.towns)
    let code = "0\(random.digits(4))"
    postcode = Value(code, .postalAddress)
    address = Value("\(road), \(town), NY \(code)", .postalAddress)
    homeAddress = Value(
      random.one(in: 5)
        ? "2001:db8:\(random.hex(4)):\(random.hex(4))::\(random.within(2...99))"
        : "203.0.113.\(random.within(1...254))",
      .ipAddress)
    papers = Papers(&random)
    card = Card(&random)
  }

  package var emailPercent: Value { Value(email.text.replacing("@", with: "%40"), .email) }
  package var emailJSON: Value { Value(email.text.replacing("@", with: #"\u0040"#), .email) }
  package var emailXML: Value { Value(email.text.replacing("@", with: "&#64;"), .email) }
  package var namePercent: Value { Value(given.text.ascii + "%20" + family.text.ascii, .personName) }
}

extension String {
  /// The word without accents, its first letter large.
  fileprivate var ascii: String {
    let word = Words.ascii(self)
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}
