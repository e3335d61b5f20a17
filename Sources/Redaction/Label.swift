internal import Model

/// Replacements that are words: `person-k7q3vdx2mn`.
///
/// The last two characters check the others, so that a real value that happens to look alike is not taken for a
/// replacement (1 in 1,024 of those that do).
enum Label {
  /// Letters and digits that people do not confuse.
  static let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)
  static let payload = 8

  /// Payload and check characters for a digest, for `category`.
  static func core(_ digest: inout KeyedDigest, payload count: Int = payload) -> [UInt8] {
    let letters = digest.letters(count)
    return letters + check(letters)
  }

  static func make(_ category: Category, _ digest: inout KeyedDigest) -> [UInt8] {
    Array(category.rawValue.utf8) + [UInt8(ascii: "-")] + core(&digest)
  }

  /// Whether `text` ends in a payload with the right check characters.
  static func isCore(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count > 2, text.allSatisfy({ alphabet.contains($0) }) else { return false }
    return Array(text.suffix(2)) == check(Array(text.dropLast(2)))
  }

  /// Whether `text` is a label of any category.
  static func isLabel(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count > payload + 3, let dash = text.lastIndex(of: UInt8(ascii: "-")) else { return false }
    guard text.endIndex - dash - 1 == payload + 2, isCore(text[(dash + 1)...]) else { return false }
    return Category(rawValue: String(decoding: text[..<dash], as: UTF8.self)) != nil
  }

  /// Two characters that depend on all of `letters` (after Fletcher).
  private static func check(_ letters: [UInt8]) -> [UInt8] {
    var (first, second) = (7, 11)
    for letter in letters {
      first = (first * 3 + Int(letter)) % 1021
      second = (second + first) % 1019
    }
    return [alphabet[(first ^ second >> 5) & 31], alphabet[second & 31]]
  }
}
