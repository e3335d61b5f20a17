import Intake
import Model
import Testing

@Suite struct ContactTests {
  @Test func onePersonListedTwiceIsOne() throws {
    let report = try check(caseFile("good-high.yaml"), customer("one-contact.yaml"))
    #expect(report.state("CR-2") == .fail)
    #expect(report.levels("CR-2") == [.error, .warning])
    #expect(report.levels("CR-6") == [.error])
  }

  @Test(arguments: [
    ("status: active\n      may_report: false", "status: left\n      may_report: false", CheckState.fail),
    ("status: active\n      may_report: false", "status: on-leave\n      may_report: false", .pass),
    ("status: active\n      may_report: false", "status: null\n      may_report: false", .cannotVerify),
    ("email: john.doe@example.com", "email: JANE.roe@example.com", .fail),
    ("email: john.doe@example.com", "email: noc@example.com", .fail),
    ("may_report: false\n      may_update: true", "may_report: false\n      may_update: false", .fail),
    ("may_report: false\n      may_update: true", "may_report: false", .cannotVerify),
  ])
  func twoPersonsAreCounted(_ edit: (from: String, to: String, state: CheckState)) throws {
    #expect(try check(caseFile("good-high.yaml"), goodCustomer((edit.from, edit.to))).state("CR-2") == edit.state)
  }

  @Test(arguments: [
    ("jane.roe@example.com", "JANE.ROE@example.com", CheckState.pass), ("jane.roe@example.com", "jroe", .pass),
    ("jane.roe@example.com", "john.doe@example.com", .fail), ("jane.roe@example.com", "who@example.com", .fail),
    ("jane.roe@example.com", "null", .cannotVerify),
  ])
  func theReporterMustBeDesignated(_ edit: (from: String, to: String, state: CheckState)) throws {
    let report = try check(goodCase((edit.from, edit.to)), customer("good.yaml"))
    #expect(report.state("CR-2b") == edit.state)
    // An unknown reporter may be anybody, so the address is not repeated.
    #expect(!report.rendered.contains("who@"))
  }

  @Test func aContactOnLeaveLeavesOne() throws {
    let edit = ("status: active\n      may_report: false", "status: on-leave\n      may_report: false")
    #expect(try check(caseFile("good-high.yaml"), goodCustomer(edit)).levels("CR-6") == [.warning])
  }

  @Test func theReporterMustBeTrainedOnTheAffectedProduct() throws {
    let edit = ("- {product: SIP Server, course", "- {product: GAX, course")
    let report = try check(caseFile("good-high.yaml"), goodCustomer(edit))
    #expect(report.levels("CR-3") == [.error, .warning])
    #expect(report.state("DC-4") == .fail)
    let expired = ("completed: 2025-05-01, expires: null", "completed: 2025-05-01, expires: 2026-05-01")
    #expect(try check(caseFile("good-high.yaml"), goodCustomer(expired)).levels("CR-3") == [.warning])
    let future = ("completed: 2025-05-01", "completed: 2027-05-01")
    #expect(try check(caseFile("good-high.yaml"), goodCustomer(future)).levels("CR-3") == [.error])
  }
}
