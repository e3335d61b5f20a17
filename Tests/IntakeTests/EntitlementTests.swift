import Foundation
import Intake
import Model
import Testing

@Suite struct EntitlementTests {
  /// The truth table of the rule, written out a second time.
  @Test func theTruthTableHolds() throws {
    let flags = ["true", "false", nil]
    for signed in flags {
      for paid in flags {
        for programme in ["none", "pilot", "beta", nil] {
          for approved in flags {
            let contract = and(signed, paid)
            let site: Bool? = programme == nil || programme == "none" ? false : approved.map { $0 == "true" }
            let report = try check(caseFile("good-high.yaml"), customer(text: yaml(signed, paid, programme, approved)))
            let expected: CheckState =
              contract == true || site == true ? .pass : contract == false && site == false ? .fail : .cannotVerify
            #expect(
              report.state("CR-1") == expected, "\(signed ?? "-") \(paid ?? "-") \(programme ?? "-") \(approved ?? "-")"
            )
            #expect(report.levels("CR-1") == (expected == .pass ? [] : expected == .fail ? [.error] : [.warning]))
            if expected == .pass { #expect(report.because("CR-1").hasPrefix(contract == true ? "Contract" : "Site")) }
          }
        }
      }
    }
  }

  private func and(_ left: String?, _ right: String?) -> Bool? {
    if left == "false" || right == "false" { return false }
    return left == nil || right == nil ? nil : true
  }

  private func yaml(_ signed: String?, _ paid: String?, _ programme: String?, _ approved: String?) -> String {
    """
    customer:
      contract:
        valid_from: 2026-01-01
        valid_until: 2026-12-31
        signed: \(signed ?? "null")
        payment_current: \(paid ?? "null")
      site:
        programme: \(programme ?? "null")
        approved: \(approved ?? "null")
    """
  }

  @Test func theContractIsJudgedOnTheCustomersDate() throws {
    let file = try caseFile("good-high.yaml")
    // 04:30 UTC on New Year's Day is still the last day of the contract in New York, 05:30 is not.
    let before = try #require(Timestamp.parse("2027-01-01T04:30:00Z"))
    let after = try #require(Timestamp.parse("2027-01-01T05:30:00Z"))
    #expect(try check(file, customer("good.yaml"), at: before).state("CR-1") == .pass)
    let late = try check(file, customer("good.yaml"), at: after)
    #expect(late.state("CR-1") == .fail && late.state("DF-1") == .fail)
    #expect(late.messages("CR-1").first?.contains("ended on 2026-12-31") == true)
    let early = try #require(Timestamp.parse("2025-12-31T23:30:00-05:00"))
    #expect(try check(file, customer("good.yaml"), at: early).state("CR-1") == .fail)
  }

  @Test(arguments: [
    ("paid_through: 2026-12-31", "paid_through: 2026-11-23", "2026-11-23"),
    ("arrears: []", "arrears: [Stat Server]", "fees due for 'Stat Server'"),
    ("payment_current: true", "payment_current: false", "not current"),
    ("signed: true", "signed: false", "not signed"),
  ])
  func whatSpeaksAgainstItWins(_ edit: (from: String, to: String, says: String)) throws {
    let report = try check(caseFile("good-high.yaml"), goodCustomer((edit.from, edit.to)))
    #expect(report.state("CR-1") == .fail && report.verdict == .blocked)
    #expect(report.messages("CR-1").first?.contains(edit.says) == true)
  }

  @Test func aPilotNeedsNoContract() throws {
    let report = try check(caseFile("good-high.yaml"), customer("pilot.yaml"))
    #expect(report.state("CR-1") == .pass && report.state("DF-1") == .notApplicable)
  }
}
