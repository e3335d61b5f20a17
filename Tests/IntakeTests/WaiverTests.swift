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

  /// A case with a PIN in its text, and that a waiver of the finding with `fingerprint` is applied to.
  private func pinReport(_ fingerprint: String?, _ edit: (String, String) = ("", "")) throws -> CheckReport {
    let words = "Ask for PIN 4711. Nothing else was changed;"
    let file = try goodCase(
      ("Nothing else was changed;", edit.0.isEmpty ? words : words.replacing(edit.0, with: edit.1)))
    let plain = try check(file, customer("good.yaml"))
    guard let fingerprint else { return plain }
    let yaml =
      "waivers: [{rule: DC-1, fingerprint: '\(fingerprint)', reason: a b c d, owner: x, expires: 2026-12-01}]"
    return try Waivers(YAMLValue.parse(yaml, file: "waivers.yaml"), policy: Policy.builtIn())
      .applied(to: plain, customer("good.yaml"), at: demoInstant, strict: false)
  }

  @Test func secretsAreWaivedByFingerprintAlone() throws {
    let plain = try pinReport(nil)
    let finding = try #require(plain.findings.first { $0.id == "DC-1" && $0.level == .error })
    let print = try #require(finding.fingerprint)
    #expect(plain.verdict == .blocked && print.count == 16)
    #expect(
      plain.findings.allSatisfy { ($0.fingerprint != nil) == ["CR-7a", "CR-7b", "CR-7c", "DC-1"].contains($0.id) })
    #expect(try pinReport(print).verdict == .pass)
    // Another PIN, and another word anywhere in the text, are another finding.
    for edit in [("4711", "4712"), ("Ask", "Call")] {
      let report = try pinReport(print, edit)
      #expect(report.verdict == .blocked && report.levels("DC-1") == [.error, .info])
    }
    #expect(try pinReport("0000000000000000").verdict == .blocked)
  }

  @Test func lineBreaksBeforeTheTextDoNotEndAWaiver() throws {
    let text = try text("cases/bad-personal.yaml")
    let prints = try [text, "# one more line\n" + text].map { text in
      try check(caseFile(text: text), customer("good.yaml")).findings.compactMap(\.fingerprint)
    }
    #expect(prints[0] == prints[1] && Set(prints[0]).count == prints[0].count && prints[0].count == 3)
  }

  @Test(arguments: [
    "{rule: CR-7a, field: case.description, reason: a b c d, owner: x, expires: 2026-12-01}",
    "{rule: DC-1, fingerprint: '12', reason: a b c d, owner: x, expires: 2026-12-01}",
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
