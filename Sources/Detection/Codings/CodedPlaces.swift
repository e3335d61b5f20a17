/// The places in a text where a coding may hide values.
///
/// They are found by their looks in one pass; only a scan of what they decode to says whether anything is there.
struct CodedPlaces {
  enum Place {
    /// A line with escapes of JSON, XML or URLs.
    case escapes(Range<Int>, json: Bool)
    /// Lines of quoted-printable that belong together.
    case quotedPrintable(Range<Int>)
    /// A line and those that go on behind it.
    case folded(Range<Int>, keepsBlanks: Bool)
    /// Letters of base64, the last line of which starts at `lastLine`; `isMarked` when the key before it says so, as
    /// `cn::` does in LDIF.
    case base64(Range<Int>, lastLine: Int, isMarked: Bool)
  }

  private(set) var places: [Place] = []
  /// Where a place starts that may go on behind the text.
  private(set) var open: Int?
  /// A place that is longer is not waited for.
  static let limit = 64 * 1024
  /// The letters of base64 that make it worth a look where no key announces it; 12 bytes.
  private static let shortest = 16

  private var flags: UInt8 = 0
  /// Up to where letters of base64 have been taken up.
  private var taken = 0
  private var softStart: Int?
  private var foldStart: Int?
  private var foldKeepsBlanks = false

  private static let percent: UInt8 = 1
  private static let json: UInt8 = 2
  private static let xml: UInt8 = 4
  private static let quoted: UInt8 = 8
  private static let maybeQuoted: UInt8 = 16
  private static let colours: UInt8 = 32

  /// What a byte may mean: 0 nothing, 1 a letter of base64, 2 something to look at.
  private static let kinds: [UInt8] = (0...255).map { byte in
    if Base64Form.values[byte] < 64 { return 1 }
    return Array("\n%&\\=\u{1B}^#".utf8).contains(UInt8(byte)) ? 2 : 0
  }

  /// Looks at `range`.
  ///
  /// - Parameter isFinal: whether nothing follows.
  init(_ text: Span<UInt8>, _ range: Range<Int>, isFinal: Bool) {
    let kinds = Self.kinds.span
    var lineStart = range.lowerBound
    var place = range.lowerBound
    var start = place
    while place < range.upperBound {
      let kind = unsafe kinds[unchecked: Int(text[unchecked: place])]
      if kind == 1 {
        place += 1
        continue
      }
      if place - start >= 4 { endRun(text, start..<place, lineStart, range.upperBound) }
      if kind == 2 {
        if text[place] == 0x0A {
          endLine(text, lineStart..<place, range)
          lineStart = place + 1
        } else {
          look(text, place, range.upperBound)
        }
      }
      place += 1
      start = place
    }
    if place - start >= 4 { endRun(text, start..<place, lineStart, range.upperBound) }
    if lineStart < range.upperBound { endLine(text, lineStart..<range.upperBound, range) }
    if isFinal { open = nil }
  }

  private mutating func look(_ text: Span<UInt8>, _ place: Int, _ end: Int) {
    switch text[place] {
    case UInt8(ascii: "%"): if Escape.percent(text, place, end) != nil { flags |= Self.percent }
    case UInt8(ascii: "&"): if Escape.reference(text, place, end) != nil { flags |= Self.xml }
    case UInt8(ascii: "\\"):
      guard place + 1 < end else { return }
      if Escape.colour(text, place, end) != nil { flags |= Self.colours }
      switch text[place + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "u"), UInt8(ascii: "/"): flags |= Self.json
      default: break
      }
    case 0x1B, UInt8(ascii: "^"), UInt8(ascii: "#"):
      if Escape.colour(text, place, end) != nil { flags |= Self.colours }
    default:
      // "=3D" or a letter of UTF-8 such as "=C3=A9".
      guard let byte = Escape.hexByte(text, place + 1, end), text[place + 1] < UInt8(ascii: "a"),
        text[place + 2] < UInt8(ascii: "a")
      else { return }
      if byte == UInt8(ascii: "=") || byte >= 0xC0 && place + 3 < end && text[place + 3] == UInt8(ascii: "=") {
        // One alone may be the value of a key: "password=3DaK7".
        flags |= flags & Self.maybeQuoted != 0 ? Self.quoted : Self.maybeQuoted
      }
    }
  }

  // MARK: Lines

  private mutating func endLine(_ text: Span<UInt8>, _ line: Range<Int>, _ range: Range<Int>) {
    let end =
      line.upperBound > line.lowerBound && text[line.upperBound - 1] == 0x0D ? line.upperBound - 1 : line.upperBound
    let isLast = line.upperBound + 1 >= range.upperBound
    if flags & (Self.percent | Self.json | Self.xml | Self.colours) != 0 {
      places.append(.escapes(line.lowerBound..<end, json: flags & Self.json != 0))
    }
    endSoftLine(text, line.lowerBound..<end, isLast: isLast)
    endFold(text, line.lowerBound..<end, next: line.upperBound + 1, isLast: isLast)
    flags = 0
  }

  /// Quoted-printable lines are up to 76 bytes long (RFC 2045 section 6.7, rule 5); encoders fill them.
  private mutating func endSoftLine(_ text: Span<UInt8>, _ line: Range<Int>, isLast: Bool) {
    let isSoft =
      line.count >= 2 && text[line.upperBound - 1] == UInt8(ascii: "=") && line.count <= 80
      && (line.count >= 60 || flags & (Self.quoted | Self.maybeQuoted) != 0 || softStart != nil)
    let start = softStart ?? line.lowerBound
    if isSoft {
      softStart = start
      if isLast { wait(from: start, to: line.upperBound) }
      guard isLast else { return }
    }
    if softStart != nil || flags & Self.quoted != 0 { places.append(.quotedPrintable(start..<line.upperBound)) }
    softStart = nil
  }

  private mutating func endFold(_ text: Span<UInt8>, _ line: Range<Int>, next: Int, isLast: Bool) {
    if foldStart == nil, let keepsBlanks = Folds.mayGoOn(text, line) {
      (foldStart, foldKeepsBlanks) = (line.lowerBound, keepsBlanks)
    }
    guard let start = foldStart else { return }
    let goesOn = !isLast && Folds.isContinuation(text, next)
    if goesOn { return }
    if isLast { wait(from: start, to: line.upperBound) }
    if start < line.lowerBound { places.append(.folded(start..<line.upperBound, keepsBlanks: foldKeepsBlanks)) }
    foldStart = nil
  }

  private mutating func wait(from start: Int, to end: Int) {
    if end - start <= Self.limit { open = min(open ?? start, start) }
  }

  // MARK: Base64

  /// Takes up a stretch of letters that ends at `run.upperBound`, with the lines behind it that go on with it.
  private mutating func endRun(_ text: Span<UInt8>, _ run: Range<Int>, _ lineStart: Int, _ limit: Int) {
    guard run.lowerBound >= taken else { return }
    let isMarked =
      run.lowerBound >= 3 && text[run.lowerBound - 1] == 0x20 && text[run.lowerBound - 2] == UInt8(ascii: ":")
      && text[run.lowerBound - 3] == UInt8(ascii: ":")
    // Padding tells of a short text.
    let isPadded =
      run.count >= 10 && run.count % 4 != 0 && run.upperBound < limit && text[run.upperBound] == UInt8(ascii: "=")
    guard run.count >= Self.shortest || isMarked || isPadded, Base64Text.mayBegin(text, run) else { return }
    var end = run.upperBound
    while end < min(limit, run.upperBound + 2), text[end] == UInt8(ascii: "=") { end += 1 }
    var lastLine = run.lowerBound
    // Texts are broken into full lines, of 64 or 76 letters mostly; the last one is shorter.
    if (48...100).contains(run.count) || isMarked, end == run.upperBound {
      while let next = Self.nextLine(text, behind: end, limit) {
        (lastLine, end) = (next.lowerBound, next.upperBound)
        if next.count < run.count || text[end - 1] == UInt8(ascii: "=") { break }
      }
    }
    taken = end
    if limit - end <= 3, end == limit || text[end] == 0x0A || text[end] == 0x0D {
      // With the key before it, if that is not too far.
      wait(from: end - lineStart <= Self.limit ? lineStart : run.lowerBound, to: end)
    }
    places.append(.base64(run.lowerBound..<end, lastLine: lastLine, isMarked: isMarked))
  }

  /// The letters on the next line, if there is nothing else on it but, in LDIF, a blank before them.
  private static func nextLine(_ text: Span<UInt8>, behind end: Int, _ limit: Int) -> Range<Int>? {
    var start = DecodedText.pastLineEnd(text, end, limit)
    guard start > end else { return nil }
    if start < limit, text[start] == 0x20 { start += 1 }
    var stop = start
    while stop < limit, Base64Form.values[Int(text[stop])] < 64 { stop += 1 }
    guard stop > start else { return nil }
    let letters = stop
    while stop < min(limit, letters + 2), text[stop] == UInt8(ascii: "=") { stop += 1 }
    return stop == limit || text[stop] == 0x0A || text[stop] == 0x0D ? start..<stop : nil
  }
}
