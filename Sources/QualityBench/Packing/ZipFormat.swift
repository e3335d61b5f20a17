/// Zip (APPNOTE 6.3), written without compression.
enum ZipFormat {
  static func packed(_ members: [Member], comment: String) -> [UInt8] {
    var output: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let place = output.count
      var fields: [UInt8] = []
      // Version 2.0, names in UTF-8, stored, 2026-04-14.
      for number in [20, 0x0800, 0, 0, 0x5C8E] { fields.append16(number) }
      for number in [member.bytes.crc32, member.bytes.count, member.bytes.count] { fields.append32(number) }
      fields.append16(member.path.utf8.count)
      fields.append16(0)
      output += [0x50, 0x4B, 3, 4] + fields + Array(member.path.utf8) + member.bytes
      directory += [0x50, 0x4B, 1, 2, 20, 3] + fields
      for _ in 0..<3 { directory.append16(0) }
      directory.append32(0o100644 << 16)
      directory.append32(place)
      directory += Array(member.path.utf8)
    }
    let start = output.count
    output += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    output.append16(members.count)
    output.append16(members.count)
    output.append32(directory.count)
    output.append32(start)
    output.append16(comment.utf8.count)
    return output + Array(comment.utf8)
  }

  static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 3, 4]) }

  /// The files, and all comments; nil when it is damaged.
  ///
  /// Zip64 is not needed for what the bench writes.
  static func unpacked(_ bytes: [UInt8]) -> (members: [Member], comments: String)? {
    guard let end = bytes.indices.dropLast(21).last(where: { bytes.read32($0) == 0x0605_4B50 }) else { return nil }
    var members: [Member] = []
    var comments = text(bytes, end + 22, bytes.read16(end + 20))
    var place = bytes.read32(end + 16)
    for _ in 0..<bytes.read16(end + 10) {
      guard bytes.read32(place) == 0x0201_4B50 else { return nil }
      let (method, size, name) = (bytes.read16(place + 10), bytes.read32(place + 20), bytes.read16(place + 28))
      let (extra, comment) = (bytes.read16(place + 30), bytes.read16(place + 32))
      let local = bytes.read32(place + 42)
      let path = text(bytes, place + 46, name)
      comments += text(bytes, place + 46 + name + extra, comment)
      let start = local + 30 + bytes.read16(local + 26) + bytes.read16(local + 28)
      place += 46 + name + extra + comment
      if path.hasSuffix("/") { continue }
      guard start + size <= bytes.count else { return nil }
      if method == 0 {
        members.append(Member(path: path, bytes: Array(bytes[start..<start + size])))
      } else {
        guard var inflate = Inflate(bytes, at: start), let content = inflate.run() else { return nil }
        members.append(Member(path: path, bytes: content))
      }
    }
    return (members, comments)
  }

  private static func text(_ bytes: [UInt8], _ place: Int, _ count: Int) -> String {
    guard place >= 0, count >= 0, place + count <= bytes.count else { return "" }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }
}
