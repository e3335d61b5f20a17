/// Keeps true what a message announces about the length of its body (RFC 3261 section 20.14, RFC 9110 section 8.6).
///
/// Some replacements are longer than what they replace, and tools that read SIP out of a log cut bodies by their length.
enum ContentLength {
  /// A stretch of text and what takes its place.
  struct Edit {
    let range: Range<Int>
    let bytes: [UInt8]
    var growth: Int { bytes.count - range.count }
  }

  /// The announcements in `text` that `edits` make wrong, each with its new number.
  ///
  /// - Parameter edits: in order.
  static func corrections(in text: Span<UInt8>, _ edits: [Edit]) -> [Edit] {
    guard edits.contains(where: { $0.growth != 0 }) else { return [] }
    var result: [Edit] = []
    var place = 0
    while let number = nextAnnouncement(text, from: place) {
      place = number.upperBound
      guard let length = Int(String(decoding: number.map { text[$0] }, as: UTF8.self)), length > 0,
        let start = bodyStart(text, behind: number.upperBound), let end = bodyEnd(text, start, length)
      else { continue }
      let growth = edits.reduce(0) { sum, edit in
        edit.range.lowerBound >= start && edit.range.upperBound <= end ? sum + edit.growth : sum
      }
      if growth != 0 { result.append(Edit(range: number, bytes: Array(String(length + growth).utf8))) }
    }
    return result
  }

  private static let names = ["content-length", "\nl"].map { Array($0.utf8) }

  /// The digits behind the next "Content-Length:", or its short form "l:".
  private static func nextAnnouncement(_ text: Span<UInt8>, from start: Int) -> Range<Int>? {
    var place = start
    while place < text.count {
      if text[place] == UInt8(ascii: ":"), names.contains(where: { ends($0, text, place) }) {
        var digits = place + 1
        while digits < text.count, text[digits] == 0x20 { digits += 1 }
        var end = digits
        while end < text.count, end - digits < 8, (0x30...0x39).contains(text[end]) { end += 1 }
        if end > digits { return digits..<end }
      }
      place += 1
    }
    return nil
  }

  private static func ends(_ name: [UInt8], _ text: Span<UInt8>, _ place: Int) -> Bool {
    guard place >= name.count else { return false }
    return name.indices.allSatisfy { index in
      let byte = text[place - name.count + index]
      return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == name[index]
    }
  }

  /// Behind the empty line that ends the headers.
  private static func bodyStart(_ text: Span<UInt8>, behind place: Int) -> Int? {
    var start = place
    for _ in 0..<64 {
      var end = start
      var hasColon = start == place
      while end < text.count, text[end] != 0x0A {
        if text[end] == UInt8(ascii: ":") { hasColon = true }
        end += 1
      }
      guard end < text.count else { return nil }
      let isEmpty = end == start || end == start + 1 && text[start] == 0x0D
      if isEmpty, start != place { return end + 1 }
      guard hasColon else { return nil }
      start = end + 1
    }
    return nil
  }

  /// The end of a body, where a line ends too; a log may have written LF for each CR LF that was counted.
  private static func bodyEnd(_ text: Span<UInt8>, _ start: Int, _ length: Int) -> Int? {
    let plain = start + length
    if plain <= text.count, text[plain - 1] == 0x0A || plain == text.count || isLineEnd(text, plain) { return plain }
    var place = start
    var count = 0
    while place < text.count, count < length {
      count += text[place] == 0x0A && text[max(0, place - 1)] != 0x0D ? 2 : 1
      place += 1
    }
    return count == length && (text[place - 1] == 0x0A || isLineEnd(text, place)) ? place : nil
  }

  private static func isLineEnd(_ text: Span<UInt8>, _ place: Int) -> Bool {
    place == text.count || text[place] == 0x0A || text[place] == 0x0D
  }
}
