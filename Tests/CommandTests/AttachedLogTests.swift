import Foundation
import TestSupport
import Testing

/// What `check` reads out of attached logs, whatever archives they lie in.
@Suite struct AttachedLogTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let fixtures = Repository.fixtures
    let text = try String(contentsOf: fixtures.appending(path: "cases/good-high.yaml"), encoding: .utf8)
    try folder.write("case.yaml", text: text.replacing("logs.tar.gz", with: "logs"))
  }

  /// The warnings about attached logs, for a case that happened on 2026-11-20 at 14:05 in New York.
  private func warnings(_ attachment: String) throws -> [String] {
    let case_ = try folder.text("case.yaml").replacing("path: logs,", with: "path: \(attachment),")
    try folder.write("now.yaml", text: case_)
    let customer = Repository.fixtures.appending(path: "customers/good.yaml").path(percentEncoded: false)
    let result = try Program.shell(
      "\(Program.path("casegate")) check --case now.yaml --customer \(customer) --at 2026-11-24T10:00:00Z",
      in: folder.url)
    #expect(result.status == 0, "\(result.text) \(result.errors)")
    return result.text.split(separator: "\n").filter { $0.contains("attached logs") }.map(String.init)
  }

  private func log(_ lines: String, version: String = "8.1.102.60") -> String {
    """
    Application name:\tSIP_A1
    Application type:\tTServer (1)
    Application version:\t\(version)
    UTC time:\t2026-11-20T18:00:00.000
    Local time:\t2026-11-20T13:00:00.000

    \(lines)

    """
  }

  @Test(arguments: [
    // By the head, the clock of the machine is five hours behind UTC.
    ("14:05:12.123 Trc 04541 a\n14:10:00.000 Trc b", 0), ("13:00:01.000 Trc a\n13:59:00.000 Trc b", 1),
    ("14:30:00.000 Trc a\n15:00:00.000 Trc b", 1),
    ("@23:50:00.1234 [0] 8.1.102.60 x: y\n@00:10:00.1234 [0] 8.1.102.60 x: y", 1),
    ("13:00:01.000 Trc a\n23:50:00.000 Trc b\n00:10:00.000 Trc c", 0), ("no times at all", 0),
    ("2026-11-20T14:04:59.000 a\n2026-11-20T14:05:01.000 b", 0),
    ("2026-11-19T14:04:59.000 a\n2026-11-19T14:05:01.000 b", 1),
    ("2026-11-20T19:00:00.000Z a\n2026-11-20T19:10:00.000Z b", 0),
    ("2026-11-20T14:00:00.000Z a\n2026-11-20T14:10:00.000Z b", 1),
    ("192.0.2.7 - - [20/Nov/2026:19:04:12 +0000] \"GET /\"\n192.0.2.7 - - [20/Nov/2026:19:09:12 +0000] \"GET /\"", 0),
    ("192.0.2.7 - - [20/Nov/2026:14:04:12 +0000] \"GET /\"\n192.0.2.7 - - [20/Nov/2026:14:05:12 +0000] \"GET /\"", 1),
  ])
  func theSpanIsCompared(_ row: (lines: String, warnings: Int)) throws {
    try folder.write("sip.log", text: log(row.lines))
    let found = try warnings("sip.log")
    #expect(found.count == row.warnings, "\(found)")
  }

  @Test func withoutAZoneThereIsDoubt() throws {
    // 14:05 in New York is 00:35 of the next day in Kathmandu: a clock that shows it may be right.
    try folder.write("a.log", text: "2026-11-21 00:30:00,123 INFO a\n2026-11-21 00:40:00,123 INFO b\n")
    #expect(try warnings("a.log").isEmpty)
    try folder.write("b.log", text: "2026-11-23 00:30:00,123 INFO a\n2026-11-23 00:40:00,123 INFO b\n")
    #expect(try warnings("b.log").count == 1)
    // The date comes from the name of the file.
    try folder.write("ors.20261117_080000_123.log", text: "08:00:01.123 Std a\n08:00:02.123 Std b\n")
    #expect(try warnings("ors.20261117_080000_123.log").count == 1)
    try folder.write("ors.log", text: "08:00:01.123 Std a\n08:00:02.123 Std b\n")
    #expect(try warnings("ors.log").isEmpty)
  }

  @Test(arguments: [
    "tar -czf logs.x logs", "tar -cf logs.x logs", "cd logs && 7z a -tzip ../logs.x . > /dev/null",
    "tar -cJf logs.x logs",
    "tar -czf logs/in.tgz logs/sip.log && rm logs/sip.log && tar -cf logs.x logs", "gzip -c logs/sip.log > logs.x",
  ])
  func archivesAreOpened(pack: String) throws {
    try folder.write("logs/sip.log", text: log("13:00:01.000 Trc a\n13:59:00.000 Trc b", version: "8.1.104.71"))
    let packed = try Program.shell(pack, in: folder.url)
    #expect(packed.status == 0, "\(packed.errors)")
    let found = try warnings("logs.x")
    #expect(found.count == 2 && found.contains { $0.contains("8.1.104.71") }, "\(found)")
  }

  @Test func utf16IsReadToo() throws {
    let text = "2026-11-23 00:30:00,123 INFO a\r\n2026-11-23 00:40:00,123 INFO b\r\n"
    try folder.write("b.log", [0xFF, 0xFE] + text.utf8.flatMap { [$0, 0] })
    #expect(try warnings("b.log").count == 1)
  }

  @Test func aLogThatCannotBeReadKeepsTheSpanOpen() throws {
    try folder.write("logs/sip.log", text: log("13:00:01.000 Trc a\n13:59:00.000 Trc b"))
    try folder.write("logs/core", [0x7F, 0x45, 0x4C, 0x46, 1, 0, 0, 0])
    _ = try Program.shell("tar -czf logs.tgz logs && head -c 200 logs.tgz > cut.tgz", in: folder.url)
    #expect(try warnings("logs.tgz").isEmpty)
    #expect(try warnings("cut.tgz").isEmpty)
    try folder.write("logs/core", text: "text = after all\n")
    _ = try Program.shell("tar -czf logs.tgz logs", in: folder.url)
    #expect(try warnings("logs.tgz").count == 1, "settings have no times, and no say")
  }
}
