/// A stretch of base64 that is a text.
struct Base64Text {
  let range: Range<Int>
  let form: Base64Form
  let text: [UInt8]

  /// Decodes `range`, letters of base64 with line ends among them; nil unless a readable text comes out.
  init?(_ source: Span<UInt8>, _ range: Range<Int>) {
    var form = Base64Form()
    var text: [UInt8] = []
    var (bits, letters): (UInt32, Int) = (0, 0)
    var padding = 0
    var (lineStart, place) = (0, range.lowerBound)
    while place < range.upperBound {
      let byte = source[place]
      let value = Base64Form.values[Int(byte)]
      if value < 64 {
        guard padding == 0 else { return nil }
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") { form.isURLSafe = true }
        bits = bits << 6 | UInt32(value)
        letters += 1
        if letters % 4 == 0 {
          for shift in [16, 8, 0] { text.append(UInt8(truncatingIfNeeded: bits >> UInt32(shift))) }
        }
      } else if byte == UInt8(ascii: "=") {
        padding += 1
      } else {
        if form.lineEnd.isEmpty {
          form.firstLine = letters
          while place + form.lineEnd.count < range.upperBound, source[place + form.lineEnd.count] <= 0x20 {
            form.lineEnd.append(source[place + form.lineEnd.count])
          }
        } else if form.line == 0 {
          form.line = letters - lineStart
        }
        lineStart = letters
        place += form.lineEnd.count
        continue
      }
      place += 1
    }
    if !form.lineEnd.isEmpty, form.line == 0 { form.line = form.firstLine }
    form.isPadded = padding > 0 || letters % 4 == 0
    switch letters % 4 {
    case 1: return nil
    case 2: text.append(UInt8(truncatingIfNeeded: bits >> 4))
    case 3:
      text.append(UInt8(truncatingIfNeeded: bits >> 10))
      text.append(UInt8(truncatingIfNeeded: bits >> 2))
    default: break
    }
    guard padding == 0 || (letters + padding) % 4 == 0 else { return nil }
    guard !text.isEmpty, text.allSatisfy(Self.isReadable), String(validating: text, as: UTF8.self) != nil else {
      return nil
    }
    // What would be written otherwise cannot be put back letter for letter.
    guard Self.stands(form.encoded(text), source, range) else { return nil }
    (self.range, self.form, self.text) = (range, form, text)
  }

  /// Whether the first letters of a stretch leave it open that a text comes out; those of words and numbers do not.
  static func mayBegin(_ source: Span<UInt8>, _ run: Range<Int>) -> Bool {
    var bits: UInt64 = 0
    let letters = min(8, run.count)
    for place in run.lowerBound..<run.lowerBound + letters {
      bits = bits << 6 | UInt64(Base64Form.values[Int(source[place])])
    }
    let bytes = letters * 6 / 8
    bits >>= UInt64(letters * 6 - bytes * 8)
    var continuations = 0
    for index in 0..<bytes {
      let byte = UInt8(truncatingIfNeeded: bits >> UInt64(8 * (bytes - 1 - index)))
      guard isReadable(byte) else { return false }
      // UTF-8: letters beyond ASCII begin with C2 to F4, and a byte or more from 80 to BF follows each.
      let isContinuation = byte & 0xC0 == 0x80
      guard isContinuation == (continuations > 0) else { return false }
      switch byte {
      case 0xC2...0xDF: continuations = 1
      case 0xE0...0xEF: continuations = 2
      case 0xF0...0xF4: continuations = 3
      case 0xC0, 0xC1, 0xF5...0xFF: return false
      default: continuations = max(0, continuations - 1)
      }
    }
    return true
  }

  /// The text of a stretch that may start or end in its middle; nil when no text comes out from any of its letters.
  static func readable(_ source: Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
    var letters: [UInt8] = []
    for place in range where Base64Form.values[Int(source[place])] < 64 {
      letters.append(Base64Form.values[Int(source[place])])
    }
    for skipped in 0..<4 {
      var text: [UInt8] = []
      var (bits, count) = (UInt32(0), 0)
      for value in letters.dropFirst(skipped) {
        bits = bits << 6 | UInt32(value)
        count += 1
        guard count % 4 == 0 else { continue }
        for shift in [16, 8, 0] { text.append(UInt8(truncatingIfNeeded: bits >> UInt32(shift))) }
        if count == 4096, !text.allSatisfy(isReadable) { break }
      }
      if !text.isEmpty, text.allSatisfy(isReadable) { return text }
    }
    return nil
  }

  private static func stands(_ text: [UInt8], _ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard text.count == range.count else { return false }
    for index in text.indices where text[index] != source[range.lowerBound + index] { return false }
    return true
  }

  private static func isReadable(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x80...0xFF: true
    default: false
    }
  }
}
