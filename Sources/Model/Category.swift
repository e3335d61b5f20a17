/// What kind of personal or secret data a value is: the closed list every rule chooses from.
public enum Category: String, Sendable, Hashable, CaseIterable, Codable {
  /// A payment card number (ISO/IEC 7812).
  case card
  /// A card verification value.
  case cvv
  /// A personal identification number.
  case pin
  /// An international bank account number (ISO 13616).
  case iban
  /// A bank account number in a national form.
  case bankAccount = "bank-account"
  /// A number that a state gave a person: social security, tax, identity card.
  case nationalID = "national-id"
  /// A passport number.
  case passport
  /// A driver licence number.
  case driverLicence = "driver-licence"
  /// A patient or health insurance number.
  case healthID = "health-id"
  /// A password or pass phrase.
  case password
  /// An API key, token or session secret.
  case token
  /// A private key block.
  case privateKey = "private-key"
  /// An e-mail address.
  case email
  /// A telephone number.
  case phone
  /// A person's name.
  case personName = "person-name"
  /// A postal address or postcode.
  case postalAddress = "postal-address"
  /// A date of birth.
  case birthDate = "birth-date"
  /// An account, customer, policy or member number.
  case account
  /// A login, agent or user name.
  case userName = "user-name"
  /// An IPv4 or IPv6 address.
  case ipAddress = "ip-address"
  /// A hardware address of a network interface.
  case macAddress = "mac-address"
  /// A host name.
  case host
  /// Digits that a caller typed.
  case digits
  /// A key that encrypts media, and answers of digest authentication.
  case sessionSecret = "session-secret"
  /// A crypto-currency address.
  case cryptoAddress = "crypto-address"
  /// A number of a device or SIM card: IMEI, IMSI, ICCID.
  case deviceID = "device-id"
  /// A position on the earth.
  case location
  /// A vehicle identification number or licence plate.
  case vehicleID = "vehicle-id"
  /// What people said or wrote: chat text, mail bodies, recognised speech.
  case content

  /// How bad it is when a value of this category leaves the house.
  public var severity: Severity {
    switch self {
    case .card, .cvv, .pin, .iban, .bankAccount, .nationalID, .passport, .driverLicence, .healthID, .password,
      .token, .privateKey, .sessionSecret, .content, .digits:
      .high
    case .email, .phone, .personName, .postalAddress, .birthDate, .account, .cryptoAddress, .deviceID, .location,
      .vehicleID:
      .medium
    case .userName, .ipAddress, .macAddress, .host: .low
    }
  }
}

/// How bad a leak of a value is.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
  /// Topology and internal names.
  case low
  /// Data that identifies a person.
  case medium
  /// Secrets, payment data, state identifiers, the content of conversations.
  case high

  /// Orders low before medium before high.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}

/// How sure a rule is that its match is what it says.
public enum Confidence: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
  /// The shape alone, which other data shares.
  case low
  /// A telling shape or context.
  case medium
  /// A checksum, a telling key, or a format with no other reading.
  case high

  /// Orders low before medium before high.
  public static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

  /// 0, 1 or 2, for packing into sort keys.
  public var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}
