import Files
import LibArchive
import Model

/// A zip written by hand, so that each of its fields can be wrong.
struct ZipText {
  var members: [ZipMember]
  /// What stands between the last member and the directory.
  var gap: [UInt8] = []
  var comment: [UInt8] = []
  /// What is written as the number of members; nil is the truth.
  var count: Int? = nil
  var disk = 0
  /// Whether a zip64 end record and its locator stand in front of the end record.
  var isLarge = false
  /// Added to the number of members in the zip64 record.
  var largeLie = 0
  /// What the zip64 record holds behind its fields.
  var extensible: [UInt8] = []

  init(_ members: ZipMember..., comment: [UInt8] = []) { (self.members, self.comment) = (members, comment) }

  /// The archive.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    var listed = 0
    for member in members {
      var central = member.central
      result += member.before
      if let offset = member.offset { central.offset = offset } else { central.offset = result.count }
      if !member.isAlias { result += member.local.local + member.data + member.descriptor }
      if member.isListed {
        directory += central.central
        listed += 1
      }
    }
    result += gap
    let start = result.count
    result += directory
    let (number, end) = (count ?? listed, result.count)
    if isLarge {
      result += le(0x0606_4B50, 4) + le(44 + extensible.count, 8) + le(45, 2) + le(45, 2) + le(0, 8)
      result += le(number + largeLie, 8) + le(number + largeLie, 8) + le(directory.count, 8) + le(start, 8) + extensible
      result += le(0x0706_4B50, 4) + le(0, 4) + le(end, 8) + le(1, 4)
    }
    result += Self.end(
      isLarge ? 0xFFFF : number, directory.count, isLarge ? 0xFFFF_FFFF : start, comment: comment.count, disk: disk)
    return result + comment
  }

  /// An end record alone.
  static func end(_ count: Int, _ size: Int, _ start: Int, comment: Int = 0, disk: Int = 0) -> [UInt8] {
    le(0x0605_4B50, 4) + le(disk, 2) + le(disk, 2) + le(count, 2) + le(count, 2) + le(size, 4) + le(start, 4)
      + le(comment, 2)
  }
}

/// A member with both its headers.
struct ZipMember {
  var local: ZipFieldsText
  var central: ZipFieldsText
  var data: [UInt8]
  var descriptor: [UInt8] = []
  var before: [UInt8] = []
  var isListed = true
  /// Whether only the directory has it.
  var isAlias = false
  /// Where the directory says it stands; nil is the truth.
  var offset: Int? = nil

  /// A stored member whose headers agree.
  init(_ name: String, _ content: String = "") { self.init(Array(name.utf8), Array(content.utf8)) }

  init(_ name: [UInt8], _ content: [UInt8], method: Int = 0) {
    local = ZipFieldsText(
      name: name, crc: crc32(content), packed: content.count, size: content.count, method: method)
    central = local
    data = content
  }

  /// The same with one thing changed.
  func with(_ change: (inout ZipMember) -> Void) -> ZipMember {
    var copy = self
    change(&copy)
    return copy
  }

  /// With a field changed in both headers.
  func withBoth(_ change: (inout ZipFieldsText) -> Void) -> ZipMember {
    with {
      change(&$0.local)
      change(&$0.central)
    }
  }

  /// With sizes and checksum behind the data.
  func streamed(isSigned: Bool, isLarge: Bool) -> ZipMember {
    with {
      $0.local.flags |= 8
      $0.central.flags |= 8
      ($0.local.crc, $0.local.packed, $0.local.size) = (0, 0, 0)
      let width = isLarge ? 8 : 4
      $0.descriptor =
        (isSigned ? le(0x0807_4B50, 4) : []) + le($0.central.crc, 4) + le($0.central.packed, width)
        + le($0.central.size, width)
    }
  }
}

/// The fields of a header.
struct ZipFieldsText {
  var name: [UInt8]
  var flags = 0
  var crc: Int
  var packed: Int
  var size: Int
  var method: Int
  var extra: [UInt8] = []
  var comment: [UInt8] = []
  var madeBy = 3
  var attributes = 0o100644 << 16
  var offset = 0
  var disk = 0

  init(name: [UInt8], crc: Int, packed: Int, size: Int, method: Int) {
    (self.name, self.crc, self.packed, self.size, self.method) = (name, crc, packed, size, method)
  }

  private var common: [UInt8] {
    le(flags, 2) + le(method, 2) + le(0, 2) + le(0x21, 2) + le(crc, 4) + le(packed, 4) + le(size, 4) + le(name.count, 2)
      + le(extra.count, 2)
  }

  /// The header before the data.
  var local: [UInt8] { le(0x0403_4B50, 4) + le(20, 2) + common + name + extra }

  /// The header in the directory.
  var central: [UInt8] {
    le(0x0201_4B50, 4) + [20, UInt8(madeBy)] + le(20, 2) + common + le(comment.count, 2) + le(disk, 2) + le(0, 2)
      + le(attributes, 4) + le(offset, 4) + name + extra + comment
  }
}

/// A number, least byte first.
func le(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }

/// An extra field.
func extra(_ id: Int, _ content: [UInt8]) -> [UInt8] { le(id, 2) + le(content.count, 2) + content }

/// CRC-32 as zip has it.
func crc32(_ bytes: [UInt8]) -> Int {
  var crc: UInt32 = ~0
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  return Int(~crc)
}

extension ZipAudit {
  init(_ bytes: [UInt8], subject: String) throws(Problem) { try self.init(MemoryBytes(bytes), subject: subject) }
}

extension ArchiveReader {
  convenience init(_ format: ArchiveFormat, in bytes: [UInt8], subject: String) throws(Problem) {
    try self.init(format, in: MemoryBytes(bytes), subject: subject)
  }
}
