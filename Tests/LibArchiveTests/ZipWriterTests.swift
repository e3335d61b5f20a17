import Files
import LibArchive
import Model
import TestSupport
import Testing

/// Zips as others write them, which must pass, and zips that were hurt, which must end in a problem.
@Suite struct ZipWriterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func python(_ code: String) throws {
    try folder.write("make.py", text: "import sys, zipfile\nfrom zipfile import ZipFile, ZipInfo\n" + code)
    let result = try Program.shell("python3 make.py", in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
  }

  private func entries(_ name: String) throws(Problem) -> Int {
    let reader = try ArchiveReader(.zip, in: try InputFile(folder.path(name)), subject: name)
    var count = 0
    while let entry = try reader.next() {
      count += 1
      if entry.kind == .file { _ = try reader.content.readAll(limit: .max, subject: name) }
    }
    return count
  }

  @Test func pythonsZipsPass() throws {
    try python(
      """
      def fill(z):
          z.writestr("a.log", "alpha " * 1000)
          z.writestr("größe/ü.log", "beta")
          z.writestr("empty.log", "")
          z.mkdir("folder") if hasattr(z, "mkdir") else z.writestr("folder/", "")
          with z.open(ZipInfo("large.log"), "w", force_zip64=True) as f: f.write(b"x" * 100000)
          z.comment = b"a comment"
      for name, method in [("stored", zipfile.ZIP_STORED), ("deflated", zipfile.ZIP_DEFLATED)]:
          with ZipFile(name + ".zip", "w", method) as z: fill(z)
      class Pipe:
          def __init__(self, f): self.f = f
          def write(self, b): return self.f.write(b)
          def flush(self): self.f.flush()
      for name, method in [("pipe-stored", zipfile.ZIP_STORED), ("pipe-deflated", zipfile.ZIP_DEFLATED)]:
          with open(name + ".zip", "wb") as f, ZipFile(Pipe(f), "w", method) as z: fill(z)
      with ZipFile("outer.zip", "w") as z:
          for name in ["stored", "deflated", "pipe-stored", "pipe-deflated"]: z.write(name + ".zip")
      with ZipFile("deflated.zip", "a") as z: z.writestr("later.log", "x")
      ZipFile("none.zip", "w").close()
      """)
    for name in ["stored", "pipe-stored", "pipe-deflated"] { #expect(try entries(name + ".zip") == 5, "\(name)") }
    #expect(try entries("deflated.zip") == 6)
    #expect(try entries("outer.zip") == 4)
    #expect(try entries("none.zip") == 0)
  }

  @Test func seventyThousandMembersPass() throws {
    try python(
      """
      with ZipFile("many.zip", "w") as z:
          for i in range(70000): z.writestr("d/%d.log" % i, "x")
      """)
    #expect(try entries("many.zip") == 70_000)
  }

  @Test func moreThanFourGiBPass() throws {
    let size = 5 << 30
    var large = ZipFieldsText(name: Array("core".utf8), crc: 0, packed: 0xFFFF_FFFF, size: 0xFFFF_FFFF, method: 0)
    large.extra = extra(1, le(size, 8) + le(size, 8))
    let small = ZipAuditTests.a
    let head = large.local
    var listed = small.central
    (listed.offset, listed.extra) = (0xFFFF_FFFF, extra(1, le(head.count + size, 8)))
    let directory = large.central + listed.central
    let start = head.count + size + small.local.local.count + small.data.count
    var tail = small.local.local + small.data + directory
    tail += le(0x0606_4B50, 4) + le(44, 8) + le(45, 2) + le(45, 2) + le(0, 8)
    tail += le(2, 8) + le(2, 8) + le(directory.count, 8) + le(start, 8)
    tail += le(0x0706_4B50, 4) + le(0, 4) + le(start + directory.count, 8) + le(1, 4)
    tail += ZipText.end(2, directory.count, 0xFFFF_FFFF)
    // The data are a hole, which takes no room on the disk.
    try folder.write("x.zip", head)
    try folder.write("tail", tail)
    let script = "truncate -s \(head.count + size) x.zip && cat tail >> x.zip"
    #expect(try Program.shell(script, in: folder.url).status == 0)
    let reader = try ArchiveReader(.zip, in: try InputFile(folder.path("x.zip")), subject: "")
    #expect(try reader.next()?.size == size)
    #expect(reader.zipAudit?.entries == 2)
  }

  @Test func compressionThatIsNotReadIsSaid() throws {
    try python(
      """
      with ZipFile("x.zip", "w", zipfile.ZIP_LZMA) as z: z.writestr("a.log", "alpha")
      """)
    #expect { try entries("x.zip") } throws: {
      ($0 as? Problem)?.code == .unscannable && "\($0)".contains("method 14")
    }
  }

  @Test(arguments: [0, 3, 70_000])
  func ourOwnZipsPass(count: Int) throws {
    let file = try OutputFile(folder.path("out.zip"))
    let writer = try ArchiveWriter(.zip, to: file)
    for number in 0..<count {
      let bytes = Array("line of member \(number)".utf8)
      let content = Spool(folder: folder.path(""))
      try content.write(bytes.span)
      try writer.add(
        ArchiveEntry(path: Array("ü/\(number)".utf8), kind: .file, size: bytes.count, mode: 0o644, modified: 0),
        content: content)
    }
    for (path, kind) in [("f/", ArchiveEntry.Kind.directory), ("link", .symbolicLink(Array("ü/1".utf8)))] {
      try writer.add(ArchiveEntry(path: Array(path.utf8), kind: kind, size: 0, mode: 0o755, modified: 0))
    }
    try writer.finish()
    try file.commit()
    #expect(try entries("out.zip") == count + 2)
  }

  @Test func infoZipsArchivesPass() throws {
    try folder.write("in/a.log", text: String(repeating: "alpha", count: 1000))
    try folder.write("in/ü.log", text: "beta")
    let script = "zip -qr x.zip in && zip -qr - in | cat > pipe.zip && zip -qr0 - - < x.zip | cat > stdin.zip"
    guard try Program.shell("command -v zip", in: folder.url).status == 0 else { return }
    #expect(try Program.shell(script, in: folder.url).status == 0)
    #expect(try entries("x.zip") == 3)
    #expect(try entries("pipe.zip") == 3)
    #expect(try entries("stdin.zip") == 1)
  }

  private static let sample = ZipText(
    ZipAuditTests.a, ZipAuditTests.b.streamed(isSigned: true, isLarge: false), ZipMember("d/"),
    comment: Array("note".utf8)
  ).bytes

  @Test func everyTruncationIsRefused() throws {
    for count in 0..<Self.sample.count {
      #expect(throws: Problem.self, "\(count)") { try ZipAudit(Array(Self.sample[..<count]), subject: "") }
      #expect(throws: Problem.self, "\(count)") { try ZipAuditTests.read(Array(Self.sample[..<count])) }
    }
    #expect(try ZipAuditTests.read(Self.sample).count == 3)
  }

  @Test func everyBitThatFallsEndsInAProblemOrInTheSameContents() throws {
    let contents = Set(try ZipAuditTests.read(Self.sample).values)
    for bit in 0..<Self.sample.count * 8 {
      var bytes = Self.sample
      bytes[bit / 8] ^= 1 << (bit % 8)
      // Times, versions, attributes, comments and the case of a name are nobody's structure; what was read is right.
      if let found = try? ZipAuditTests.read(bytes) { #expect(Set(found.values).isSubset(of: contents), "bit \(bit)") }
    }
  }

  @Test func damageOfAnyKindNeverCrashes() throws {
    var random = Seeded(state: 20_260_101)
    var large = ZipText(ZipAuditTests.a, ZipAuditTests.b)
    large.isLarge = true
    var accepted = 0
    for round in 0..<6000 {
      var bytes = round.isMultiple(of: 2) ? Self.sample : large.bytes
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let at = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: for place in at..<min(at + 8, bytes.count) { bytes[place] = 0xFF }
        default: bytes.removeSubrange(at..<min(at + Int.random(in: 1..<40, using: &random), bytes.count))
        }
        if bytes.isEmpty { break }
      }
      if (try? ZipAuditTests.read(bytes)) != nil { accepted += 1 }
    }
    #expect(accepted < 3000)
  }
}

/// SplitMix64: the same numbers in each run.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
