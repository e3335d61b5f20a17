internal import Model

/// Text that changes its encoding somewhere: what is there would pass unseen, so it is refused.
enum MixedEncoding {
  /// Refuses bytes in which UTF-16 begins: a letter and a zero, again and again.
  ///
  /// A run of zeros is no letter.
  static func refuseWide(in text: Span<UInt8>) throws(Problem) {
    var pairs = 0
    var index = 1
    while index < text.count {
      if unsafe text[unchecked: index] == 0 {
        pairs = text[index - 1] != 0 ? pairs + 1 : 0
        guard pairs < 8 else { throw changed }
        index += 2
      } else {
        if pairs > 0, text[index - 1] != 0 { pairs = 0 }
        index += 1
      }
    }
  }

  /// Refuses UTF-16 in which plain bytes begin: what is read as one character is two printable ones, again and again.
  static func refuseNarrow(in bytes: ArraySlice<UInt8>) throws(Problem) {
    var pairs = 0
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      pairs = isPrintable(bytes[index]) && isPrintable(bytes[index + 1]) ? pairs + 1 : 0
      // Of Chinese characters in a row, one in five looks like that.
      guard pairs < 16 else { throw changed }
      index += 2
    }
  }

  static func isPrintable(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static let changed = Problem(
    .unscannable, "", "changes its encoding in the middle", mend: "Save it in one encoding, such as UTF-8")
}
