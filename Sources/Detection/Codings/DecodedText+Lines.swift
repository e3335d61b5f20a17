extension DecodedText {
  /// Undoes quoted-printable in `range`: `=40`, and lines that end with `=`.
  init(quotedPrintableIn text: Span<UInt8>, _ range: Range<Int>) {
    self.init(range)
    var place = range.lowerBound
    while place < range.upperBound {
      if text[place] == UInt8(ascii: "=") {
        if let byte = Escape.hexByte(text, place + 1, range.upperBound) {
          append(CollectionOfOne(byte), at: place, length: 3, .quotedPrintable)
          place += 3
          continue
        }
        let next = Self.pastLineEnd(text, place + 1, range.upperBound)
        if next > place + 1 {
          leaveOut(.quotedPrintable)
          place = next
          continue
        }
      }
      append(text[place], at: place)
      place += 1
    }
  }

  /// Joins the lines of `range`, which go on behind a line end and a blank.
  ///
  /// - Parameter keepsBlanks: whether the blank belongs to the text, as in mail and SIP; in LDIF, vCard and iCalendar it
  ///   does not.
  init(foldsIn text: Span<UInt8>, _ range: Range<Int>, keepsBlanks: Bool) {
    self.init(range)
    var place = range.lowerBound
    while place < range.upperBound {
      let next = Self.pastLineEnd(text, place, range.upperBound)
      if next > place {
        leaveOut(.folded)
        place = keepsBlanks ? next : min(next + 1, range.upperBound)
      } else {
        append(text[place], at: place)
        place += 1
      }
    }
  }

  /// The place behind a line end; `place` itself where none is.
  static func pastLineEnd(_ text: Span<UInt8>, _ place: Int, _ end: Int) -> Int {
    if place < end, text[place] == 0x0A { return place + 1 }
    if place + 1 < end, text[place] == 0x0D, text[place + 1] == 0x0A { return place + 2 }
    return place
  }
}
