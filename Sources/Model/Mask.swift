private let star = UInt8(ascii: "*")

extension Action.Mask {
  /// What stands in place of `value`.
  ///
  /// The vendor's operators, with one mend: where an operator would show a value whole, it is hidden whole.
  public func applied(to value: [UInt8]) -> [UInt8] {
    let count = value.count
    let shown = { (wanted: Int) in wanted > 0 && wanted < count ? wanted : 0 }
    switch self {
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
    case .tag(let prefix, let postfix): return Array(prefix.utf8) + Self.stars(value) + Array(postfix.utf8)
    }
  }

  /// As many asterisks as the value has bytes.
  public static func stars(_ value: [UInt8]) -> [UInt8] { Array(repeating: star, count: value.count) }

  /// Whether `value` is what this operator writes, so that a second run has nothing to do.
  public func isApplied(to value: [UInt8]) -> Bool {
    guard case .tag(let prefix, let postfix) = self else { return applied(to: value) == value }
    let frame = prefix.utf8.count + postfix.utf8.count
    return value.count > frame && value.starts(with: prefix.utf8)
      && value.suffix(postfix.utf8.count).elementsEqual(postfix.utf8)
      && value.dropFirst(prefix.utf8.count).dropLast(postfix.utf8.count).allSatisfy { $0 == star }
  }
}
