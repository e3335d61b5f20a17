/// A value found: where it is and which rule says so.
public struct Match: Sendable {
  /// The bytes of the value, counted from the start of the scanned text.
  public let range: Range<Int>
  /// The position of the rule in `Detector.rules`.
  public let rule: Int
  /// What stands behind the bytes, when they are written in a coding.
  public let encoded: Encoded?

  init(range: Range<Int>, rule: Int, encoded: Encoded? = nil) {
    self.range = range
    self.rule = rule
    self.encoded = encoded
  }

  /// The same value, counted from another start.
  func moved(by distance: Int) -> Match {
    Match(range: range.lowerBound + distance..<range.upperBound + distance, rule: rule, encoded: encoded)
  }
}

extension Match: Hashable {
  /// Whether the same rule claims the same bytes.
  public static func == (left: Match, right: Match) -> Bool { left.range == right.range && left.rule == right.rule }

  /// Hashes place and rule.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(range)
    hasher.combine(rule)
  }
}
