internal import Model

/// The one form in which all spellings of a value agree; pseudonyms are made from it.
enum Canonical {
  static func form(of value: [UInt8], _ category: Category) -> [UInt8] {
    switch category {
    case .phone:
      let digits = NumberShape.canonicalPhone(value)
      return digits.count >= 7 && !NumberShape.hasLetters(value) ? digits : value
    case .card, .nationalID:
      let digits = NumberShape.digits(of: value)
      return digits.count >= 9 && !NumberShape.hasLetters(value) ? digits : value.filter(isWordByte).map(lowercased)
    case .iban: return value.filter(isWordByte).map(lowercased)
    case .ipAddress: return address(value) ?? value.map(lowercased)
    case .macAddress: return AddressText.mac(value) ?? value.map(lowercased)
    case .email:
      guard let parts = MailShape.parts(value) else { return value.map(lowercased) }
      return parts.local.map(lowercased) + [UInt8(ascii: "@")] + parts.domain.map(lowercased)
    case .host, .userName, .personName: return value.map(lowercased)
    default: return value
    }
  }

  /// The octets of an address; an IPv4 address written as IPv6 (RFC 4291 section 2.5.5.2) is the same host.
  private static func address(_ value: [UInt8]) -> [UInt8]? {
    if let octets = AddressText.ipv4(value) { return octets }
    guard let octets = AddressText.ipv6(value) else { return nil }
    return AddressText.mapped(octets) ?? octets
  }
}
