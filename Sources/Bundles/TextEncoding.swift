/// How text is written down.
enum TextEncoding: Equatable {
  /// One byte or more a character, ASCII among them: UTF-8, Latin-1 and their mixtures.
  case bytes
  /// UTF-16, the less significant byte first.
  case utf16LittleEndian
  /// UTF-16, the more significant byte first.
  case utf16BigEndian

  /// Recognises text by its first bytes; nil when it is none.
  init?(head: [UInt8]) {
    if head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFF, 0xFE, 0, 0]) {
      self = .utf16LittleEndian
      return
    }
    if head.starts(with: [0xFE, 0xFF]) {
      self = .utf16BigEndian
      return
    }
    var zeros = [0, 0]
    var controls = 0
    var narrowPairs = 0
    for (index, byte) in head.enumerated() {
      if byte == 0 { zeros[index & 1] += 1 } else if Self.isControl(byte) { controls += 1 }
      if index & 1 == 1, MixedEncoding.isPrintable(byte), MixedEncoding.isPrintable(head[index - 1]) {
        narrowPairs += 1
      }
    }
    // Text in Latin letters without a byte order mark: every second byte is zero, and letters do not come in pairs.
    let pairs = narrowPairs * 50 <= head.count ? head.count / 2 : 0
    if pairs >= 2, zeros[1] * 10 >= pairs * 6, zeros[0] * 20 <= pairs {
      self = .utf16LittleEndian
    } else if pairs >= 2, zeros[0] * 10 >= pairs * 6, zeros[1] * 20 <= pairs {
      self = .utf16BigEndian
    } else if controls * 20 <= head.count, Self.zerosArePadding(head, count: zeros[0] + zeros[1]) {
      self = .bytes
    } else {
      return nil
    }
  }

  /// Control characters that text does not have; compressed data has one in nine.
  private static func isControl(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x08...0x0D, 0x1B: false
    case 0..<0x20, 0x7F: true
    default: false
    }
  }

  /// A few zeros, or one run of them as a crash leaves behind, do not make a text binary.
  private static func zerosArePadding(_ head: [UInt8], count: Int) -> Bool {
    if count * 50 <= head.count { return true }
    var runs = 0
    for (index, byte) in head.enumerated() where byte == 0 && (index == 0 || head[index - 1] != 0) { runs += 1 }
    return runs <= 4
  }
}

/// Turns UTF-16 into UTF-8 for the scan and back, without loss: lone surrogates survive as three bytes each.
struct UTF16Transcoder {
  private let bigEndian: Bool
  private var pendingByte: UInt8? = nil
  private var pendingSurrogate: UInt16? = nil

  init(bigEndian: Bool) { self.bigEndian = bigEndian }

  /// Decodes what is complete of `bytes` and what was left of those before.
  mutating func decode(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) {
    for byte in bytes {
      guard let first = pendingByte else {
        pendingByte = byte
        continue
      }
      pendingByte = nil
      let unit = bigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
      if let high = pendingSurrogate {
        pendingSurrogate = nil
        if (0xDC00...0xDFFF).contains(unit) {
          append(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00), to: &text)
          continue
        }
        append(UInt32(high), to: &text)
      }
      if (0xD800...0xDBFF).contains(unit) { pendingSurrogate = unit } else { append(UInt32(unit), to: &text) }
    }
  }

  /// Ends the text; gives the odd byte of a file that was cut in the middle of a character.
  mutating func finish(into text: inout [UInt8]) -> UInt8? {
    if let high = pendingSurrogate { append(UInt32(high), to: &text) }
    pendingSurrogate = nil
    return pendingByte
  }

  private func append(_ scalar: UInt32, to text: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: text.append(UInt8(scalar))
    case 0x80..<0x800: text += [0xC0 | UInt8(scalar >> 6), tail(scalar)]
    case 0x800..<0x10000: text += [0xE0 | UInt8(scalar >> 12), tail(scalar >> 6), tail(scalar)]
    default: text += [0xF0 | UInt8(scalar >> 18), tail(scalar >> 12), tail(scalar >> 6), tail(scalar)]
    }
  }

  private func tail(_ scalar: UInt32) -> UInt8 { 0x80 | UInt8(scalar & 0x3F) }

  /// Encodes `text`, whole characters of what `decode` gave or of plain ASCII.
  func encode(_ text: Span<UInt8>, into bytes: inout [UInt8]) {
    var index = 0
    func rest(_ offset: Int) -> UInt32 { index + offset < text.count ? UInt32(text[index + offset] & 0x3F) : 0 }
    while index < text.count {
      let lead = UInt32(text[index])
      switch lead {
      case 0..<0x80:
        append(lead, bytes: &bytes)
        index += 1
      case 0..<0xE0:
        append((lead & 0x1F) << 6 | rest(1), bytes: &bytes)
        index += 2
      case 0..<0xF0:
        append((lead & 0x0F) << 12 | rest(1) << 6 | rest(2), bytes: &bytes)
        index += 3
      default:
        let scalar = (lead & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3)
        let offset = scalar &- 0x10000
        append(0xD800 + (offset >> 10), bytes: &bytes)
        append(0xDC00 + (offset & 0x3FF), bytes: &bytes)
        index += 4
      }
    }
  }

  private func append(_ unit: UInt32, bytes: inout [UInt8]) {
    let (high, low) = (UInt8(unit >> 8 & 0xFF), UInt8(unit & 0xFF))
    bytes += bigEndian ? [high, low] : [low, high]
  }

  /// How many bytes of UTF-16 the UTF-8 text in `range` came from.
  static func length(of text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var units = 0
    for index in range {
      let byte = text[index]
      if byte < 0x80 || byte >= 0xC0 { units += byte >= 0xF0 ? 2 : 1 }
    }
    return 2 * units
  }
}
