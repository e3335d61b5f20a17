public import Files
public import Model

/// What was found in a zip whose structure leaves no room for a second reading.
///
/// Programs find the members of a zip in two ways: by the directory at its end, or by the headers before the data. An
/// archive where the two differ shows one thing to whoever checks it and another to whoever opens it. libarchive follows
/// one of them without a word, so the structure is checked before it reads. Sections are those of PKWARE's APPNOTE.TXT.
public struct ZipAudit: Sendable, Hashable {
  /// How many members there are.
  public let entries: Int
  /// How many comments there are, of members and of the archive; a rewritten archive has none.
  public private(set) var comments = 0
  /// How many extra fields there are, in both kinds of headers, that are not times, owners or sizes; a rewritten archive
  /// has none of them.
  public private(set) var extraFields = 0

  /// More members are refused, because each takes memory.
  static let maximumEntries = 1_000_000

  /// Checks the structure of a zip.
  ///
  /// - Throws: `Problem` of code `damaged` when the archive contradicts itself, `unscannable` when it is encrypted, split
  ///   or packed with a method that is not read here, `limit` when it has too many members.
  public init(_ origin: any RandomAccess, subject: String) throws(Problem) {
    // Two windows, because the directory and the members are read by turns.
    let zip = ZipBytes(origin, window: 64 * 1024, subject: subject)
    let members = ZipBytes(origin, window: 4 * 1024, subject: subject)
    let end = try ZipEnd(of: zip)
    entries = end.entries
    comments = end.hasComment ? 1 : 0
    guard entries <= Self.maximumEntries else {
      throw Problem(
        .limit, subject, "has more than \(Self.maximumEntries) members", mend: "Pack it into several archives")
    }
    guard entries <= end.directory.count / 46 else {
      throw zip.damaged("announces more members than its directory has room for")
    }
    var extents = ZipExtents(capacity: entries)
    var place = end.directory.lowerBound
    for number in 0..<entries {
      let header = try central(zip, at: &place, before: end.directory.upperBound, number: number + 1)
      let local = try ZipHeader.local(members, at: header.offset, member: number + 1)
      let last = try compare(header, local.0, members, data: local.data, end.directory.lowerBound, number + 1)
      guard let name = local.0.effectiveName else {
        throw zip.damaged("has a second name at member \(number + 1) that does not belong to the first")
      }
      extraFields += header.extra.unknown + local.0.extra.unknown
      extents.add(header.offset..<last, name: name)
      // A million members on one large header would be read a million times before the end.
      if extents.covered > end.directory.lowerBound { break }
    }
    try extents.requireOrder(members, upTo: end.directory.lowerBound)
    guard place == end.directory.upperBound else {
      throw zip.damaged("has more in its directory than the members it announces")
    }
    try extents.requireDistinctNames(members)
  }

  /// Reads a header of the directory (4.3.12), and checks what it says by itself.
  private mutating func central(
    _ zip: ZipBytes, at place: inout Int, before end: Int, number: Int
  ) throws(Problem) -> ZipHeader {
    let fixed = try zip.bytes(min(46, end - place), at: place)
    guard fixed.count == 46 else { throw zip.damaged("has a directory that breaks off at member \(number)") }
    let (name, extra, comment) = (fixed.u16(28), fixed.u16(30), fixed.u16(32))
    guard fixed.isSigned(1, 2), 46 + name + extra + comment <= end - place else {
      throw zip.damaged("has a directory that breaks off at member \(number)")
    }
    guard
      let header = ZipHeader(
        fixed, at: 8, variable: try zip.bytes(name + extra, at: place + 46), offset: fixed.u32(42), disk: fixed.u16(34))
    else { throw zip.damaged("has extra fields at member \(number) that do not fill their place") }
    place += 46 + name + extra + comment
    if comment > 0 { comments += 1 }
    guard header.flags & ZipHeader.encryption == 0, !header.extra.isEncrypted, header.method != 99 else {
      throw zip.unscannable("holds an encrypted member, number \(number)", mend: "Pack it again without a password")
    }
    guard header.method == 0 || header.method == 8 else {
      throw zip.unscannable(
        "holds a member, number \(number), that is packed with method \(header.method)",
        mend: "Pack it again with the usual method, deflate")
    }
    guard header.disk == 0 else {
      throw zip.unscannable("is one part of a split archive", mend: "Join the parts, or pack it again into one file")
    }
    guard !header.name.isEmpty else { throw zip.damaged("has a member without a name, number \(number)") }
    guard !header.name.contains(0) else { throw zip.damaged("has a member with a NUL in its name, number \(number)") }
    guard header.method == 8 || header.packed == header.size else {
      throw zip.damaged("stores member \(number) as it is, but in another size than it has")
    }
    // Some writers deflate the nothing that a folder holds; that takes 2 to 7 bytes.
    guard !Self.isFolder(header, fixed) || header.size == 0 && header.packed <= 8 else {
      throw zip.damaged("has a folder with content, number \(number)")
    }
    return header
  }

  /// Whether libarchive takes a member for a folder: by its name, or by its attributes (4.4.2, 4.4.15).
  private static func isFolder(_ header: ZipHeader, _ fixed: ZipFields) -> Bool {
    switch fixed.bytes[5] {
    case _ where header.name.last == UInt8(ascii: "/"): true
    case 0: fixed.u32(38) & 0x10 != 0 || header.name.last == UInt8(ascii: "\\")
    case 3: fixed.u16(40) & 0o170000 == 0o040000
    default: false
    }
  }

  /// Holds a local header against the directory, and gives where the member ends.
  private func compare(
    _ central: ZipHeader, _ local: ZipHeader, _ zip: ZipBytes, data: Int, _ directory: Int, _ number: Int
  ) throws(Problem) -> Int {
    func differs(_ what: String) -> Problem {
      zip.damaged("says one thing of \(what) of member \(number) in its directory and another in front of its data")
    }
    guard local.name == central.name else { throw differs("the name") }
    let flags = ZipHeader.encryption | ZipHeader.descriptor | ZipHeader.utf8
    guard local.flags & flags == central.flags & flags, !local.extra.isEncrypted else { throw differs("the flags") }
    guard local.method == central.method else { throw differs("the method") }
    guard central.agrees(local.size, central.size), central.agrees(local.packed, central.packed) else {
      throw differs("the size")
    }
    guard central.agrees(local.crc, central.crc) else { throw differs("the checksum") }
    if let path = central.extra.unicodePath, let other = local.extra.unicodePath, path.bytes != other.bytes {
      throw differs("the second name")
    }
    guard data <= directory, central.packed <= directory - data else {
      throw zip.damaged("has data of member \(number) that reach into its directory")
    }
    let end = data + central.packed
    guard central.flags & ZipHeader.descriptor != 0 else { return end }
    guard let length = central.descriptorLength(try zip.bytes(min(24, directory - end), at: end)) else {
      throw differs("the size or the checksum")
    }
    return end + length
  }
}
