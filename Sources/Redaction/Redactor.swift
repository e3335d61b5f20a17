public import Model

/// Turns values into replacements; the same value always into the same one.
///
/// A redactor belongs to one thread. What it remembers is bounded: a cache of recent values, and a table that keeps
/// two values from sharing a replacement.
public struct Redactor: Sendable {
  private let style: Style
  private let recorder: VaultRecorder?
  private let keys: [Category: CategoryKey]
  private var cache: [Value: [UInt8]] = [:]
  private var owners: [Value: UInt64] = [:]

  private struct Value: Hashable {
    let category: Category
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) {
      // The bytes in one go; the default feeds them one by one.
      unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }

  private static let cacheLimit = 100_000
  /// Beyond so many replacements, two values may come to share one where the space is small (see `AddressShape`).
  private static let ownerLimit = 1_000_000

  /// Makes a redactor.
  ///
  /// - Parameter recorder: takes down each pseudonym with its original, for a vault.
  public init(key: PseudonymKey, style: Style = .shape, recorder: VaultRecorder? = nil) {
    self.style = style
    self.recorder = recorder
    keys = Dictionary(
      Category.allCases.map { ($0, CategoryKey(key.derived("category \($0.rawValue)"))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What takes the place of `value`; nil when `action` leaves it as it is.
  public mutating func replacement(for value: Span<UInt8>, category: Category, action: Action) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.count)
    unsafe value.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    switch action {
    case .keep: return nil
    case .remove: return Action.Mask.stars(bytes)
    case .mask(let mask): return mask.applied(to: bytes)
    case .pseudonym: break
    }
    if style == .mask { return Action.Mask.hide.applied(to: bytes) }
    // Few digits are told apart by trying all of them, and words by reading them: no pseudonym hides such a value.
    if Self.removed.contains(category) { return Action.Mask.stars(bytes) }
    let known = Value(category: category, bytes: bytes)
    if let replacement = cache[known] { return replacement }
    let replacement = pseudonym(bytes, category)
    if cache.count >= Self.cacheLimit { cache.removeAll(keepingCapacity: true) }
    cache[known] = replacement
    recorder?.record(category, pseudonym: replacement, original: bytes)
    return replacement
  }

  /// Categories whose values are replaced by asterisks rather than by a pseudonym.
  private static let removed: Set<Category> = [.cvv, .pin, .digits, .birthDate, .content]

  /// A pseudonym that no other value has, as long as the table of owners remembers.
  private mutating func pseudonym(_ value: [UInt8], _ category: Category) -> [UInt8] {
    guard let key = keys[category] else { return Action.Mask.stars(value) }
    let canonical = Canonical.form(of: value, category)
    var digest = KeyedDigest(canonical, key: key)
    let owner = digest.identity
    var result: [UInt8] = []
    for attempt in 0..<UInt8(64) {
      if attempt > 0 { digest = KeyedDigest(canonical, attempt: attempt, key: key) }
      result = shaped(value, category, digest, attempt: attempt, key: key)
      let place = Value(category: category, bytes: Canonical.form(of: result, category))
      guard let other = owners[place] else {
        if owners.count < Self.ownerLimit { owners[place] = owner }
        return result
      }
      if other == owner { return result }
    }
    return result
  }

  private func shaped(
    _ value: [UInt8], _ category: Category, _ digest: KeyedDigest, attempt: UInt8, key: CategoryKey
  ) -> [UInt8] {
    var digest = digest
    if style == .token {
      return Array("<\(category.rawValue):".utf8) + Label.core(&digest) + [UInt8(ascii: ">")]
    }
    let digits = NumberShape.digits(of: value).count
    switch category {
    case .email:
      if let address = MailShape.address(value, attempt: attempt, key: key) { return address }
    case .phone where NumberShape.canonicalPhone(value).count >= 7 && !NumberShape.hasLetters(value):
      return NumberShape.phone(value, &digest)
    case .card where digits >= 12 && !NumberShape.hasLetters(value):
      return NumberShape.number(value, &digest, failsLuhn: true)
    case .nationalID where digits >= 9 && !NumberShape.hasLetters(value): return NumberShape.number(value, &digest)
    case .iban: return Array("ZZ00".utf8) + like(value.dropFirst(4), &digest)
    case .ipAddress:
      if let octets = AddressText.ipv4(value) {
        return AddressText.ipv4(AddressShape.ipv4(octets, attempt: attempt, key: key), like: value)
      }
      if let octets = AddressText.ipv6(value) {
        return AddressText.ipv6(AddressShape.ipv6(octets, attempt: attempt, key: key))
      }
    case .macAddress where AddressText.mac(value) != nil: return AddressText.mac(AddressShape.mac(&digest), like: value)
    case .host where value.contains(UInt8(ascii: ".")): return Label.make(category, &digest) + MailShape.domainEnd
    default: break
    }
    return Label.make(category, &digest)
  }

  /// Upper-case letters and digits from the digest where `form` has any, and its separators.
  private func like(_ form: ArraySlice<UInt8>, _ digest: inout KeyedDigest) -> [UInt8] {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRSTUVWX".utf8)
    return form.map { isWordByte($0) ? alphabet[Int(digest.byte() & 31)] : $0 }
  }
}

func isWordByte(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}
