/// How a text spells ASCII: a byte each, or two as in UTF-16.
enum TextWidth {
  case bytes, littleEndian, bigEndian

  /// Judges by the byte order mark, or by the zeros between the first letters.
  init(head: some RandomAccessCollection<UInt8>) {
    let first = Array(head.prefix(4))
    guard first.count >= 2 else {
      self = .bytes
      return
    }
    switch (first[0], first[1], first.map { $0 == 0 }) {
    case (0xFF, 0xFE, _), (_, _, [false, true, false, true]): self = .littleEndian
    case (0xFE, 0xFF, _), (_, _, [true, false, true, false]): self = .bigEndian
    default: self = .bytes
    }
  }

  /// The bytes of one character of ASCII.
  var size: Int { self == .bytes ? 1 : 2 }

  /// `text`, which is UTF-8 unless the width is a byte, as it is written in this width.
  func encoded(_ text: [UInt8]) -> [UInt8] {
    if self == .bytes { return text }
    return String(decoding: text, as: UTF8.self).utf16.flatMap { (unit: UInt16) -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return self == .bigEndian ? [high, low] : [low, high]
    }
  }

  /// The character of ASCII whose bytes are `unit`; nil when it is another.
  func ascii(_ unit: ArraySlice<UInt8>) -> UInt8? {
    guard unit.count == size, let first = unit.first, let last = unit.last else { return nil }
    switch self {
    case .bytes: return first
    case .littleEndian: return last == 0 ? first : nil
    case .bigEndian: return first == 0 ? last : nil
    }
  }
}
