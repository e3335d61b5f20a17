import Bundles
import Foundation
import Model
import Redaction
import TestSupport
import Testing

/// Texts of many blocks, scanned ahead and remembered; and what hides in texts and archives.
@Suite struct BlockTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @discardableResult
  private func scrub(_ inputs: [String], _ output: String, jobs: Int = 1, learns: Bool = true) throws -> Ledger {
    let key = try PseudonymKey(text: String(repeating: "ab", count: 32), file: "test")
    let session = Session(ScrubTests.detector, Redactor(key: key), jobs: jobs)
    session.learns = learns
    _ = try session.scrub(inputs.map(folder.path), to: folder.path(output))
    return session.ledger
  }

  /// Values that stand on the line below their key, keys of many lines, tables: wherever a block ends, it ends in one.
  private func text(_ size: Int) -> String {
    var text = ""
    var number = 0
    while text.utf8.count < size {
      number += 1
      text += "\"password\":\n  \"Zebra-\(number)x\"\nnote 2026-03-01 nothing at all \(number % 7)\n"
      if number % 50 == 0 {
        let body = (0..<6).map { _ in String(repeating: "Q2hhcmxpZQ", count: 6) }.joined(separator: "\n")
        text += "-----BEGIN PRIVATE KEY-----\n\(body)\n-----END PRIVATE KEY-----\n"
      }
      if number % 70 == 0 {
        text += "id,customer_name,phone\n1,Zelda Quuxley,2125550147\n2,Yolande Quuxley,2125550148\n\n"
      }
    }
    return text
  }

  @Test func blocksThatAreScannedAheadLoseNothing() throws {
    try folder.write("a.log", text: text(1_400_000))
    try scrub(["a.log"], "one.log")
    for jobs in [2, 3] {
      try scrub(["a.log"], "more-\(jobs).log", jobs: jobs)
      #expect(try folder.read("more-\(jobs).log") == folder.read("one.log"), "with \(jobs) jobs")
    }
    try scrub(["a.log"], "plain.log", jobs: 2, learns: false)
    for output in ["one.log", "plain.log"] {
      let scrubbed = try folder.text(output)
      for value in ["Zebra", "Q2hhcmxpZQ", "Quuxley", "2125550147"] { #expect(!scrubbed.contains(value), "\(output)") }
      #expect(scrubbed.contains("note 2026-03-01 nothing at all 3\n"))
    }
  }

  @Test(arguments: ["gzip", "bzip2", "xz", "zstd -q", "lz4 -q", "lz4 -q -l"])
  func compressedDataInATextBlocks(_ tool: String) throws {
    let text = String(repeating: "echo installing\n", count: 5_000)
    try folder.write("a.log", text: "mail jane.roe@example.com\n")
    try folder.write("head.sh", text: text)
    _ = try Program.shell("\(tool) -c a.log > tail; cat head.sh tail > run.sh", in: folder.url)
    #expect(try scrub(["run.sh"], "out.sh").blocked.count == 1)
    #expect(!folder.exists("out.sh"))
  }

  @Test func archivesOneBehindTheOtherAreReadToTheEnd() throws {
    try folder.write("a.log", text: "first\n")
    try folder.write("b.log", text: "mail jane.roe@example.com\n")
    _ = try Program.shell("tar cf 1.tar a.log; tar cf 2.tar b.log; cat 1.tar 2.tar > both.tar", in: folder.url)
    try scrub(["both.tar"], "out.tar")
    #expect(try Program.shell("tar tf out.tar", in: folder.url).text == "a.log\nb.log\n")
    #expect(!(try folder.text("out.tar")).contains("jane.roe"))
    _ = try Program.shell("cp 1.tar odd.tar; cat b.log >> odd.tar; head -c 1024 /dev/zero >> odd.tar", in: folder.url)
    #expect(!(try scrub(["odd.tar"], "odd-out.tar").blocked.isEmpty))
  }

  @Test func aLinkThatIsNamedIsFollowed() throws {
    try folder.write("logs/a.log", text: "mail jane.roe@example.com\n")
    _ = try Program.shell("ln -s logs link; ln -s logs/a.log current.log", in: folder.url)
    try scrub(["link"], "out/")
    #expect(try folder.text("out/a.log").hasPrefix("mail "))
    try scrub(["link", "current.log"], "both/")
    #expect(try folder.text("both/current.log").hasPrefix("mail ") && folder.exists("both/link/a.log"))
    #expect(!(try folder.text("both/current.log")).contains("jane"))
  }

  @Test func equalNamesAreToldApart() throws {
    _ = try Program.shell(
      "for n in 1 2 3; do echo $n > same.log; tar rf same.tar same.log; done; echo x > same~2.log; tar rf same.tar same~2.log",
      in: folder.url)
    try scrub(["same.tar"], "out.tar")
    let names = try Program.shell("tar tf out.tar", in: folder.url).text.split(separator: "\n")
    #expect(names.count == 4 && Set(names).count == 4 && names.prefix(3) == ["same.log", "same~2.log", "same~3.log"])
  }

  @Test(arguments: [0, 2000, -3000]) func rowsBesideTheBorderOfABlockAreRowsOfTheirTable(shift: Int) throws {
    let rows = (0..<12).map { "Q000000\($0) z|\($0 % 8 == 2 ? "55510000\($0 + 10)" : "+49 30 10000\($0 + 10)")|-|-" }
    let head = rows[..<3].reduce(0) { $0 + $1.utf8.count + 1 }
    let line = "nothing to see here at all\n"
    let size = 256 * 1024 - head - shift
    let filler = String(String(repeating: line, count: size / line.utf8.count + 1).prefix(size - 1)) + "\n"
    try folder.write("a.log", text: filler + rows.joined(separator: "\n") + "\n" + String(repeating: line, count: 9000))
    let ledger = try scrub(["a.log"], "out\(shift).log")
    #expect(ledger.totals.hits.values.reduce(0, +) == 12, "\(ledger.totals.hits)")
  }

  /// Dictionaries have another order in each process: what a column holds must not hang on it.
  @Test func whatAColumnHoldsIsTheSameInEveryProcess() throws {
    let rows = (0..<12).map { number in
      let value =
        number % 3 == 0
        ? "u\(number)x@example.com" : number % 3 == 1 ? "+49 30 10000\(number + 10)" : "55510000\(number + 10)"
      return "k\(number * 7)ey|\(value)|q\(number)w|z"
    }
    try folder.write("a.log", text: rows.joined(separator: "\n") + "\n")
    // With the key of one run, because each run without one makes pseudonyms of its own.
    let key = "'\(Program.path("casegate"))' key new --output k"
    #expect(try Program.shell(key, in: folder.url).status == 0)
    let scan = "'\(Program.path("casegate"))' scan a.log --key-file k"
    let runs = try (0..<8).map { _ in try Program.shell(scan, in: folder.url) }
    #expect(runs.allSatisfy { $0.status == 1 })
    #expect(Set(runs.map(\.text)).count == 1)
  }
}
