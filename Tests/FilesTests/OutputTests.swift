import Files
import Foundation
import Model
import TestSupport
import Testing

@Suite struct OutputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to name: String, replacing: Bool = false) throws(Problem) {
    let file = try OutputFile(folder.path(name), replacing: replacing)
    let bytes = Array(text.utf8)
    try file.write(bytes.span)
    try file.commit()
  }

  @Test func aFileAppearsOnlyWhenItIsComplete() throws {
    var file: OutputFile? = try OutputFile(folder.path("a"))
    let bytes = Array("half".utf8)
    try file?.write(bytes.span)
    #expect(!folder.exists("a"))
    file = nil
    #expect(try folder.names().isEmpty, "an abandoned file leaves nothing behind")
    try write("whole", to: "a")
    #expect(try folder.text("a") == "whole")
    #expect(try folder.names() == ["a"])
  }

  @Test func aFileThatExistsIsReplacedOnlyOnRequest() throws {
    try write("old", to: "a")
    #expect { try write("new", to: "a") } throws: { ($0 as? Problem)?.code == .outputConflict }
    #expect(try folder.text("a") == "old")
    try write("new", to: "a", replacing: true)
    #expect(try folder.text("a") == "new")
  }

  @Test func aFileMadeMeanwhileIsNotLost() throws {
    let file = try OutputFile(folder.path("a"))
    try folder.write("a", text: "somebody else's")
    #expect { try file.commit() } throws: { ($0 as? Problem)?.code == .outputConflict }
    #expect(try folder.text("a") == "somebody else's")
  }

  @Test func aFolderIsReplacedWhole() throws {
    try folder.write("d/old", text: "1")
    let output = try OutputFolder(folder.path("d"), replacing: true)
    try Paths.makeFolder(output.temporary + "/new")
    try output.commit()
    #expect(folder.exists("d/new") && !folder.exists("d/old"))
    #expect(try folder.names() == ["d"])
  }

  @Test func unfinishedThingsGoWhenTheRunIsInterrupted() throws {
    let file = try OutputFile(folder.path("a"))
    let output = try OutputFolder(folder.path("d"))
    try folder.write(Paths.split(output.temporary).name + "/inner/x", text: "1")
    Temporary.removeAll()
    #expect(try folder.names().isEmpty)
    _ = (file, output)
  }

  @Test func privateFilesAreForTheirOwnerAlone() throws {
    try PrivateFile.create(folder.path("k"), "secret")
    #expect(try #require(Paths.status(folder.path("k"))).mode & 0o777 == 0o600)
    #expect(try PrivateFile.read(folder.path("k")) == "secret")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("k"))
    #expect { _ = try PrivateFile.read(folder.path("k")) } throws: { ($0 as? Problem)?.code == .untrusted }
  }

  @Test(arguments: [("missing", Problem.Code.missingFile), (".", .wrongKind)])
  func badInputIsNamed(name: String, code: Problem.Code) {
    #expect { _ = try InputFile(folder.path(name)) } throws: { ($0 as? Problem)?.code == code }
  }

  @Test func aSpoolGivesBackWhatItGotHoweverMuch() throws {
    let spool = Spool(folder: folder.path(""))
    var expected: [UInt8] = []
    for index in 0..<100 {
      let piece = [UInt8](repeating: UInt8(index), count: 123_457)
      try spool.write(piece.span)
      expected += piece
    }
    #expect(try spool.readAll(limit: .max, subject: "") == expected)
    #expect(try folder.names().isEmpty, "its file has no name")
  }

  @Test func aPathInsideAFolderIsSeenThroughLinks() throws {
    try folder.write("d/x", text: "1")
    try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: folder.path("d"))
    #expect(Paths.lies(folder.path("d/new.zip"), in: folder.path("d")))
    #expect(Paths.lies(folder.path("link/new.zip"), in: folder.path("d")))
    #expect(!Paths.lies(folder.path("d2.zip"), in: folder.path("d")))
  }

  @Test func whatAKilledRunLeftIsRemovedAndNothingElse() throws {
    func age(_ name: String) throws {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -3_600)], ofItemAtPath: folder.path(name))
    }
    try folder.write(".a.tar.casegate-0123456789abcdefghijklmn", text: "left behind")
    try folder.write(".bundle.casegate-zyxwvutsrqponmlkjihgfedc/inner.log", text: "left behind")
    try folder.write(".casegate-notes", text: "somebody's")
    try folder.write(".my.casegate-backup/x", text: "somebody's")
    try folder.write(".b.casegate-NOT-A-CODE", text: "somebody's")
    try folder.write(".out.casegate-1x.replaced/old.log", text: "an output that was to be replaced")
    try folder.write(".young.casegate-0123456789abcdefghijklmn", text: "of a run that has just begun")
    let inUse = try OutputFile(folder.path("c"))
    let unfinished = try #require(try folder.names().first { $0.hasPrefix(".c.casegate-") })
    for name in try folder.names() where !name.contains("young") { try age(name) }
    Temporary.sweep(beside: folder.path("a.tar"))
    #expect(
      Set(try folder.names()) == [
        ".casegate-notes", ".my.casegate-backup", ".b.casegate-NOT-A-CODE", ".out.casegate-1x.replaced",
        ".young.casegate-0123456789abcdefghijklmn", unfinished,
      ])
    try inUse.commit()
    #expect(folder.exists("c"))
  }

  @Test func aFolderIsReplaced() throws {
    try folder.write("out/old.log", text: "old")
    let output = try OutputFolder(folder.path("out"), replacing: true)
    try Data("new".utf8).write(to: URL(filePath: output.temporary + "/new.log"))
    try output.commit()
    #expect(try folder.names() == ["out"])
    #expect(folder.exists("out/new.log") && !folder.exists("out/old.log"))
  }
}
