import Foundation
import Intake
import Model
import StrictYAML
import TestSupport
import Testing

@Suite struct WaiverTests {
  private func report(_ edits: (String, String)..., at instant: Date = demoInstant) throws -> CheckReport {
    let file = try goodCase(("class: log}", "class: core}\n    - {path: b.log, class: log}"))
    let yaml = try edits.reduce(text("cases/waivers.yaml")) { $0.replacing($1.0, with: $1.1) }
    let waivers = try Waivers(YAMLValue.parse(yaml, file: "waivers.yaml"), policy: Policy.builtIn())
    let plain = try check(file, customer("good.yaml"), at: instant)
    #expect(plain.verdict == .blocked && plain.levels("DC-8") == [.error])
    return try waivers.applied(to: plain, customer("good.yaml"), at: instant, strict: false)
  }

  @Test func aWaivedErrorDoesNotBlock() throws {
    let report = try report()
    #expect(report.verdict == .pass && report.state("DC-8") == .waived)
    let finding = try #require(report.findings.first { $0.id == "DC-8" })
    #expect(
      finding.state == .waived && finding.level == .error && finding.message.hasSuffix("Waived until 2026-12-24."))
    #expect(report.counts["waived"] == 1)
  }

  @Test func anExpiredWaiverWaivesNothing() throws {
    let report = try report(("2026-12-24", "2026-11-23"))
    #expect(report.verdict == .blocked && report.levels("DC-8") == [.error, .warning])
  }

  @Test func aWaiverEndsAtTheCustomersMidnight() throws {
    let last = try #require(Timestamp.parse("2026-12-24T23:59:59-05:00"))
    #expect(try report(at: last).verdict == .pass)
    #expect(try report(at: last.addingTimeInterval(1)).verdict == .blocked)
  }

  @Test func aWaiverMustNotLastForEver() throws {
    #expect(try report(("2026-12-24", "2027-12-24")).verdict == .blocked)
  }

  @Test func theFieldBindsTheWaiver() throws {
    #expect(try report(("attachments[0]", "attachments[1]")).verdict == .blocked)
    #expect(try report(("attachments[0]", "attachments")).verdict == .pass)
  }

  @Test func anIdleWaiverIsNoted() throws {
    let report = try report(("waivers:", "waivers:\n  - {rule: CR-1, reason: a b c d, owner: x, expires: 2026-12-01}"))
    #expect(report.levels("CR-1") == [.info] && report.state("CR-1") == .pass)
  }

  @Test(arguments: [
    "{rule: CR-99, reason: a b c d, owner: x, expires: 2026-12-01}", "{rule: CR-1, reason: a b c d, owner: x}",
    "{rule: CR-1, reason: no, owner: x, expires: 2026-12-01}", "{rule: CR-1, reason: a b c d, expires: 2026-12-01}",
    "{rule: CR-7a, reason: a b c d, owner: x, expires: 2026-12-01}",
    "{rule: CR-1, reason: a b c d, owner: x, expires: soon}",
    "{rule: CR-1, reson: a b c d, owner: x, expires: 2026-12-01}",
  ])
  func incompleteWaiversAreProblems(_ item: String) throws {
    let root = try YAMLValue.parse("waivers: [\(item)]", file: "waivers.yaml")
    let policy = try Policy.builtIn()
    #expect(throws: Problem.self) { try Waivers(root, policy: policy) }
  }
}
