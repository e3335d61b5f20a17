internal import Model

/// Replacements that hide without telling values apart.
enum MaskShape {
  private static let star = UInt8(ascii: "*")

  /// As many asterisks as the value has bytes.
  static func stars(_ value: [UInt8]) -> [UInt8] { Array(repeating: star, count: value.count) }

  /// The vendor's operators, with one mend: a value is never shown whole, and at least half of it is hidden.
  static func applied(_ mask: Action.Mask, to value: [UInt8]) -> [UInt8] {
    let count = value.count
    let shown = { (wanted: Int) in max(0, min(wanted, count / 2)) }
    switch mask {
    case .hide: return Array(repeating: star, count: 8)
    case .hideFirst(let n):
      let tail = shown(count - n)
      return Array(repeating: star, count: count - tail) + value.suffix(tail)
    case .hideLast(let n):
      let head = shown(count - n)
      return value.prefix(head) + Array(repeating: star, count: count - head)
    case .unhideFirst(let n): return value.prefix(shown(n)) + Array(repeating: star, count: count - shown(n))
    case .unhideLast(let n): return Array(repeating: star, count: count - shown(n)) + value.suffix(shown(n))
    case .skip: return []
    case .tag(let prefix, let postfix): return Array(prefix.utf8) + stars(value) + Array(postfix.utf8)
    }
  }
}
