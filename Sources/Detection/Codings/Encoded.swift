public import Model

/// What stands behind a value, or several, that are written in a coding.
public final class Encoded: Sendable {
  /// How the text is written.
  let coding: Coding
  /// The text in plain.
  let text: [UInt8]
  /// The values in `text`, in order and without overlap; they may be encoded once more.
  let matches: [Match]
  /// The bytes of `text` that stand for themselves in the coding.
  let plain: Set<UInt8>

  init(_ coding: Coding, _ text: [UInt8], _ matches: [Match], plain: Set<UInt8> = []) {
    self.coding = coding
    self.text = text
    self.matches = matches
    self.plain = plain
  }
}

extension Match {
  /// Gives the replacement for a value and the position of its rule; nil leaves the value as it is.
  public typealias Replace = (_ value: Span<UInt8>, _ rule: Int) throws(Problem) -> [UInt8]?

  /// What takes the place of the match in `text`, written in the coding that stands there; nil when nothing changes.
  ///
  /// Where one encoded text holds several values, `replace` is asked for each.
  public func rewritten(_ text: Span<UInt8>, _ replace: Replace) throws(Problem) -> [UInt8]? {
    guard let encoded else { return try replace(text.extracting(range), rule) }
    let decoded = encoded.text
    var result: [UInt8] = []
    var position = 0
    var hasChanged = false
    for match in encoded.matches {
      guard let replacement = try match.rewritten(decoded.span, replace) else { continue }
      result += decoded[position..<match.range.lowerBound]
      result += replacement
      position = match.range.upperBound
      hasChanged = true
    }
    guard hasChanged else { return nil }
    result += decoded[position...]
    return encoded.coding.encoded(result, plain: encoded.plain)
  }
}
