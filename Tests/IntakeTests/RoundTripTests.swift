import Foundation
import Intake
import Model
import Testing

/// Warnings that save a question from the vendor.
@Suite struct RoundTripTests {
  @Test(arguments: [
    ("ConnID 007102fe301559ab", true), ("call 00df4ab2-71c3-4be1-9c1f-0242ac120002", true),
    ("Call-ID a84b4c76e667", true),
    ("interaction id 0000Xa9", true), ("session ID 4711", true), ("SIP Server 8.1.102.60", false),
    ("extension 4711", false),
    ("2026-11-20T14:05:00.123", false), ("about 1234567 calls", false), ("ConnID", false),
  ])
  func aCallProblemQuotesACall(_ row: (words: String, isID: Bool)) throws {
    let report = try check(goodCase(("ConnID 007102fe301559ab", row.words)), customer("good.yaml"))
    #expect(report.levels("DF-4") == (row.isID ? [] : [.warning]))
  }

  @Test func aProblemOfNoCallNeedsNone() throws {
    #expect(try check(caseFile("good-medium.yaml"), customer("good.yaml")).levels("DF-4").isEmpty)
    #expect(try check(caseFile("good-update.json"), customer("good.yaml")).levels("DF-4").isEmpty)
    #expect(try check(caseFile("good-low.yaml"), customer("good.yaml")).levels("DF-4").isEmpty)
  }

  @Test func aLongDescriptionCanSayTooLittle() throws {
    let message = try #require(check(caseFile("bad-vague.yaml"), customer("good.yaml")).messages("DF-4").first)
    for aspect in ["what should happen instead", "how often", "since when", "what changed", "what is seen"] {
      #expect(message.contains(aspect))
    }
  }

  @Test(arguments: [
    ("severity: high", "It is a cosmetic fault.", "SV-3", [Level.warning]),
    ("severity: high", "It is not a cosmetic fault.", "SV-3", []),
    ("severity: high", "Production is down.", "SV-3", [.info]),
    ("severity: medium", "Production is down.", "SV-4", [.warning]),
    ("severity: medium", "This is urgent.", "SV-4", [.warning]),
    ("severity: low", "This is urgent.", "SV-5", [.warning]),
    ("severity: low", "This is not really urgent.", "SV-5", []),
    ("severity: critical", "It has no impact.", "SV-2", [.warning]),
    ("severity: critical", "This is urgent.", "SV-2", []),
  ])
  func wordsAndSeverityAgree(_ row: (severity: String, words: String, id: String, levels: [Level])) throws {
    let file = try goodCase(
      ("severity: high", row.severity), ("have to dial again.", "have to dial again. \(row.words)"))
    #expect(try check(file, customer("good.yaml")).levels(row.id) == row.levels)
  }

  /// The occurrence of the good case is at 19:05 UTC on 20 November.
  @Test(arguments: [
    ("2026-11-20T10:00:00Z", "2026-11-20T20:00:00Z", 0), ("2026-11-20T19:08:00Z", "2026-11-20T20:00:00Z", 0),
    ("2026-11-20T19:30:00Z", "2026-11-20T20:00:00Z", 1), ("2026-11-20T10:00:00Z", "2026-11-20T18:00:00Z", 1),
    ("", "2026-11-20T18:00:00Z", 1), ("", "2026-11-20T20:00:00Z", 0), ("2026-11-20T20:00:00Z", "", 1), ("", "", 0),
  ])
  func theOccurrenceLiesInTheLogs(_ row: (first: String, last: String, warnings: Int)) throws {
    let logs = LogFacts(releases: [], earliest: Timestamp.parse(row.first), latest: Timestamp.parse(row.last))
    let facts = AttachmentFacts(path: "logs.tar.gz", exists: true, sizeInBytes: 10, class: .log, logs: logs)
    let report = try check(caseFile("good-high.yaml"), customer("good.yaml"), attachments: [facts])
    #expect(report.levels("DF-6") == Array(repeating: .warning, count: row.warnings))
    // A log that nobody could read may be of any time.
    let unknown = AttachmentFacts(path: "more.log", exists: true, sizeInBytes: 10, class: .log)
    let both = try check(caseFile("good-high.yaml"), customer("good.yaml"), attachments: [facts, unknown])
    #expect(both.levels("DF-6").isEmpty)
  }

  @Test(arguments: [
    ([("TServer", "8.1.102.60")], 0), ([("TServer", "8.1.102.59")], 1),
    ([("tserver", "8.1.102.59"), ("TServer", "8.1.102.60")], 0),
    ([("StatServer", "8.5.112.20")], 0), ([], 0),
  ])
  func theReleaseIsThatOfTheLogs(_ row: (releases: [(String, String)], warnings: Int)) throws {
    let logs = LogFacts(
      releases: Set(row.releases.map { LogFacts.Release(type: $0.0, version: $0.1) }), earliest: nil, latest: nil)
    let facts = AttachmentFacts(path: "logs.tar.gz", exists: true, sizeInBytes: 10, class: .log, logs: logs)
    let report = try check(caseFile("good-high.yaml"), customer("good.yaml"), attachments: [facts])
    #expect(report.levels("DC-3") == Array(repeating: .warning, count: row.warnings))
    #expect(report.messages("DC-3").allSatisfy { $0.contains("8.1.102.59") })
  }

  @Test func arrearsAreNamedByProduct() throws {
    let edit = ("arrears: []", "arrears: [SIP Server, somebody's invoice]")
    let message = try #require(check(caseFile("good-high.yaml"), goodCustomer(edit)).messages("CR-1").first)
    #expect(
      message.contains("fees due for 'SIP Server' and 'customer.contract.arrears[1]', the affected product among them"))
    let other = ("arrears: []", "arrears: [URS]")
    let rest = try #require(check(caseFile("good-high.yaml"), goodCustomer(other)).messages("CR-1").first)
    #expect(rest.contains("'URS'") && !rest.contains("affected"))
  }
}
