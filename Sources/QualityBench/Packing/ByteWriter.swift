/// Little-endian numbers and the checksum of zip and gzip.
extension [UInt8] {
  mutating func append16(_ number: Int) { self += [UInt8(number & 255), UInt8(number >> 8 & 255)] }

  mutating func append32(_ number: Int) {
    append16(number & 0xFFFF)
    append16(number >> 16 & 0xFFFF)
  }

  func read16(_ place: Int) -> Int { place + 1 < count ? Int(self[place]) | Int(self[place + 1]) << 8 : 0 }

  func read32(_ place: Int) -> Int { read16(place) | read16(place + 2) << 16 }

  /// CRC-32 (RFC 1952, section 8).
  var crc32: Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in self { crc = CRC.table[Int((crc ^ UInt32(byte)) & 255)] ^ (crc >> 8) }
    return Int(crc ^ 0xFFFF_FFFF)
  }
}

private enum CRC {
  static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
  }
}
