/// Gzip (RFC 1952), written with stored blocks, so that the bench needs no compressor; read with its own `Inflate`.
enum GzipFormat {
  static func packed(_ bytes: [UInt8], name: String) -> [UInt8] {
    var output: [UInt8] = [0x1F, 0x8B, 8, name.isEmpty ? 0 : 8, 0, 0, 0, 0, 0, 3]
    if !name.isEmpty { output += Array(name.utf8) + [0] }
    output += stored(bytes)
    output.append32(bytes.crc32)
    output.append32(bytes.count)
    return output
  }

  /// Deflate blocks that hold the bytes as they are (RFC 1951, section 3.2.4).
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + 0xFFFF, bytes.count)
      output.append(end == bytes.count ? 1 : 0)
      output.append16(end - start)
      output.append16(~(end - start) & 0xFFFF)
      output += bytes[start..<end]
      start = end
    } while start < bytes.count
    return output
  }

  static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 8]) }

  /// The content of all members, and the names in their headers; nil when it is damaged.
  static func unpacked(_ bytes: [UInt8]) -> (content: [UInt8], names: String)? {
    var content: [UInt8] = []
    var names = ""
    var place = 0
    while place < bytes.count {
      guard place + 18 <= bytes.count, isOne(Array(bytes[place..<place + 3])) else { return nil }
      let flags = bytes[place + 3]
      place += 10
      if flags & 4 != 0 { place += 2 + bytes.read16(place) }
      for flag in [UInt8(8), 16] where flags & flag != 0 {
        while place < bytes.count, bytes[place] != 0 {
          names.unicodeScalars.append(Unicode.Scalar(bytes[place]))
          place += 1
        }
        place += 1
      }
      if flags & 2 != 0 { place += 2 }
      guard var inflate = Inflate(bytes, at: place), let part = inflate.run() else { return nil }
      content += part
      place = inflate.end + 8
    }
    return (content, names)
  }
}
