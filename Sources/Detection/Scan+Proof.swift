internal import Model
internal import PCRE2
internal import RulePacks

extension Scan {
  /// The value, if what the pattern found passes everything else the rule asks; a group `value` in the rule's `value`
  /// may narrow it.
  mutating func proven(
    _ found: Range<Int>, rule index: Int, in text: Span<UInt8>, line: Range<Int>, isColumn: Bool = false
  ) throws(Problem) -> Range<Int>? {
    let rule = detector.rules[index]
    var value = found
    if let pattern = rule.valuePattern {
      do {
        guard let match = try matcher.firstMatch(of: pattern, in: text.extracting(found), range: 0..<found.count) else {
          return nil
        }
        value = found.lowerBound + match.value.lowerBound..<found.lowerBound + match.value.upperBound
      } catch {
        throw undecided(rule, error)
      }
    }
    guard !value.isEmpty else { return nil }
    let bytes = text.extracting(value)
    if Masked.isMasked(bytes) { return nil }
    if detector.isReplacement(text, value, rule.category) {
      settled[value] = min(settled[value] ?? index, index)
      return nil
    }
    if case .mask(let mask) = rule.action, mask.isApplied(to: value.map { text[$0] }) { return nil }
    for validator in rule.validators where !validator.accepts(bytes) { return nil }
    var context = rule.context
    // The name of a column says what words beside a value would.
    if isColumn { context.near = [] }
    return isInContext(value, context, in: text, line: line) ? value : nil
  }

  private func isInContext(_ value: Range<Int>, _ context: Rule.Context, in text: Span<UInt8>, line: Range<Int>) -> Bool
  {
    if context.near.isEmpty, context.notNear.isEmpty { return true }
    let before = max(line.lowerBound, value.lowerBound - context.within)..<value.lowerBound
    let after = value.upperBound..<max(value.upperBound, min(line.upperBound, value.upperBound + context.within))
    func stands(_ word: [UInt8]) -> Bool { contains(text, before, word) || contains(text, after, word) }
    if context.notNear.contains(where: stands) { return false }
    return context.near.isEmpty || context.near.contains(where: stands)
  }

  /// Whether `word`, in lower case, stands in `range`, whatever its case there.
  private func contains(_ text: Span<UInt8>, _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    guard range.count >= word.count else { return false }
    for start in range.lowerBound...(range.upperBound - word.count) {
      var matched = 0
      while matched < word.count, lowercased(text[start + matched]) == word[matched] { matched += 1 }
      if matched == word.count { return true }
    }
    return false
  }
}

/// Text that stands for a value without being one.
enum Masked {
  /// What products and people write where a value is hidden, missing, or only a switch; by length.
  private static let words: [[[UInt8]]] = {
    let words = [
      "null", "(null)", "nil", "none", "(none)", "n/a", "na", "true", "false", "yes", "no", "on", "off", "undefined",
      "unknown", "anonymous", "restricted", "unavailable", "redacted", "[redacted]", "<redacted>", "hidden", "masked",
      "[output suppressed]", "output suppressed", "content filtered", "[filtered]", "filtered", "[protected]",
      "protected", "kvlist", "kvlist:",
      "empty", "string", "default", "optional", "required", "enabled", "disabled", "-", "?",
    ].map { Array($0.utf8) }
    return (0...20).map { length in words.filter { $0.count == length } }
  }()

  static func isMasked(_ value: Span<UInt8>) -> Bool {
    let first = value[0]
    switch first {
    case UInt8(ascii: "*"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "#"), UInt8(ascii: "."):
      var position = 1
      while position < value.count, value[position] == first { position += 1 }
      if position == value.count, position >= 3 || first == UInt8(ascii: "*") { return true }
    default: break
    }
    if isHiddenInPart(value) { return true }
    guard value.count < words.count else { return false }
    return words[value.count].contains { word in
      var index = 0
      while index < word.count, lowercased(value[index]) == word[index] { index += 1 }
      return index == word.count
    }
  }

  /// Whether a log filter or a shop has hidden the value in part.
  ///
  /// That is one word, with three asterisks or more at one end that are at least half of it. A secret that only ends in
  /// asterisks is still a secret.
  private static func isHiddenInPart(_ value: Span<UInt8>) -> Bool {
    let star = UInt8(ascii: "*")
    let count = value.count
    guard count >= 4, value[0] == star || value[count - 1] == star else { return false }
    var leading = 0
    while leading < count, value[leading] == star { leading += 1 }
    var trailing = 0
    while trailing < count - leading, value[count - 1 - trailing] == star { trailing += 1 }
    let hidden = max(leading, trailing)
    guard hidden >= 3, hidden * 2 >= count else { return false }
    for index in 0..<count where value[index] <= UInt8(ascii: " ") { return false }
    return true
  }
}

extension Scan {
  /// Whether no letter or digit goes on before or behind the range.
  func isWord(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    !WordBorder.goesOn(text, before: range.lowerBound) && !WordBorder.goesOn(text, behind: range.upperBound)
  }

  /// A limit that was hit blocks: a rule is never skipped in silence.
  func undecided(_ rule: Rule, _ failure: Matcher.Failure) -> Problem {
    Problem(
      .limit, "", "rule '\(rule.id)' could not be decided: \(failure.message)",
      mend: "Simplify the rule's pattern, or leave the rule out with --disable \(rule.id)")
  }

  func tooLong(_ rule: Rule) -> Problem {
    Problem(.limit, "", "rule '\(rule.id)' matches more than \(16 * Self.window) bytes in one line")
  }
}
