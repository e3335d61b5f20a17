internal import Model
internal import RulePacks

/// What a scan has seen through: where codings stand, and the texts behind them.
struct SeenThrough {
  /// A value in a decoded text.
  struct Value {
    /// Its place in the scanned text.
    let place: Range<Int>
    /// The match in the decoded text.
    let match: Match
  }

  /// The texts that hold values.
  fileprivate(set) var texts: [(text: DecodedText, values: [Value])] = []
  fileprivate(set) var base64: [Range<Int>: Encoded] = [:]
  /// Where a coded text starts that may go on behind the scanned one.
  fileprivate(set) var open: Int?
  /// The values found, by their places in the scanned text.
  fileprivate var found: [Match] = []
  /// The candidates that turned out to be none.
  fileprivate var refuted: Set<Int> = []

  var isEmpty: Bool { texts.isEmpty && base64.isEmpty }
}

extension Scan {
  /// How many codings are seen through, one in the other.
  static let codingDepth = 4

  /// Looks for values that are written in a coding; what is found joins the candidates.
  mutating func passCodings(
    _ text: Span<UInt8>, _ range: Range<Int>, from: Int, isFinal: Bool
  ) throws(Problem) -> SeenThrough {
    var seen = SeenThrough()
    guard depth < Self.codingDepth else { return seen }
    let places = CodedPlaces(text, range, isFinal: isFinal)
    seen.open = places.open
    guard !places.places.isEmpty else { return seen }
    candidates.sort { $0.range.lowerBound < $1.range.lowerBound }
    for place in places.places {
      switch place {
      case .escapes(let range, let json):
        try look(through: DecodedText(escapesIn: text, range, json: json), from: from, &seen)
      case .quotedPrintable(let range):
        try look(through: DecodedText(quotedPrintableIn: text, range), from: from, &seen)
      case .folded(let range, let keepsBlanks):
        try look(through: DecodedText(foldsIn: text, range, keepsBlanks: keepsBlanks), from: from, &seen)
      case .base64(let range, let lastLine, let isMarked):
        try lookThroughBase64(text, range, lastLine: lastLine, isMarked: isMarked, from: from, &seen)
      }
    }
    if !seen.refuted.isEmpty {
      candidates = candidates.indices.filter { !seen.refuted.contains($0) }.map { candidates[$0] }
    }
    candidates += seen.found
    seen.texts.sort { $0.text.source.lowerBound < $1.text.source.lowerBound }
    return seen
  }

  /// The candidates that start in a range.
  private func candidates(startingIn range: Range<Int>) -> Range<Int> {
    func first(from place: Int) -> Int {
      var (low, high) = (0, candidates.count)
      while low < high {
        let middle = (low + high) / 2
        if candidates[middle].range.lowerBound >= place { high = middle } else { low = middle + 1 }
      }
      return low
    }
    return first(from: range.lowerBound)..<first(from: range.upperBound)
  }

  private mutating func look(through decoded: DecodedText, from: Int, _ seen: inout SeenThrough) throws(Problem) {
    if decoded.isPlain { return }
    let inside = inner()
    let found = try inside.scan.scan(decoded.bytes.span).matches
    for (range, rule) in inside.scan.settled { settled[decoded.written(range)] = rule }
    var values =
      found
      .map { SeenThrough.Value(place: decoded.written($0.range), match: $0) }
      .filter { $0.place.lowerBound >= from }
    let own = candidates(startingIn: decoded.source)
    // What seems to start inside an escape is part of another value, or of none.
    for index in own where decoded.splits(candidates[index].range.lowerBound) { seen.refuted.insert(index) }
    if decoded.isURL {
      // A URL is read by its raw text: what is encoded in it, such as an "@", means nothing to its form.
      values.removeAll { value in
        decoded.coding(of: value.match.range) == nil
          && own.contains { !seen.refuted.contains($0) && candidates[$0].range.overlaps(value.place) }
      }
    }
    if values.isEmpty { return }
    for index in own where decoded.splits(candidates[index].range.upperBound) {
      if values.contains(where: { $0.place.overlaps(candidates[index].range) }) { seen.refuted.insert(index) }
    }
    seen.found += values.map { Match(range: $0.place, rule: $0.match.rule) }
    seen.texts.append((decoded, values))
  }

  private mutating func lookThroughBase64(
    _ text: Span<UInt8>, _ range: Range<Int>, lastLine: Int, isMarked: Bool, from: Int, _ seen: inout SeenThrough
  ) throws(Problem) {
    if range.count > CodedPlaces.limit { return try refuseValues(inBase64: text, range) }
    guard range.lowerBound >= from else { return }
    var decoded = Base64Text(text, range)
    // A word on the line below is no part of the text.
    if decoded == nil, lastLine > range.lowerBound {
      var end = lastLine
      while end > range.lowerBound, text[end - 1] <= 0x20 { end -= 1 }
      decoded = Base64Text(text, range.lowerBound..<end)
    }
    guard let decoded else { return }
    let place = decoded.range
    let near = candidates(startingIn: place.lowerBound - 1024..<place.upperBound)
    // A value that goes over it, a password for instance, is replaced as it stands.
    if !isMarked {
      for index in near where !seen.refuted.contains(index) {
        let range = candidates[index].range
        if range.lowerBound <= place.lowerBound && place.upperBound <= range.upperBound { return }
      }
    }
    let values = try values(in: decoded, of: text, isMarked: isMarked)
    guard isMarked || !values.isEmpty else { return }
    for index in near {
      let range = candidates[index].range
      if isMarked
        // The second colon is no value either.
        ? range.overlaps(place.lowerBound - 3..<place.upperBound)
        : place.lowerBound <= range.lowerBound && range.upperBound <= place.upperBound
      {
        seen.refuted.insert(index)
      }
    }
    guard let first = values.first else { return }
    seen.found.append(Match(range: place, rule: first.rule))
    seen.base64[place] = Encoded(.base64(decoded.form), decoded.text, values)
  }

  /// The values in a decoded text; the key before it has its say unless the text has keys of its own.
  private mutating func values(
    in found: Base64Text, of text: Span<UInt8>, isMarked: Bool
  ) throws(Problem) -> [Match] {
    var context: [UInt8] = []
    let hasKeys =
      found.text.first == UInt8(ascii: "{") || found.text.first == UInt8(ascii: "<") || found.text.contains(0x0A)
    if !hasKeys {
      var start = found.range.lowerBound
      while start > 0, found.range.lowerBound - start < 96, text[start - 1] != 0x0A { start -= 1 }
      context = (start..<found.range.lowerBound).map { text[$0] }
      // "cn:: " of LDIF says that base64 follows; in plain it is "cn: ".
      if isMarked { context.removeLast(2); context.append(0x20) }
    }
    var whole = context + found.text
    if !hasKeys, found.range.upperBound < text.count, text[found.range.upperBound] != 0x0A {
      whole.append(text[found.range.upperBound])
    }
    let inside = context.count..<context.count + found.text.count
    return try inner().scan.scan(whole.span).matches
      .filter { $0.range.lowerBound >= inside.lowerBound && $0.range.upperBound <= inside.upperBound }
      .map { $0.moved(by: -context.count) }
  }

  /// Blocks where a text in base64 is too long to be written anew and holds anything.
  private mutating func refuseValues(inBase64 text: Span<UInt8>, _ range: Range<Int>) throws(Problem) {
    let size = CodedPlaces.limit
    var start = range.lowerBound
    while start < range.upperBound {
      let piece = start..<min(range.upperBound, start + size)
      if let decoded = Base64Text.readable(text, piece), let match = try inner().scan.scan(decoded.span).matches.first {
        let rule = detector.rules[match.rule]
        throw Problem(
          .limit, "",
          "a text of more than \(size / 1024) KiB in base64 holds what rule '\(rule.id)' finds (\(rule.category.rawValue))",
          mend: "Decode it and send it as a file of its own, or leave it out")
      }
      // Pieces overlap, so that no value goes through the edges of all.
      start = piece.upperBound == range.upperBound ? piece.upperBound : piece.upperBound - 4096
    }
  }

  /// Adds to matches what stands behind their codings.
  func coded(_ matches: [Match], _ seen: SeenThrough) -> [Match] {
    var first = 0
    return matches.map { match in
      if let encoded = seen.base64[match.range] { return Match(range: match.range, rule: match.rule, encoded: encoded) }
      while first < seen.texts.count, seen.texts[first].text.source.upperBound <= match.range.lowerBound { first += 1 }
      for (text, values) in seen.texts[first...] {
        if text.source.lowerBound >= match.range.upperBound { break }
        if let encoded = encoded(match, text, values) {
          return Match(range: match.range, rule: match.rule, encoded: encoded)
        }
      }
      return match
    }
  }

  private func encoded(_ match: Match, _ text: DecodedText, _ values: [SeenThrough.Value]) -> Encoded? {
    guard values.contains(where: { $0.place.overlaps(match.range) }), let range = text.decoded(match.range),
      text.written(range) == match.range
    else { return nil }
    let nested = values.first { $0.match.range == range }?.match.encoded
    guard let coding = text.coding(of: range) else { return nested }
    let inner = Match(range: 0..<range.count, rule: match.rule, encoded: nested)
    return Encoded(coding, Array(text.bytes[range]), [inner], plain: text.plainBytes(range))
  }

  mutating func inner() -> ScanBox {
    if let box = innerScan { return box }
    var scan = Scan(detector)
    scan.depth = depth + 1
    let box = ScanBox(scan)
    innerScan = box
    return box
  }
}
