internal import Model

/// Compressed data that begins inside a text, as in an installer that unpacks itself: nothing in it can be seen.
enum HiddenData {
  /// How compressed data and archives begin, and the place in it of a byte that is rare in texts.
  private static let marks: [(key: Int, bytes: [UInt8])] = [
    // gzip, xz, Zstandard, LZ4 in frames and in its old form, zip, 7z; bzip2's first block.
    (0, [0x1F, 0x8B, 0x08]), (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]), (1, [0x28, 0xB5, 0x2F, 0xFD]),
    (0, [0x04, 0x22, 0x4D, 0x18]), (0, [0x02, 0x21, 0x4C, 0x18]), (2, [0x50, 0x4B, 0x03, 0x04]),
    (2, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), (3, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]),
  ]
  /// For each byte, the marks that it is the key of; few bytes of a text are.
  private static let keys: [[Int]] = (0..<256).map { byte in
    marks.indices.filter { Int(marks[$0].bytes[marks[$0].key]) == byte }
  }
  private static let isKey: [Bool] = keys.map { !$0.isEmpty }

  static func refuse(in text: Span<UInt8>) throws(Problem) {
    let isKey = Self.isKey.span
    for index in text.indices where unsafe isKey[unchecked: Int(text[unchecked: index])] {
      for mark in keys[Int(text[index])] {
        let bytes = marks[mark].bytes
        let start = index - marks[mark].key
        guard start >= 0, start + bytes.count <= text.count else { continue }
        guard bytes.indices.allSatisfy({ text[start + $0] == bytes[$0] }) else { continue }
        throw Problem(
          .unscannable, "", "is text with compressed data or an archive in it",
          mend: "Send what is packed in it as a file of its own")
      }
    }
  }
}
