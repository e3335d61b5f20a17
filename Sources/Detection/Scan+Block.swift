internal import Model
internal import PCRE2
internal import RulePacks

extension Scan {
  /// Takes a secret of many lines whose first line has matched; gives the place to go on from.
  ///
  /// The body runs to the closing line. Without one, as in a log that was cut, it runs as far as lines look like a body.
  mutating func takeBlock(
    _ begin: Matcher.Match, rule index: Int, in text: Span<UInt8>, lineStart: Int, isFinal: Bool, held: inout Int
  ) throws(Problem) -> Int {
    let rule = detector.rules[index]
    guard let block = rule.block else { return begin.whole.upperBound }
    let bodyStart = begin.whole.upperBound
    let limit = min(text.count, bodyStart + block.limit)
    let close: Matcher.Match?
    do {
      close = try matcher.firstMatch(of: block.end, in: text, range: bodyStart..<limit)
    } catch {
      throw undecided(rule, error)
    }
    if close == nil, !isFinal, text.count < bodyStart + block.limit {
      held = min(held, lineStart)
      return text.count
    }
    let body = trimmed(bodyStart..<(close?.whole.lowerBound ?? bodyEnd(text, from: bodyStart, limit: limit)), in: text)
    if !body.isEmpty, !Masked.isMasked(text.extracting(body)), !detector.isReplacement(text, body, rule.category) {
      candidates.append(Match(range: body, rule: index))
    }
    return max(close?.whole.upperBound ?? body.upperBound, bodyStart)
  }

  /// The end of the last line in a row that holds key material: 16 characters of base64 together, or a PEM header.
  private func bodyEnd(_ text: Span<UInt8>, from start: Int, limit: Int) -> Int {
    var end = start
    var position = start
    var run = 0
    var looksLikeBody = false
    var isFirstLine = true
    var hasBody = false
    var isName = true
    while position < limit {
      let byte = text[position]
      if byte == 0x0A {
        if !looksLikeBody && !isFirstLine { return end }
        end = position
        (looksLikeBody, run, isFirstLine, isName) = (false, 0, false, true)
      } else {
        run = isBase64(byte) ? run + 1 : 0
        if run >= 16 { (looksLikeBody, hasBody) = (true, true) }
        // "Proc-Type: 4,ENCRYPTED" and "DEK-Info: ..." of RFC 1421 stand between the first line and the body.
        if byte == UInt8(ascii: ":"), isName, !hasBody { looksLikeBody = true }
        if !isAlphanumeric(byte) || (0x30...0x39).contains(byte), byte != UInt8(ascii: "-") { isName = false }
      }
      position += 1
    }
    return looksLikeBody || isFirstLine ? limit : end
  }

  /// The range without blanks, line ends and quotes at its edges, escaped line ends (`\n` in JSON) among them.
  private func trimmed(_ range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    func isEscape(_ index: Int) -> Bool {
      text[index] == UInt8(ascii: "\\")
        && [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "\\")].contains(text[index + 1])
    }
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while true {
      if lower < upper, isBlank(text[lower]) {
        lower += 1
      } else if lower + 1 < upper, isEscape(lower) {
        lower += 2
      } else if upper > lower, isBlank(text[upper - 1]) {
        upper -= 1
      } else if upper - 1 > lower, isEscape(upper - 2) {
        upper -= 2
      } else {
        return lower..<upper
      }
    }
  }
}

private func isBase64(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D: true
  default: false
  }
}
