extension DecodedText {
  /// Undoes percent-encoding, the escapes of JSON strings and the references of XML in `range`, one layer of each.
  init(escapesIn text: Span<UInt8>, _ range: Range<Int>, json: Bool) {
    self.init(range)
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = text[place]
      let escape: Escape? =
        switch byte {
        case UInt8(ascii: "%"): Escape.percent(text, place, range.upperBound)
        case UInt8(ascii: "&"): Escape.reference(text, place, range.upperBound)
        case UInt8(ascii: "\\") where json: Escape.json(text, place, range.upperBound)
        default: nil
        }
      if let length = Escape.colour(text, place, range.upperBound) {
        leaveOut(.colours)
        place += length
      } else if let escape {
        append(escape.letter, at: place, length: escape.length, escape.coding)
        place += escape.length
      } else {
        append(byte, at: place)
        place += 1
      }
    }
  }
}

/// A letter in the writing of a coding.
struct Escape {
  let letter: [UInt8]
  let length: Int
  let coding: Coding

  /// Punctuation, blanks and what is not ASCII, as in `%40`.
  ///
  /// Nobody encodes letters and digits, but `100%20` is a text too.
  static func percent(_ text: Span<UInt8>, _ place: Int, _ end: Int) -> Escape? {
    guard let byte = hexByte(text, place + 1, end) else { return nil }
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0x80...0xFF: break
    default: return nil
    }
    let isLowercase = text[place + 1] >= UInt8(ascii: "a") || text[place + 2] >= UInt8(ascii: "a")
    return Escape(letter: [byte], length: 3, coding: .percent(lowercase: isLowercase))
  }

  /// `\"`, `\n`, `\u0040`.
  static func json(_ text: Span<UInt8>, _ place: Int, _ end: Int) -> Escape? {
    guard place + 1 < end else { return nil }
    let short: UInt8? =
      switch text[place + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text[place + 1]
      case UInt8(ascii: "n"): 0x0A
      case UInt8(ascii: "r"): 0x0D
      case UInt8(ascii: "t"): 0x09
      case UInt8(ascii: "b"), UInt8(ascii: "f"): 0x20
      default: nil
      }
    if let short { return Escape(letter: [short], length: 2, coding: .json) }
    guard text[place + 1] == UInt8(ascii: "u"), let unit = unit(text, place, end) else { return nil }
    if let scalar = Unicode.Scalar(UInt32(unit)) {
      return Escape(letter: Array(String(Character(scalar)).utf8), length: 6, coding: .json)
    }
    guard UTF16.isLeadSurrogate(unit), let low = self.unit(text, place + 6, end), UTF16.isTrailSurrogate(low),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(low) - 0xDC00)
    else { return nil }
    return Escape(letter: Array(String(Character(scalar)).utf8), length: 12, coding: .json)
  }

  /// `&lt;`, `&#64;`, `&#x40;`.
  static func reference(_ text: Span<UInt8>, _ place: Int, _ end: Int) -> Escape? {
    var semicolon = place + 1
    while semicolon < end, semicolon - place < 10, text[semicolon] != UInt8(ascii: ";") { semicolon += 1 }
    guard semicolon < end, text[semicolon] == UInt8(ascii: ";") else { return nil }
    let name = String(decoding: (place + 1..<semicolon).map { text[$0] }, as: UTF8.self)
    let letter: [UInt8]
    if let known = names[name] {
      letter = [known]
    } else if name.hasPrefix("#"), let scalar = number(name.dropFirst()).flatMap(Unicode.Scalar.init), scalar.value > 0
    {
      letter = Array(String(Character(scalar)).utf8)
    } else {
      return nil
    }
    return Escape(letter: letter, length: semicolon - place + 1, coding: .xml)
  }

  /// The length of a sequence such as ESC`[1;31m`, in any spelling of ESC; nil where none stands.
  static func colour(_ text: Span<UInt8>, _ place: Int, _ end: Int) -> Int? {
    guard let escape = spellings.first(where: { stands($0, text, place, end) }) else { return nil }
    var stop = place + escape.count
    while stop < end, stop - place < 32, (0x30...0x3F).contains(text[stop]) { stop += 1 }
    guard stop < end, text[stop] == UInt8(ascii: "m") || text[stop] == UInt8(ascii: "K") else { return nil }
    return stop + 1 - place
  }

  private static let spellings = ["\u{1B}[", "^[[", "#033[", "\\033[", "\\x1b[", "\\x1B[", "\\e["].map {
    Array($0.utf8)
  }

  private static func stands(_ word: [UInt8], _ text: Span<UInt8>, _ place: Int, _ end: Int) -> Bool {
    guard place + word.count <= end, text[place] == word[0] else { return false }
    return word.indices.allSatisfy { text[place + $0] == word[$0] }
  }

  private static let names: [String: UInt8] = [
    "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "amp": UInt8(ascii: "&"), "quot": UInt8(ascii: "\""),
    "apos": UInt8(ascii: "'"), "nbsp": 0x20,
  ]

  private static func number(_ text: Substring) -> UInt32? {
    text.first == "x" || text.first == "X" ? UInt32(text.dropFirst(), radix: 16) : UInt32(text)
  }

  private static func unit(_ text: Span<UInt8>, _ place: Int, _ end: Int) -> UInt16? {
    guard place + 5 < end, text[place] == UInt8(ascii: "\\"), text[place + 1] == UInt8(ascii: "u"),
      let high = hexByte(text, place + 2, end), let low = hexByte(text, place + 4, end)
    else { return nil }
    return UInt16(high) << 8 | UInt16(low)
  }

  /// The byte that two hexadecimal digits write.
  static func hexByte(_ text: Span<UInt8>, _ place: Int, _ end: Int) -> UInt8? {
    guard place + 1 < end, let high = hexDigit(text[place]), let low = hexDigit(text[place + 1]) else { return nil }
    return high << 4 | low
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
