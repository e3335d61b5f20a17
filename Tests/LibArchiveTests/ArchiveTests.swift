import Files
import LibArchive
import Model
import TestSupport
import Testing

@Suite struct ArchiveTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("in/a.log", text: "alpha")
    try folder.write("in/größe.log", text: String(repeating: "beta\n", count: 10_000))
    _ = try Program.shell("ln -s a.log in/link && mkdir in/empty", in: folder.url)
  }

  private func members(_ reader: ArchiveReader) throws(Problem) -> [(ArchiveEntry, [UInt8])] {
    var result: [(ArchiveEntry, [UInt8])] = []
    while let entry = try reader.next() {
      result.append((entry, entry.kind == .file ? try reader.content.readAll(limit: .max, subject: "") : []))
    }
    return result
  }

  private func name(_ entry: ArchiveEntry) -> String { String(decoding: entry.path, as: UTF8.self) }

  @Test func aTarIsReadWithItsNamesLinksAndContents() throws {
    _ = try Program.shell("tar -cf x.tar -C in .", in: folder.url)
    let all = try members(try ArchiveReader(.tar, from: try InputFile(folder.path("x.tar")), subject: "x.tar"))
    #expect(Set(all.map { name($0.0) }) == ["./", "./a.log", "./größe.log", "./link", "./empty/"])
    #expect(all.first { name($0.0) == "./a.log" }?.1 == Array("alpha".utf8))
    #expect(all.first { name($0.0) == "./link" }?.0.kind == .symbolicLink(Array("a.log".utf8)))
    #expect(all.first { name($0.0) == "./empty/" }?.0.kind == .directory)
  }

  @Test(arguments: [ArchiveFormat.tar, .zip])
  func whatIsWrittenOthersRead(format: ArchiveFormat) throws {
    let file = try OutputFile(folder.path("out"))
    let writer = try ArchiveWriter(format, to: file)
    let content = Spool(folder: folder.path(""))
    let bytes = Array("content".utf8)
    try content.write(bytes.span)
    let path = Array("d/ü.txt".utf8)
    try writer.add(
      ArchiveEntry(path: path, kind: .file, size: bytes.count, mode: 0o640, modified: 1_700_000_000), content: content)
    try writer.finish()
    try file.commit()
    let unpack = format == .tar ? "tar -xf out" : "python3 -m zipfile -e out ."
    #expect(try Program.shell("mkdir o && cd o && cp ../out out && \(unpack)", in: folder.url).status == 0)
    #expect(try folder.text("o/d/ü.txt") == "content")
  }

  @Test func aMemberOfAnotherSizeThanAnnouncedIsRefused() throws {
    let file = try OutputFile(folder.path("out"))
    let writer = try ArchiveWriter(.tar, to: file)
    let content = Spool(folder: folder.path(""))
    let bytes: [UInt8] = [1, 2, 3]
    try content.write(bytes.span)
    #expect(throws: Problem.self) {
      try writer.add(ArchiveEntry(path: [65], kind: .file, size: 5, mode: 0o644, modified: 0), content: content)
    }
  }

  @Test func everyTruncationOfATarEndsInAnErrorOrAtAMember() throws {
    _ = try Program.shell("tar -cf x.tar -C in a.log größe.log", in: folder.url)
    let bytes = try folder.read("x.tar")
    for part in 1..<64 {
      let end = bytes.count * part / 64
      try folder.write("cut.tar", bytes[..<end])
      do {
        let all = try members(try ArchiveReader(.tar, from: try InputFile(folder.path("cut.tar")), subject: "cut.tar"))
        #expect(all.allSatisfy { $0.0.size == $0.1.count })
      } catch {
        #expect(error.code == .damaged)
      }
    }
  }

  @Test func anEncryptedZipIsRefused() throws {
    let made = try Program.shell("command -v zip && zip -q -P secret x.zip in/a.log", in: folder.url)
    try #require(made.status == 0 || made.text.isEmpty)
    guard made.status == 0 else { return }
    #expect {
      _ = try members(try ArchiveReader(.zip, in: try InputFile(folder.path("x.zip")), subject: "x.zip"))
    } throws: {
      ($0 as? Problem)?.code == .unscannable
    }
  }

  @Test func garbageIsNoArchive() throws {
    try folder.write("x.zip", Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 7, count: 100))
    #expect {
      _ = try members(try ArchiveReader(.zip, in: try InputFile(folder.path("x.zip")), subject: "x.zip"))
    } throws: {
      ($0 as? Problem)?.code == .damaged
    }
  }
}
