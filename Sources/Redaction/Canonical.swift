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
    case .host, .userName: return value.map(lowercased)
    case .personName: return name(value)
    default: return value
    }
  }

  /// A name with the given name first and blanks between its words: `Roe, Jane`, `Jane_Roe`, `jane.roe` are one.
  private static func name(_ value: [UInt8]) -> [UInt8] {
    let lower = value.map(lowercased)
    let parts = lower.split(separator: UInt8(ascii: ",")).map { part in
      Array(part.drop { $0 == 0x20 }).reversed().drop { $0 == 0x20 }.reversed()
    }
    let ordered = parts.count == 2 && parts.allSatisfy { !$0.isEmpty } ? parts[1] + [0x20] + parts[0] : lower
    let joints = ordered.contains(0x20) ? Array("_+".utf8) : Array("_+.".utf8)
    return ordered.map { joints.contains($0) ? 0x20 : $0 }
  }

  /// The octets of an address; an IPv4 address written as IPv6 (RFC 4291 section 2.5.5.2) is the same host.
  private static func address(_ value: [UInt8]) -> [UInt8]? {
    if let octets = AddressText.ipv4(value) { return octets }
    guard let octets = AddressText.ipv6(value) else { return nil }
    return AddressText.mapped(octets) ?? octets
  }
}
