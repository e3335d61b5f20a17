import Foundation
import Intake
import Model
import Testing

@Suite struct TargetTests {
  private func targets(
    _ severity: String, _ customer: CustomerFile, _ instant: String, _ environment: String = "production"
  ) throws -> TargetReport {
    let called = severity.hasPrefix("critical") ? "2026-01-01T00:00:00Z, by: jroe" : "null, by: null"
    let file = try goodCase(
      ("severity: high", "severity: \(severity)"), ("called_at: null, by: null", "called_at: \(called)"))
    return try ServiceLevels(policy: Policy.builtIn()).targets(file, customer, at: #require(Timestamp.parse(instant)))
  }

  /// The two tables, written out a second time.
  static let tables: [(String, String, String, String?, String?, Int?)] = [
    ("business-care", "critical-production-down", "60 minutes", "4 hours", nil, nil),
    ("pure-success", "critical", "60 minutes", nil, "24 hours", 80),
    ("business-care", "high", "4 business hours", nil, "2 business days", 80),
    ("business-care", "medium", "1 business day", nil, "5 business days", 80),
    ("pure-success", "low", "1 business day", nil, "10 business days", 80),
    ("business-care-plus", "critical-production-down", "30 minutes", "4 hours", nil, nil),
    ("premium-care", "critical", "30 minutes", nil, "24 hours", 90),
    ("pure-success-enhanced", "high", "2 business hours", nil, "2 business days", 90),
    ("premium-care", "medium", "4 business hours", nil, "5 business days", 90),
    ("business-care-plus", "low", "1 business day", nil, "10 business days", 90),
  ]

  @Test(arguments: tables)
  func theTablesAreThoseOfTheGuide(_ row: (String, String, String, String?, String?, Int?)) throws {
    let customer = try goodCustomer(("service_level: business-care", "service_level: \(row.0)"))
    let report = try targets(row.1, customer, "2026-11-24T10:00:00Z")
    #expect(report.serviceLevel == row.0 && report.id.hasSuffix(row.1))
    #expect(report.response.target == row.2 && report.restoration?.target == row.3)
    #expect(report.resolution?.target == row.4 && report.resolution?.percentage == row.5)
    #expect(report.basis == (row.1.hasPrefix("critical") ? "24x7" : "business-hours"))
  }

  @Test func anUnknownPlanGetsTheSlowerTable() throws {
    let report = try targets("high", customer("arrears.yaml"), "2026-11-24T10:00:00Z")
    #expect(report.id == "SL-1-high" && report.serviceLevel == "unknown")
    #expect(report.notes.contains { $0.contains("unknown; table 1") })
  }

  /// Instants around the traps: nights, weekends, holidays, closing times, changes of the clocks.
  @Test(arguments: [
    // In hours; over the night; at the opening; at the close; on a weekend; before a holiday.
    ("high", "2026-11-24T10:00:00-05:00", "2026-11-24T14:00:00-05:00", "2026-11-27T10:00:00-05:00"),
    ("high", "2026-11-24T15:00:00-05:00", "2026-11-25T11:00:00-05:00", "2026-11-27T15:00:00-05:00"),
    ("high", "2026-11-24T13:00:00-05:00", "2026-11-24T17:00:00-05:00", "2026-11-27T13:00:00-05:00"),
    ("high", "2026-11-24T17:00:00-05:00", "2026-11-25T13:00:00-05:00", "2026-11-30T09:00:00-05:00"),
    ("high", "2026-11-28T12:00:00-05:00", "2026-11-30T13:00:00-05:00", "2026-12-02T09:00:00-05:00"),
    ("high", "2026-11-25T16:00:00-05:00", "2026-11-27T12:00:00-05:00", "2026-11-30T16:00:00-05:00"),
    ("low", "2026-12-24T11:30:30-05:00", "2026-12-28T11:30:30-05:00", "2027-01-11T11:30:30-05:00"),
    // Clocks go back on 1 November: the wall time stays, the offset changes. Elapsed hours do not care.
    ("high", "2026-10-30T16:00:00-04:00", "2026-11-02T12:00:00-05:00", "2026-11-03T16:00:00-05:00"),
    ("critical", "2026-10-31T20:00:00-04:00", "2026-10-31T21:00:00-04:00", "2026-11-01T19:00:00-05:00"),
  ])
  func dueTimes(_ row: (severity: String, start: String, response: String, resolution: String)) throws {
    let report = try targets(row.severity, customer("good.yaml"), row.start)
    #expect(report.response.due == row.response)
    #expect(report.resolution?.due == row.resolution)
  }

  @Test func theCloseOfTheDayIsAPolicy() throws {
    let customer = try goodCustomer(("business_day: same-time", "business_day: end-of-day"))
    #expect(try targets("high", customer, "2026-11-24T10:00:00-05:00").resolution?.due == "2026-11-27T17:00:00-05:00")
  }

  @Test func withoutCalendarThereIsNoDueTime() throws {
    let report = try targets("high", customer("bare.yaml"), "2026-11-24T10:00:00Z")
    #expect(report.clockStart == "2026-11-24T10:00:00Z" && report.response.due == nil)
    #expect(report.notes.contains { $0.contains("'calendar.time_zone' and 'calendar.weekly'") })
    #expect(
      try targets("critical", customer("bare.yaml"), "2026-11-24T10:00:00Z").response.due == "2026-11-24T11:00:00Z")
  }

  @Test func theClockWaitsForTheInformation() throws {
    let file = try caseFile("bad-many-issues.yaml")
    let report = try ServiceLevels(policy: Policy.builtIn()).targets(file, customer("good.yaml"), at: demoInstant)
    #expect(report.clockStart == nil && report.response.due == nil)
    #expect(report.notes.contains { $0.contains("log or configuration file missing (SV-8)") })
  }

  @Test func withoutSeverityThereAreNoTargets() throws {
    let levels = try ServiceLevels(policy: Policy.builtIn())
    #expect(throws: Problem.self) {
      try levels.targets(caseFile("bad-empty.yaml"), customer("good.yaml"), at: demoInstant)
    }
  }

  @Test func holidayFilesCount() throws {
    // The 24th to 26th come from the calendar file, New Year's Day recurs, the 30th of November was cancelled.
    let report = try targets("high", customer("pilot.yaml"), "2026-12-23T16:00:00+11:00")
    #expect(report.response.due == "2026-12-28T10:00:00+11:00")
    let cancelled = try targets("high", customer("pilot.yaml"), "2026-11-28T16:00:00+11:00")
    #expect(cancelled.response.due == "2026-11-30T11:00:00+11:00")
  }

  @Test func aCalendarThatEndsIsNoted() throws {
    let customer = try goodCustomer((", 2027-01-01]", "]"))
    let report = try targets("low", customer, "2026-12-24T11:00:00-05:00")
    #expect(report.notes.contains { $0.contains("No holidays are recorded for 2027") })
  }
}
