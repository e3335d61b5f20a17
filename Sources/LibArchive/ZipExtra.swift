internal import Model

/// What the extra fields of a header say (APPNOTE.TXT 4.5).
struct ZipExtra {
  /// The large sizes, and where the member stands (4.5.3).
  private(set) var zip64: ZipFields? = nil
  /// The name in UTF-8, with a checksum of the name it stands for (4.6.9).
  private(set) var unicodePath: ZipFields? = nil
  private(set) var isEncrypted = false
  /// How many fields there are whose content is not known here.
  private(set) var unknown = 0

  /// Times, owners as numbers, and the mark of a Java archive: nothing that holds text.
  private static let known: Set<Int> = [0x000A, 0x5455, 0x5855, 0x7855, 0x7875, 0xCAFE]

  /// Nil when the fields do not fill their place.
  init?(_ bytes: ArraySlice<UInt8>) {
    let fields = ZipFields(Array(bytes))
    var at = 0
    while at + 4 <= fields.count {
      let (id, size) = (fields.u16(at), fields.u16(at + 2))
      at += 4
      guard size <= fields.count - at else { return nil }
      let content = ZipFields(Array(fields.bytes[at..<at + size]))
      at += size
      switch id {
      // A second one would leave it to the reader which of them counts.
      case 0x0001:
        guard zip64 == nil else { return nil }
        zip64 = content
      case 0x7075:
        guard unicodePath == nil, size > 5 else { return nil }
        unicodePath = content
      // Strong encryption (4.5.12), AES of WinZip.
      case 0x0017, 0x9901: isEncrypted = true
      default: if !Self.known.contains(id) { unknown += 1 }
      }
    }
    // Up to three zeros fill up to an even address in archives for Android.
    guard fields.bytes[at...].allSatisfy({ $0 == 0 }) else { return nil }
  }

  /// The name that libarchive gives the member; nil when the field does not belong to `name`, or holds a NUL.
  func effectiveName(_ name: [UInt8]) -> [UInt8]? {
    guard let unicodePath else { return name }
    let path = Array(unicodePath.bytes[5...])
    guard unicodePath.bytes[0] == 1, unicodePath.u32(1) == Self.crc32(name), !path.contains(0) else { return nil }
    return path
  }

  /// CRC-32 (APPNOTE.TXT 4.4.7), bit by bit: names are short.
  private static func crc32(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = ~0
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
}
