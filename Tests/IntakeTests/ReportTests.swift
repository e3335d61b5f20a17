import Intake
import Model
import TestSupport
import Testing

@Suite struct ReportTests {
  static let matrix = [
    ("good-high.yaml", "good.yaml"), ("good-critical.yaml", "good.yaml"), ("good-update.json", "good.yaml"),
    ("good-high.yaml", "pilot.yaml"), ("good-high.yaml", "one-contact.yaml"), ("good-high.yaml", "arrears.yaml"),
    ("good-high.yaml", "bare.yaml"), ("bad-empty.yaml", "bare.yaml"), ("bad-template.yaml", "good.yaml"),
    ("bad-critical.yaml", "good.yaml"), ("bad-many-issues.yaml", "good.yaml"), ("bad-question.yaml", "good.yaml"),
    ("bad-update.yaml", "good.yaml"), ("bad-mild-critical.yaml", "good.yaml"), ("bad-urgent-low.yaml", "beta.yaml"),
    ("good-down.yaml", "good.yaml"), ("bad-vague.yaml", "roster.yaml"), ("bad-hot-fix.yaml", "enhanced.yaml"),
    ("good-low.yaml", "enhanced.yaml"), ("good-medium.yaml", "enhanced.yaml"), ("good-medium.yaml", "good.yaml"),
    ("good-low.yaml", "good.yaml"), ("good-critical.yaml", "enhanced.yaml"), ("good-down.yaml", "enhanced.yaml"),
    ("good-high.yaml", "enhanced.yaml"), ("bad-personal.yaml", "good.yaml"),
  ]

  @Test(arguments: matrix)
  func reportsAreAsRecorded(_ names: (String, String)) throws {
    let report = try check(caseFile(names.0), customer(names.1))
    let name = (names.0 + "-" + names.1).replacing(".yaml", with: "").replacing(".json", with: "")
    try expectSnapshot(report.rendered, "intake/\(name).txt")
  }

  @Test func theDemonstrationPasses() throws {
    let facts = [AttachmentFacts(path: "upload/logs.tar.gz", exists: true, sizeInBytes: 10, class: .log)]
    let report = try check(caseFile("good-high.yaml"), customer("good.yaml"), attachments: facts)
    #expect(report.verdict == .pass)
    #expect(!report.findings.contains { $0.level > .info })
    #expect(report.targets?.response.due == "2026-11-24T13:00:00-05:00")
  }

  @Test func theDemonstrationPassesStrictly() throws {
    #expect(try check(caseFile("good-high.yaml"), customer("good.yaml"), strict: true).verdict == .pass)
  }

  @Test func everyResponsibilityHasOneResult() throws {
    let ids = try Policy.builtIn().responsibilities.map(\.id)
    for (caseName, customerName) in [("good-high.yaml", "good.yaml"), ("bad-empty.yaml", "bare.yaml")] {
      let report = try check(caseFile(caseName), customer(customerName))
      #expect(report.results.map(\.id) == ids)
      #expect(report.results.allSatisfy { !$0.because.isEmpty })
    }
  }

  @Test func nothingPassesForWantOfData() throws {
    let report = try check(caseFile("bad-empty.yaml"), customer("bare.yaml"))
    let roots = Set(report.results.filter { $0.state == .pass }.map(\.id))
    // That no evidence of a second issue exists in an empty text is true.
    #expect(roots == ["DC-7"])
  }

  @Test func ignoranceOfWhatIsNeededIsNoPass() throws {
    let lenient = try check(caseFile("good-high.yaml"), customer("bare.yaml"))
    let strict = try check(caseFile("good-high.yaml"), customer("bare.yaml"), strict: true)
    #expect(lenient.verdict == .undecided && lenient.levels("CR-1") == [.warning])
    #expect(strict.verdict == .blocked && strict.levels("CR-1") == [.error])
    #expect(strict.levels("CR-4") == [.warning])
  }

  @Test func findingsNameFileLineAndMend() throws {
    for name in ["bad-empty", "bad-template", "bad-critical", "bad-many-issues", "bad-question"] {
      for finding in try check(caseFile(name + ".yaml"), customer("arrears.yaml")).findings {
        #expect(finding.file != nil && (finding.line ?? 0) > 0 && finding.field != nil)
        #expect(!finding.mend.isEmpty && !finding.guide.isEmpty)
        #expect(finding.message.hasSuffix(".") || finding.message.hasSuffix("?"))
      }
    }
  }

  @Test func errorsComeFirst() throws {
    let levels = try check(caseFile("bad-critical.yaml"), customer("arrears.yaml")).findings.map(\.level)
    #expect(levels == levels.sorted(by: >))
  }
}
