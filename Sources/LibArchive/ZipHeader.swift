internal import Model

/// What a local header (APPNOTE.TXT 4.3.7) and its twin in the central directory (4.3.12) both say of a member.
struct ZipHeader {
  let flags: Int
  let method: Int
  let crc: Int
  /// The size as it is stored.
  let packed: Int
  /// The size as it was.
  let size: Int
  let name: [UInt8]
  let extra: ZipExtra
  /// Where the local header stands; 0 in a local header.
  let offset: Int
  /// The disk it is on; 0 in a local header.
  let disk: Int

  /// The name that libarchive gives the member; nil when its two names do not belong together.
  var effectiveName: [UInt8]? { extra.effectiveName(name) }

  /// General purpose bits (4.4.4): 0, 6 and 13 stand for encryption.
  static let encryption = 1 << 0 | 1 << 6 | 1 << 13
  /// Bit 3: sizes and checksum follow the data.
  static let descriptor = 1 << 3
  /// Bit 11: the name is UTF-8.
  static let utf8 = 1 << 11

  /// Reads the fields that both have in the same order, beginning with the flags at `base`.
  ///
  /// - Parameter variable: the name and the extra fields.
  init?(_ fixed: ZipFields, at base: Int, variable: ZipFields, offset: Int = 0, disk: Int = 0) {
    flags = fixed.u16(base)
    method = fixed.u16(base + 2)
    crc = fixed.u32(base + 8)
    let nameLength = fixed.u16(base + 20)
    name = Array(variable.bytes[..<nameLength])
    guard let extra = ZipExtra(variable.bytes[nameLength...]) else { return nil }
    self.extra = extra
    // The order is fixed, and each stands there only if its small field refers to it (4.5.3).
    var place = 0
    func resolved(_ small: Int, _ marker: Int = 0xFFFF_FFFF, width: Int = 8) -> Int? {
      guard small == marker, let large = extra.zip64 else { return small }
      guard place + width <= large.count else { return nil }
      defer { place += width }
      return width == 8 ? large.u64(place) : large.u32(place)
    }
    guard let size = resolved(fixed.u32(base + 16)), let packed = resolved(fixed.u32(base + 12)),
      let offset = resolved(offset), let disk = resolved(disk, 0xFFFF, width: 4)
    else { return nil }
    (self.size, self.packed, self.offset, self.disk) = (size, packed, offset, disk)
  }

  /// Reads the local header at `offset`; also gives where the data begin.
  static func local(_ zip: ZipBytes, at offset: Int, member: Int) throws(Problem) -> (ZipHeader, data: Int) {
    let fixed = try zip.bytes(30, at: offset)
    guard fixed.isSigned(3, 4) else {
      throw zip.damaged("has no local header where its directory says that member \(member) begins")
    }
    let length = fixed.u16(26) + fixed.u16(28)
    guard let header = ZipHeader(fixed, at: 6, variable: try zip.bytes(length, at: offset + 30)) else {
      throw zip.damaged("has extra fields at member \(member) that do not fill their place")
    }
    return (header, offset + 30 + length)
  }

  /// Whether a size or checksum of the local header is right: what the directory says, unless it follows the data.
  ///
  /// Writers of streams put zeros there, as the format asks (4.4.4), or all ones, or what they know already.
  func agrees(_ local: Int, _ central: Int) -> Bool {
    local == central || flags & Self.descriptor != 0 && (local == 0 || local == 0xFFFF_FFFF)
  }

  /// The length of the data descriptor (4.3.9) in `bytes`, which follow the data; nil when none fits.
  ///
  /// It may have a signature and it may have large sizes. What follows it begins with a signature, so that the longest
  /// form that fits is the right one.
  func descriptorLength(_ bytes: ZipFields) -> Int? {
    for (isSigned, isLarge) in [(true, true), (false, true), (true, false), (false, false)] {
      let start = isSigned ? 4 : 0
      let length = start + (isLarge ? 20 : 12)
      guard length <= bytes.count, !isSigned || bytes.isSigned(7, 8), bytes.u32(start) == crc else { continue }
      let found =
        isLarge
        ? (bytes.u64(start + 4), bytes.u64(start + 12)) : (bytes.u32(start + 4), bytes.u32(start + 8))
      if found == (packed, size) { return length }
    }
    return nil
  }
}
