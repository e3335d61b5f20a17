public import Model

/// The way back from pseudonyms to what they stand for; the customer's side alone has one.
///
/// One pseudonym may stand for several spellings: `Jane` and `jane` are one person. The one met first comes first.
public struct Vault: Sendable {
  /// A pseudonym and its originals.
  public struct Entry: Sendable, Hashable {
    /// The kind of value.
    public let category: Category
    /// What stands in the scrubbed text, byte for byte.
    public let pseudonym: [UInt8]
    /// What stood in the text before, byte for byte; at least one, the one met first in front.
    public let originals: [[UInt8]]
  }

  struct Place: Hashable {
    let category: Category
    let pseudonym: [UInt8]
  }

  private var originals: [Place: [[UInt8]]] = [:]

  /// Makes an empty vault.
  public init() {}

  /// How many pseudonyms it holds, each printed form counted.
  public var count: Int { originals.count }

  /// Remembers that `pseudonym` stands for `original`; gives false when that is known.
  @discardableResult
  public mutating func add(_ category: Category, pseudonym: [UInt8], original: [UInt8]) -> Bool {
    var known = originals[Place(category: category, pseudonym: pseudonym), default: []]
    if known.contains(original) { return false }
    known.append(original)
    originals[Place(category: category, pseudonym: pseudonym)] = known
    return true
  }

  /// Adds what `other` holds; gives false when all of it is known.
  @discardableResult
  public mutating func merge(_ other: Vault) -> Bool {
    var isChanged = false
    for (place, values) in other.originals {
      for value in values where add(place.category, pseudonym: place.pseudonym, original: value) { isChanged = true }
    }
    return isChanged
  }

  /// The originals of a pseudonym as it is printed; empty when there are none.
  public func originals(_ category: Category, of pseudonym: [UInt8]) -> [[UInt8]] {
    originals[Place(category: category, pseudonym: pseudonym)] ?? []
  }

  /// Calls `body` with each entry, in no order.
  public func forEach(_ body: (Entry) -> Void) {
    for (place, values) in originals {
      body(Entry(category: place.category, pseudonym: place.pseudonym, originals: values))
    }
  }
}
