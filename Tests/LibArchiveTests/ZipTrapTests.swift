import Files
import LibArchive
import Model
import TestSupport
import Testing

/// Archives that show one thing to one program and another to the next.
@Suite struct ZipTrapTests {
  private let a = ZipAuditTests.a
  private let b = ZipAuditTests.b
  private let c = ZipMember("c.log", "gamma")

  private func expect(
    _ bytes: [UInt8], _ words: String, code: Problem.Code = .damaged, at location: SourceLocation = #_sourceLocation
  ) throws { try ZipAuditTests.expectProblem(bytes, words, code: code, at: location) }

  private func expect(
    _ members: ZipMember..., code: Problem.Code = .damaged, has words: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    var zip = ZipText()
    zip.members = members
    try expect(zip.bytes, words, code: code, at: location)
  }

  @Test func theReaderAsksForTheAuditFirst() throws {
    let bytes = ZipText(c.with { $0.isListed = false }, a).bytes
    let folder = try TemporaryFolder()
    let file = try InputFile(try folder.write("x.zip", bytes))
    #expect(throws: Problem.self) { try ArchiveReader(.zip, in: bytes, subject: "") }
    #expect(throws: Problem.self) { try ArchiveReader(.zip, in: file, subject: "") }
  }

  @Test func aMemberThatTheDirectoryDoesNotListIsRefused() throws {
    let hidden = c.with { $0.isListed = false }
    try expect(hidden, a, has: "a member that its directory does not list")
    try expect(a, hidden, b, has: "a member that its directory does not list")
    try expect(a, b, hidden, has: "a member that its directory does not list")
    try expect(hidden, has: "a member that its directory does not list")
  }

  @Test func bytesThatBelongToNoMemberAreRefused() throws {
    try expect(a, b.with { $0.before = [1, 2, 3] }, has: "holds 3 bytes behind one of its members")
    try expect(a.with { $0.before = Array("#!/bin/sh\n".utf8) }, b, has: "holds 10 bytes in front of its first member")
    var zip = ZipText(a, b)
    zip.gap = [1]
    try expect(zip.bytes, "holds 1 byte behind one of its members")
    zip.gap = []
    try expect([1, 2] + zip.bytes, "bytes in front of it")
    try expect(zip.bytes + [10], "does not stop at its end record")
    try expect(zip.bytes + zip.bytes, "bytes in front of it")
    let empty = ZipText().bytes
    try expect([1, 2] + empty, "bytes in front of it")
    try expect([1, 2] + ZipText.end(0, 0, 2), "holds 2 bytes in front of its first member")
  }

  @Test func twoEndRecordsAreRefused() throws {
    // The outer comment is a whole second archive's end, and both reach the end of the file.
    let inner = ZipText.end(0, 0, 0)
    try expect(ZipText(a, comment: inner).bytes, "two end records")
    // One that does not reach the end is taken by programs that look for the last signature.
    try expect(ZipText(a, comment: ZipText.end(0, 0, 0, comment: 7)).bytes, "two end records")
    try expect(ZipText(a, comment: Array("PK\u{5}\u{6}".utf8)).bytes, "two end records")
  }

  @Test func headersThatDisagreeAreRefused() throws {
    try expect(a.with { $0.local.name[0] = 0x62 }, has: "the name of member 1")
    try expect(b, a.with { $0.local.name += [0x2F] }, has: "the name of member 2")
    try expect(a.with { $0.local.method = 8 }, has: "the method of member 1")
    try expect(a.with { $0.local.flags = 1 << 11 }, has: "the flags of member 1")
    try expect(a.with { $0.local.flags = 8 }, has: "the flags of member 1")
    try expect(a.with { $0.local.flags = 1 }, has: "the flags of member 1")
    try expect(a.with { $0.local.size = 4 }, has: "the size of member 1")
    try expect(a.with { $0.local.packed = 4 }, has: "the size of member 1")
    try expect(a.with { $0.local.crc ^= 1 }, has: "the checksum of member 1")
    try expect(a.with { $0.local.crc = 0 }, has: "the checksum of member 1")
    try expect(a.with { $0.central.size = 4 }, has: "stores member 1 as it is, but in another size")
    try expect(a.with { $0.offset = 3 }, has: "no local header where its directory says that member 1 begins")
    try expect(a.with { $0.offset = 1 << 30 }, has: "cut off")
  }

  @Test func membersOnTopOfEachOtherAreRefused() throws {
    let alias = a.with { ($0.isAlias, $0.offset) = (true, 0) }
    try expect(a, alias, has: "members that lie on top of each other: 1 and 2")
    // A member whose data hold the header of the next: the quoted overlap of David Fifield's zip bomb.
    let inner = ZipText(c).bytes
    let quoted = Array(inner[..<(30 + 5 + 5)])
    let outer = ZipMember(Array("q.log".utf8), quoted)
    let member = c.with { ($0.isAlias, $0.offset) = (true, 35) }
    try expect(outer, member, has: "members that lie on top of each other: 1 and 2")
    // Data that reach into the directory.
    let long = a.withBoth { ($0.size, $0.packed) = (60, 60) }
    try expect(long, has: "data of member 1 that reach into its directory")
  }

  @Test func threeHundredMembersOnOneHeaderAreRefused() throws {
    var zip = ZipText(a, b)
    zip.members += (0..<298).map { _ in a.with { ($0.isAlias, $0.offset) = (true, 0) } }
    try expect(zip.bytes, "lie on top of each other")
  }

  @Test func namesAreThereOnceAndReadable() throws {
    try expect(a, b, a, has: "two members of one name: 1 and 3")
    try expect(ZipMember("", "x"), has: "a member without a name, number 1")
    try expect(b, ZipMember("a\0.log", "x"), has: "a NUL in its name, number 2")
  }

  @Test func theUnicodeNameCountsAsTheName() throws {
    func named(_ member: ZipMember, _ name: String) -> ZipMember {
      member.withBoth { $0.extra = extra(0x7075, [1] + le(crc32($0.name), 4) + Array(name.utf8)) }
    }
    // Two names that another character set made equal.
    let zip = ZipText(named(ZipMember("?.log", "1"), "ä.log"), named(ZipMember("?.log", "2"), "ö.log"))
    #expect(try ZipAuditTests.read(zip.bytes) == ["ä.log": Array("1".utf8), "ö.log": Array("2".utf8)])
    try expect(a, named(b, "a.log"), has: "two members of one name: 1 and 2")
    try expect(named(b, "a\0.log"), has: "a second name at member 1")
    try expect(named(a, "ä.log").withBoth { $0.extra[5] ^= 1 }, has: "a second name at member 1")
    try expect(named(a, "ä.log").with { $0.central.extra[9] ^= 1 }, has: "the second name of member 1")
  }

  @Test func aFolderWithContentIsRefused() throws {
    try expect(b, ZipMember("d/", "x"), has: "a folder with content, number 2")
    try expect(a.with { $0.central.attributes = 0o040755 << 16 }, has: "a folder with content")
    try expect(a.with { ($0.central.madeBy, $0.central.attributes) = (0, 0x10) }, has: "a folder with content")
    let deflated = ZipMember(Array("d/".utf8), [3, 0], method: 8).withBoth { ($0.size, $0.crc) = (0, 0) }
    #expect(try ZipAudit(ZipText(deflated).bytes, subject: "").entries == 1)
  }

  @Test func whatCannotBeReadIsSaid() throws {
    for flag in [1, 1 << 6, 1 << 13] {
      try expect(b, a.withBoth { $0.flags |= flag }, code: .unscannable, has: "an encrypted member, number 2")
    }
    try expect(a.withBoth { $0.extra = extra(0x9901, [1, 0]) }, code: .unscannable, has: "an encrypted member")
    for method in [1, 6, 9, 12, 14, 93, 98] {
      try expect(a.withBoth { $0.method = method }, code: .unscannable, has: "packed with method \(method)")
    }
    try expect(a.with { $0.central.disk = 1 }, code: .unscannable, has: "split archive")
    var zip = ZipText(a)
    zip.disk = 1
    try expect(zip.bytes, "split archive", code: .unscannable)
  }

  @Test func aWrongNumberOfMembersIsRefused() throws {
    var zip = ZipText(a, b)
    zip.count = 1
    try expect(zip.bytes, "holds a member that its directory does not list")
    zip.count = 3
    try expect(zip.bytes, "more members than its directory has room for")
    zip.members[1].central.comment = [UInt8](repeating: 0x20, count: 60)
    try expect(zip.bytes, "breaks off at member 3")
    // The directory lists a member twice, but announces it once.
    zip = ZipText(a, a.with { ($0.isAlias, $0.offset) = (true, 0) })
    zip.count = 1
    try expect(zip.bytes, "more in its directory than the members it announces")
  }

  @Test func extraFieldsThatDoNotFillTheirPlaceAreRefused() throws {
    for fields in [[1, 2], extra(5, [1, 2]) + [1], Array(extra(5, [1, 2]).dropLast()), extra(1, []) + extra(1, [])] {
      try expect(a.with { $0.local.extra = fields }, has: "extra fields at member 1")
      try expect(a.with { $0.central.extra = fields }, has: "extra fields at member 1")
    }
    try expect(a.with { ($0.central.size, $0.central.extra) = (0xFFFF_FFFF, extra(1, [1])) }, has: "extra fields")
  }

  @Test func aZipInAZipIsNoSecondArchive() throws {
    let inner = ZipText(c, ZipMember("e.log", "epsilon"), comment: Array("inner".utf8)).bytes
    for member in [ZipMember(Array("i.zip".utf8), inner), ZipMember(Array("i.zip".utf8), ZipText().bytes)] {
      let bytes = ZipText(a, member).bytes
      #expect(try ZipAuditTests.read(bytes)["i.zip"] == member.data)
      #expect(try ZipAuditTests.read(ZipText(a, member.streamed(isSigned: true, isLarge: false)).bytes).count == 2)
    }
  }
}
