import Files
import LibArchive
import Model
import TestSupport
import Testing

/// Zips that are whole, from several writers, and each way a zip can be two things at once.
@Suite struct ZipAuditTests {
  static let a = ZipMember("a.log", "alpha")
  static let b = ZipMember("d/b.log", "beta, and more of it")

  /// Reads an archive to its end: names and contents.
  static func read(_ bytes: [UInt8]) throws(Problem) -> [String: [UInt8]] {
    let reader = try ArchiveReader(.zip, in: bytes, subject: "x.zip")
    var result: [String: [UInt8]] = [:]
    while let entry = try reader.next() {
      result[String(decoding: entry.path, as: UTF8.self)] =
        entry.kind == .file ? try reader.content.readAll(limit: .max, subject: "") : []
    }
    return result
  }

  /// Expects a problem of this code whose reason holds `words`, in memory and in a file alike.
  static func expectProblem(
    _ bytes: [UInt8], _ words: String, code: Problem.Code = .damaged, at location: SourceLocation = #_sourceLocation
  ) throws {
    let folder = try TemporaryFolder()
    let file = try InputFile(try folder.write("x.zip", bytes))
    for isFile in [false, true] {
      do {
        _ = isFile ? try ZipAudit(file, subject: "x.zip") : try ZipAudit(bytes, subject: "x.zip")
        Issue.record("was accepted", sourceLocation: location)
      } catch {
        #expect(error.code == code, sourceLocation: location)
        #expect(error.reason.contains(words), "\(error)", sourceLocation: location)
        #expect(error.mend != nil, sourceLocation: location)
        #expect(!error.description.contains(".log"), "quotes a name", sourceLocation: location)
      }
    }
  }

  @Test func aWholeZipPasses() throws {
    let zip = ZipText(Self.a, Self.b, ZipMember("d/"))
    #expect(try Self.read(zip.bytes) == ["a.log": Array("alpha".utf8), "d/b.log": Self.b.data, "d/": []])
    #expect(try ZipAudit(zip.bytes, subject: "").entries == 3)
  }

  @Test func anEmptyZipPasses() throws {
    #expect(try Self.read(ZipText().bytes) == [:])
    #expect(try Self.read(ZipText(comment: Array("nothing".utf8)).bytes) == [:])
  }

  @Test func whatARewriteDropsIsCounted() throws {
    let member = Self.a.with {
      $0.central.comment = Array("of a member".utf8)
      $0.local.extra = extra(0x5455, le(1, 5)) + extra(0xBEEF, [1, 2, 3])
      $0.central.extra = extra(0x6375, [1, 2, 3]) + [0, 0, 0]
    }
    let bytes = ZipText(member, Self.b, comment: Array("of the archive".utf8)).bytes
    let audit = try ZipAudit(bytes, subject: "")
    #expect((audit.entries, audit.comments, audit.extraFields) == (2, 2, 2))
    #expect(try ArchiveReader(.zip, in: bytes, subject: "").zipAudit == audit)
  }

  @Test(arguments: [true, false], [true, false])
  func aDataDescriptorMayHaveAnyForm(isSigned: Bool, isLarge: Bool) throws {
    let empty = ZipMember([0x65], [3, 0], method: 8).withBoth { ($0.size, $0.crc) = (0, 0) }
    for member in [Self.a, ZipMember("e"), empty] {
      let streamed = member.streamed(isSigned: isSigned, isLarge: isLarge)
      let bytes = ZipText(streamed, Self.b).bytes
      #expect(try ZipAudit(bytes, subject: "").entries == 2)
      #expect(try ZipAudit(ZipText(Self.b, streamed).bytes, subject: "").entries == 2)
    }
  }

  @Test func aWrongDataDescriptorIsRefused() throws {
    let streamed = Self.a.streamed(isSigned: true, isLarge: false)
    for at in 0..<streamed.descriptor.count {
      let bytes = ZipText(streamed.with { $0.descriptor[at] ^= 1 }, Self.b).bytes
      try Self.expectProblem(bytes, "size or the checksum of member 1")
    }
    try Self.expectProblem(ZipText(streamed.with { $0.descriptor = [] }, Self.b).bytes, "checksum of member 1")
    try Self.expectProblem(ZipText(streamed.with { $0.local.size = 7 }).bytes, "the size of member 1")
  }

  @Test func zip64PassesWhereItIsConsistent() throws {
    var zip = ZipText(Self.a, Self.b)
    zip.isLarge = true
    #expect(try Self.read(zip.bytes).count == 2)
    zip.extensible = [1, 2, 3, 4, 5, 6]
    #expect(try ZipAudit(zip.bytes, subject: "").entries == 2)
    let member = Self.a.with {
      $0.local.extra = extra(1, le(5, 8) + le(5, 8))
      ($0.local.size, $0.local.packed) = (0xFFFF_FFFF, 0xFFFF_FFFF)
      $0.central.extra = extra(1, le(5, 8) + le(0, 8) + le(0, 4))
      ($0.central.size, $0.offset, $0.central.disk) = (0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF)
    }
    zip.members = [member, Self.b]
    #expect(try ZipAudit(zip.bytes, subject: "").entries == 2)
    zip.largeLie = 1
    try Self.expectProblem(zip.bytes, "more members than its directory has room for")
  }

  @Test func zip64ThatContradictsItselfIsRefused() throws {
    var zip = ZipText(Self.a, Self.b)
    zip.isLarge = true
    let (good, end) = (zip.bytes, zip.bytes.count - 22)
    for (at, words) in [
      (end - 12, "no end record"), (end - 4, "no end record"), (end - 76, "no end record"), (end - 72, "no end record"),
      (end - 60, "split"), (end - 36, "contradict"), (end - 28, "in front of it"),
    ] {
      var bytes = good
      bytes[at] ^= 1
      try Self.expectProblem(bytes, words, code: words == "split" ? .unscannable : .damaged)
    }
    var bytes = good
    bytes.replaceSubrange(end + 10..<end + 12, with: [1, 0])
    bytes.replaceSubrange(end + 8..<end + 10, with: [1, 0])
    try Self.expectProblem(bytes, "contradict")
    // The sum of the fields is one that libarchive would not accept.
    bytes = good
    bytes.replaceSubrange(end + 12..<end + 16, with: [255, 255, 255, 255])
    try Self.expectProblem(bytes, "more than 4 GiB", code: .unscannable)
  }
}
