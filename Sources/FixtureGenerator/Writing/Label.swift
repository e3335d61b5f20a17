/// What a planted value is: the raw values are those of the product's closed list of categories.
///
/// Repeated here, and not imported, so that the truth does not come from the code it judges; a test compares the two.
enum Label: String, Sendable, CaseIterable {
  case card, cvv, pin, iban
  case bankAccount = "bank-account"
  case nationalID = "national-id"
  case passport
  case driverLicence = "driver-licence"
  case healthID = "health-id"
  case password, token
  case privateKey = "private-key"
  case email, phone
  case personName = "person-name"
  case postalAddress = "postal-address"
  case birthDate = "birth-date"
  case account
  case userName = "user-name"
  case ipAddress = "ip-address"
  case macAddress = "mac-address"
  case host, digits
  case sessionSecret = "session-secret"
  case cryptoAddress = "crypto-address"
  case deviceID = "device-id"
  case location
  case vehicleID = "vehicle-id"
  case content
}

/// A value that a scrubbed log must no longer hold; put into a `Text`, it is recorded as a plant.
struct Value: Sendable, Hashable {
  let text: String
  let label: Label

  init(_ text: String, _ label: Label) {
    self.text = text
    self.label = label
  }
}

/// A stretch of text whose place is recorded.
struct Mark: Sendable, Hashable {
  var offset: Int
  var length: Int
  /// What was planted; nil for a trap, an innocent look-alike.
  let label: Label?
}
