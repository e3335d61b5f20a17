internal import Model
internal import RulePacks

/// A key and its value, as a notation has found them; only the rules with `keys` know what they mean.
struct Pair {
  let key: Range<Int>
  let value: Range<Int>

  /// Both, in the order of the text.
  var places: [Range<Int>] { key.lowerBound < value.lowerBound ? [key, value] : [value, key] }
}

extension Scan {
  /// Looks what the keys of pairs say about their values; what is found joins the candidates.
  ///
  /// All pairs are written below each other in the plainest way, `"key"="value"`, and scanned as a text of their own.
  mutating func passPairs(_ text: Span<UInt8>, from: Int) throws(Problem) {
    guard !pairs.isEmpty, depth < Self.codingDepth else { return }
    var lines: [UInt8] = []
    /// Where each value starts in `lines`, and where it comes from.
    var origins: [(start: Int, end: Int, source: Int)] = []
    for pair in pairs where pair.key.count <= 64 && !pair.value.isEmpty {
      for value in elements(text, pair.value) where !value.isEmpty && value.count <= 4096 {
        let quote = quote(for: value, in: text)
        lines.append(UInt8(ascii: "\""))
        for index in pair.key { lines.append(text[index]) }
        lines += [UInt8(ascii: "\""), UInt8(ascii: "=")] + quote
        origins.append((lines.count, lines.count + value.count, value.lowerBound))
        for index in value { lines.append(text[index] < 0x20 ? 0x20 : text[index]) }
        lines += quote + [0x0A]
      }
    }
    var index = 0
    for match in try inner().scan.scan(lines.span).matches {
      while index + 1 < origins.count, origins[index + 1].start <= match.range.lowerBound { index += 1 }
      let origin = origins[index]
      // What is found in a key, or over the end of a value, is not in the text.
      guard match.range.lowerBound >= origin.start, match.range.upperBound <= origin.end else { continue }
      let place = match.moved(by: origin.source - origin.start).range
      if place.lowerBound >= from { candidates.append(Match(range: place, rule: match.rule)) }
    }
  }

  /// What stands around the value, so that it counts as a whole: quotes that it does not hold itself.
  private func quote(for value: Range<Int>, in text: Span<UInt8>) -> [UInt8] {
    for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] where !value.contains(where: { text[$0] == quote }) {
      return [quote]
    }
    return []
  }

  /// The items of a YAML list, one on each line.
  private func items(_ text: Span<UInt8>, _ value: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = value.lowerBound
    while start < value.upperBound {
      var end = start
      while end < value.upperBound, text[end] != 0x0A { end += 1 }
      var item = Fields.trimmed(text, start..<end)
      if item.count > 2, text[item.lowerBound] == UInt8(ascii: "-") {
        item = Fields.trimmed(text, item.lowerBound + 1..<item.upperBound)
        result.append(item)
      }
      start = end + 1
    }
    return result
  }

  /// The elements of a list, quoted or bare, with commas between them; a value that is no list is its only element.
  private func elements(_ text: Span<UInt8>, _ value: Range<Int>) -> [Range<Int>] {
    if text[value.lowerBound] == UInt8(ascii: "-"), value.count > 2, text[value.lowerBound + 1] == 0x20 {
      return items(text, value)
    }
    guard value.lowerBound > 0,
      text[value.lowerBound - 1] == UInt8(ascii: "[") || text[value.lowerBound - 1] == UInt8(ascii: "(")
    else { return [value] }
    var result: [Range<Int>] = []
    var place = value.lowerBound
    while place < value.upperBound {
      let byte = text[place]
      if byte <= 0x20 || byte == UInt8(ascii: ",") {
        place += 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        var end = place + 1
        while end < value.upperBound, text[end] != byte { end += text[end] == UInt8(ascii: "\\") ? 2 : 1 }
        result.append(place + 1..<min(end, value.upperBound))
        place = end + 1
      } else {
        var end = place
        while end < value.upperBound, text[end] > 0x20, text[end] != UInt8(ascii: ",") { end += 1 }
        result.append(place..<end)
        place = end
      }
    }
    return result
  }
}
