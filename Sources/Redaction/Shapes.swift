internal import Crypto
internal import Model

/// The replacement of each kind of value, as a function of the value and the key alone.
struct Shapes: Sendable {
  private let keys: [Category: CategoryKey]
  /// Keys of permutations, for the numbers that have one.
  private let permutations: [Category: CategoryKey]
  /// The key of domains, which hosts and mail addresses share.
  let domains: CategoryKey

  init(_ key: PseudonymKey) {
    func derived(_ purpose: String, _ categories: [Category]) -> [Category: CategoryKey] {
      Dictionary(
        categories.map { ($0, CategoryKey(key.derived("\(purpose) \($0.rawValue)"))) },
        uniquingKeysWith: { first, _ in first })
    }
    keys = derived("category", Category.allCases)
    permutations = derived("permutation", [.phone, .card, .nationalID, .macAddress])
    domains = CategoryKey(key.derived("domain"))
  }

  /// The keyed digest of a value's canonical form; without a category, of a domain.
  func digest(_ canonical: [UInt8], _ category: Category?, attempt: UInt8 = 0) -> KeyedDigest {
    KeyedDigest(canonical, attempt: attempt, key: category.flatMap { keys[$0] } ?? domains)
  }

  /// The domain in a host or a mail address.
  func domain(of canonical: [UInt8], _ category: Category) -> [UInt8]? {
    switch category {
    case .host: HostShape.parts(canonical).domain
    case .email: MailShape.parts(canonical).map { Array($0.domain) }
    default: nil
    }
  }

  func token(_ canonical: [UInt8], _ category: Category, attempt: UInt8) -> [UInt8] {
    var digest = digest(canonical, category, attempt: attempt)
    return Array("<\(category.rawValue):".utf8) + Label.core(&digest) + [UInt8(ascii: ">")]
  }

  /// - Parameters:
  ///   - domain: the replacement of the value's domain, where it has one.
  ///   - attempt: counts up when another value has the place.
  func shape(
    _ value: [UInt8], _ canonical: [UInt8], _ category: Category, domain: [UInt8]?, attempt: UInt8
  ) -> [UInt8] {
    if let number = number(value, category, attempt) { return number }
    var digest = digest(canonical, category, attempt: attempt)
    switch category {
    case .email:
      if let domain, let address = MailShape.address(value, &digest, domain: domain) { return address }
    case .iban: return Array("ZZ00".utf8) + like(value.dropFirst(4), &digest)
    case .ipAddress:
      guard let key = keys[category] else { break }
      if let octets = AddressText.ipv4(value) {
        return AddressText.ipv4(AddressShape.ipv4(octets, attempt: attempt, key: key), like: value)
      }
      guard let octets = AddressText.ipv6(value) else { break }
      if let quad = AddressText.mapped(octets) {
        return AddressText.mapped(AddressShape.ipv4(quad, attempt: attempt, key: key), like: value)
      }
      return AddressText.ipv6(AddressShape.ipv6(octets, attempt: attempt, key: key))
    case .host:
      guard let domain, let name = HostShape.parts(canonical).name else { break }
      var digest = self.digest(name, category, attempt: attempt)
      return Label.make(category, &digest) + [UInt8(ascii: ".")] + domain
    default: break
    }
    return Label.make(category, &digest)
  }

  /// Values whose digits are permuted; nil for others, and where letters stand among the digits.
  private func number(_ value: [UInt8], _ category: Category, _ attempt: UInt8) -> [UInt8]? {
    guard let key = permutations[category] else { return nil }
    if category == .macAddress {
      return AddressText.mac(value).map {
        AddressText.mac(AddressShape.mac($0, attempt: attempt, key: key), like: value)
      }
    }
    let count = category == .phone ? NumberShape.canonicalPhone(value).count : NumberShape.digits(of: value).count
    guard count <= DigitPermutation.limit, !NumberShape.hasLetters(value) else { return nil }
    switch category {
    case .phone where count >= 7: return NumberShape.phone(value, attempt: attempt, key: key)
    case .card where count >= 12: return NumberShape.card(value, attempt: attempt, key: key)
    case .nationalID where count >= 9: return NumberShape.number(value, attempt: attempt, key: key)
    default: return nil
    }
  }

  /// Upper-case letters and digits from the digest where `form` has any, and its separators.
  private func like(_ form: ArraySlice<UInt8>, _ digest: inout KeyedDigest) -> [UInt8] {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRSTUVWX".utf8)
    return form.map { isWordByte($0) ? alphabet[Int(digest.byte() & 31)] : $0 }
  }
}

func isWordByte(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) }
