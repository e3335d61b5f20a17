internal import Model

/// The entries of a vault as bytes, before they are sealed.
///
/// Each is three fields, and a field is its length in four bytes, the most significant first, and its bytes: category,
/// pseudonym, original. A pseudonym with several originals has an entry for each.
enum VaultCoding {
  static func encode(_ vault: Vault) -> [UInt8] {
    var bytes: [UInt8] = []
    vault.forEach { entry in
      for original in entry.originals {
        append(Array(entry.category.rawValue.utf8), to: &bytes)
        append(entry.pseudonym, to: &bytes)
        append(original, to: &bytes)
      }
    }
    return bytes
  }

  /// The vault; nil when the bytes are not what `encode` writes, or a category is not known.
  static func decode(_ bytes: [UInt8]) -> Vault? {
    var vault = Vault()
    var position = 0
    while position < bytes.count {
      guard let name = field(bytes, &position), let pseudonym = field(bytes, &position),
        let original = field(bytes, &position), let category = Category(rawValue: String(decoding: name, as: UTF8.self))
      else { return nil }
      vault.add(category, pseudonym: Array(pseudonym), original: Array(original))
    }
    return vault
  }

  private static func append(_ field: [UInt8], to bytes: inout [UInt8]) {
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: field.count >> shift)) }
    bytes += field
  }

  private static func field(_ bytes: [UInt8], _ position: inout Int) -> ArraySlice<UInt8>? {
    guard position + 4 <= bytes.count else { return nil }
    let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
    guard length <= bytes.count - position - 4 else { return nil }
    defer { position += 4 + length }
    return bytes[(position + 4)..<(position + 4 + length)]
  }
}
