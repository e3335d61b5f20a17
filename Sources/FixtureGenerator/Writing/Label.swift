/// What a planted value is: the raw values are those of the product's closed list of categories.
///
/// Repeated here, and not imported, so that the truth does not come from the code it judges; a test compares the two.
package enum Label: String, Sendable, CaseIterable {
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
