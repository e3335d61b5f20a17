import Foundation
import Intake
import Model
import Testing

@Suite struct RosterTests {
  private func report(_ instant: String, _ edits: (String, String)...) throws -> CheckReport {
    let file = try caseFile(text: text("cases/good-critical.yaml"), edits)
    return try check(file, customer("good.yaml"), at: #require(Timestamp.parse(instant)))
  }

  @Test func twoZonesCoverTheClockInWinter() throws {
    #expect(try report("2026-11-24T10:00:00Z").state("DC-11") == .pass)
  }

  @Test func daylightSavingOpensAGap() throws {
    // From 14 March 2027 on, seven in New York is 11:00 UTC and Manila's day still begins at 00:00 UTC.
    let edit = ("around_the_clock: true", "around_the_clock: false")
    let report = try report("2027-03-13T12:00:00Z", edit)
    #expect(report.levels("DC-11") == [.error])
    #expect(
      report.messages("DC-11").first?.contains("Sun 2027-03-14 19:00 to Sun 2027-03-14 20:00")
        == true, "\(report.messages("DC-11"))")
    #expect(try self.report("2027-03-13T12:00:00Z").levels("DC-11") == [.warning])
  }

  @Test func strangersAreNotOnCall() throws {
    let report = try report("2026-11-24T10:00:00Z", ("[jroe, jdoe]", "[jroe, jdoe, somebody]"))
    #expect(report.levels("DC-11") == [.warning])
  }

  @Test func wordsAloneAreAttested() throws {
    let file = try caseFile("good-critical.yaml")
    let report = try check(file, customer("pilot.yaml"))
    #expect(report.state("DC-11") == .attested)
    let silent = try caseFile(text: text("cases/good-critical.yaml"), [("around_the_clock: true, ", "")])
    #expect(try check(silent, customer("pilot.yaml")).state("DC-11") == .cannotVerify)
    #expect(try check(silent, customer("bare.yaml")).state("DC-11") == .fail)
  }
}
