/// Whether a word goes on at a place: bytes from 0x80 on are letters, in UTF-8 and in Latin-1, but for the punctuation that
/// stands in texts: blanks that do not break, dashes, and the quotes of print.
enum WordBorder {
  static func goesOn(_ text: Span<UInt8>, before place: Int) -> Bool {
    guard place > 0, isAlphanumeric(text[place - 1]) else { return false }
    guard (0x80..<0xC0).contains(text[place - 1]) else { return true }
    if place > 1, text[place - 2] == 0xC2 { return false }
    return !(place > 2 && isGeneralPunctuation(text, place - 3))
  }

  static func goesOn(_ text: Span<UInt8>, behind place: Int) -> Bool {
    guard place < text.count, isAlphanumeric(text[place]) else { return false }
    if text[place] == 0xC2, place + 1 < text.count, (0x80..<0xC0).contains(text[place + 1]) { return false }
    return !isGeneralPunctuation(text, place)
  }

  /// U+2000 to U+207F in UTF-8.
  private static func isGeneralPunctuation(_ text: Span<UInt8>, _ place: Int) -> Bool {
    place + 2 < text.count && text[place] == 0xE2 && (text[place + 1] == 0x80 || text[place + 1] == 0x81)
  }
}
