public import Model

/// Turns values into replacements; the same value always into the same one.
///
/// A redactor belongs to one thread. What it remembers is bounded: a cache of recent values, and a table that keeps
/// two values from sharing a replacement. Only the recorder of a vault grows with the values.
public struct Redactor: Sendable {
  private let standard: Action
  private let categories: [Category: Action]
  private let recorder: VaultRecorder?
  private let shapes: Shapes
  private var cache: [Value: [UInt8]] = [:]
  private var owners: [Value: UInt64] = [:]

  private struct Value: Hashable {
    let category: Category
    var isToken = false
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) {
      // The bytes in one go; the default feeds them one by one.
      unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }

  private static let cacheLimit = 100_000
  /// Beyond so many replacements, two values may come to share one where the space is small (docs/pseudonyms.md).
  private static let ownerLimit = 1_000_000

  /// Makes a redactor.
  ///
  /// - Parameters:
  ///   - style: what replacements look like where nothing else is said.
  ///   - categories: what becomes of the values of some categories instead, unless their rule says it.
  ///   - recorder: takes down each pseudonym with its original, for a vault.
  public init(
    key: PseudonymKey, style: Style = .shape, categories: [Category: Action] = [:], recorder: VaultRecorder? = nil
  ) {
    standard = style.action
    self.categories = categories
    self.recorder = recorder
    shapes = Shapes(key)
  }

  /// What takes the place of `value`; nil when it stays as it is.
  public mutating func replacement(for value: Span<UInt8>, category: Category, action: Action) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.count)
    unsafe value.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    var isToken = false
    switch resolved(action, category) {
    case .keep: return nil
    case .remove: return Action.Mask.stars(bytes)
    case .mask(let mask): return mask.applied(to: bytes)
    case .token: isToken = true
    case .shape, .pseudonym: break
    }
    // Few digits are told apart by trying all of them, and words by reading them: no pseudonym hides such a value.
    if category.isTooSmall { return Action.Mask.stars(bytes) }
    let known = Value(category: category, isToken: isToken, bytes: bytes)
    if let replacement = cache[known] { return replacement.isEmpty ? nil : replacement }
    // The empty replacement stands for an address that means the same everywhere.
    let isFixed = category == .ipAddress && AddressShape.isFixed(bytes)
    let replacement = isFixed ? [] : pseudonym(known)
    if cache.count >= Self.cacheLimit { cache.removeAll(keepingCapacity: true) }
    cache[known] = replacement
    if isFixed { return nil }
    recorder?.record(category, pseudonym: replacement, original: bytes)
    return replacement
  }

  private func resolved(_ action: Action, _ category: Category) -> Action {
    guard case .pseudonym = action else { return action }
    return categories.isEmpty ? standard : categories[category] ?? standard
  }

  /// A pseudonym that no other value has, as long as the table of owners remembers.
  private mutating func pseudonym(_ value: Value) -> [UInt8] {
    let category = value.category
    let canonical = Canonical.form(of: value.bytes, category)
    let owner = shapes.digest(canonical, category).identity
    if value.isToken {
      return settled(owner, category) { attempt, shapes in shapes.token(canonical, category, attempt: attempt) }
    }
    let domain = shapes.domain(of: canonical, category).map { domain in
      settled(shapes.digest(domain, nil).identity, .host) { attempt, shapes in
        HostShape.domain(domain, attempt: attempt, key: shapes.domains)
      }
    }
    // The place of a domain is taken by the domain itself.
    if category == .host, let domain, HostShape.parts(canonical).name == nil { return domain }
    let bytes = value.bytes
    return settled(owner, category) { attempt, shapes in
      shapes.shape(bytes, canonical, category, domain: domain, attempt: attempt)
    }
  }

  /// The first attempt whose place nobody else has.
  private mutating func settled(
    _ owner: UInt64, _ category: Category, _ attempt: (UInt8, Shapes) -> [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    for number in 0..<UInt8(64) {
      result = attempt(number, shapes)
      let place = Value(category: category, bytes: Canonical.form(of: result, category))
      guard let other = owners[place] else {
        if owners.count < Self.ownerLimit { owners[place] = owner }
        return result
      }
      if other == owner { return result }
    }
    return result
  }
}
