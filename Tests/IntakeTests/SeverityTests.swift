import Intake
import Model
import Testing

@Suite struct SeverityTests {
  /// Severity, environment, and what becomes of the rule: the table of the guide, written out a second time.
  static let table: [(String, String, String, CheckState)] = [
    ("critical-production-down", "production", "SV-1", .pass),
    ("critical-production-down", "preproduction", "SV-1", .fail),
    ("critical-production-down", "test", "SV-1", .fail), ("critical-production-down", "lab", "SV-1", .fail),
    ("critical", "production", "SV-2", .pass), ("critical", "preproduction", "SV-2", .pass),
    ("critical", "test", "SV-2", .fail), ("critical", "lab", "SV-2", .fail), ("high", "lab", "SV-3", .pass),
    ("medium", "test", "SV-4", .pass), ("low", "preproduction", "SV-5", .pass),
    ("critical", "null", "SV-2", .cannotVerify), ("low", "null", "SV-5", .pass),
  ]

  @Test(arguments: table)
  func severityFitsTheEnvironment(_ row: (severity: String, environment: String, id: String, state: CheckState)) throws
  {
    let file = try goodCase(
      ("severity: high", "severity: \(row.severity)"), ("environment: production", "environment: \(row.environment)"))
    #expect(try check(file, customer("good.yaml")).state(row.id) == row.state)
  }

  @Test func preproductionIsNotedForCritical() throws {
    let file = try goodCase(
      ("severity: high", "severity: critical"), ("environment: production", "environment: preproduction"))
    #expect(try check(file, customer("good.yaml")).levels("SV-2") == [.info])
  }

  @Test(arguments: [
    ("critical-production-down", "", "SV-9", CheckState.pass), ("critical", "", "SV-9", .pass),
    ("high", "", "SV-10", .fail),
    ("high", "justification: It must be., business_case: It costs.", "SV-10", .fail), ("medium", "", "SV-11", .fail),
    ("low", "", "SV-12", .fail),
  ])
  func hotFixes(_ row: (severity: String, words: String, id: String, state: CheckState)) throws {
    let file = try goodCase(
      ("severity: high", "severity: \(row.severity)"),
      ("{requested: false, justification: null, business_case: null}", "{requested: true, \(row.words)}"))
    #expect(try check(file, customer("good.yaml")).state(row.id) == row.state)
  }

  @Test func aHighHotFixWithEverythingIsAnException() throws {
    let file = try goodCase(
      (
        "{requested: false, justification: null, business_case: null}",
        "{requested: true, justification: A, business_case: B}"
      ),
      ("management_attention: false", "management_attention: true"))
    let report = try check(file, customer("good.yaml"))
    #expect(report.state("SV-10") == .pass && report.levels("SV-10") == [.info])
    #expect(report.messages("CH-4").first?.contains("CCManagementAttention@genesys.com") == true)
  }

  @Test(arguments: ["critical", "critical-production-down"])
  func criticalMustBeTelephoned(_ severity: String) throws {
    let edit = ("severity: high", "severity: \(severity)")
    let silent = try check(goodCase(edit), customer("good.yaml"))
    #expect(silent.levels("CH-1") == [.error] && silent.state("CH-6") == .fail && silent.state("SV-7") == .fail)
    let called = ("called_at: null, by: null", "called_at: 2026-11-24T09:59:00Z, by: jroe")
    #expect(try check(goodCase(edit, called), customer("good.yaml")).state("CH-1") == .pass)
    let later = ("called_at: null, by: null", "called_at: 2026-11-24T10:01:00Z, by: jroe")
    #expect(try check(goodCase(edit, later), customer("good.yaml")).state("CH-1") == .fail)
    let anonymous = ("called_at: null, by: null", "called_at: 2026-11-24T09:59:00Z")
    #expect(try check(goodCase(edit, anonymous), customer("good.yaml")).state("CH-1") == .cannotVerify)
  }

  @Test func anUnknownSeverityIsNotRepeated() throws {
    let report = try check(goodCase(("severity: high", "severity: 4111")), customer("good.yaml"))
    #expect(report.levels("DF-5") == [.error] && !report.rendered.contains("4111") && report.targets == nil)
  }

  @Test func aQuestionIsLow() throws {
    #expect(try check(caseFile("bad-question.yaml"), customer("good.yaml")).levels("SV-5") == [.warning])
  }
}
