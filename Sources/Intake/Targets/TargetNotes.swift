internal import Foundation

/// What a reader must know to use the figures: rules, assumptions, and what keeps the clock from starting.
struct TargetNotes: Sendable {
  let context: CheckContext
  let severity: SeverityRule
  let table: TargetTables.Table
  let row: TargetTables.Row
  let isKnownPlan: Bool
  let missing: [(what: String, id: String)]
  let clock: TargetClock

  var all: [String] {
    ["An estimate: the vendor's own calendar and its confirmation of receipt decide.", plan, start]
      + (needsCalendar ? calendar : []) + shares
  }

  private var spans: [TargetSpan] { [row.response, row.restoration, row.resolution].compactMap { $0 } }
  private var needsCalendar: Bool { spans.contains(where: \.isBusiness) }

  private var plan: String {
    if isKnownPlan { return "Table \(table.number) applies to the service level." }
    let isAbsent = context.customer.serviceLevel.value == nil
    let what = isAbsent ? "No service level is recorded" : "The service level is unknown"
    return "\(what); table \(table.number), which promises less, is assumed."
  }

  private var start: String {
    guard missing.isEmpty else {
      return "The clock has not started: \(listed(missing.map { "\($0.what) missing (\($0.id))" }))."
    }
    guard context.policy["DF-8"] != nil else {
      return "Counted from the submission, with all required information complete."
    }
    return "Counted from the submission (DF-8), with all required information complete. Confirmed receipt (DF-3), "
      + "logging (DF-10) and receipt of the files (SV-8) are not known here; the latest of them counts."
  }

  private var calendar: [String] {
    let calendar = clock.calendar
    guard clock.business != nil else {
      let lack = [calendar.timeZone.value == nil ? "time_zone" : nil, calendar.weekly.value == nil ? "weekly" : nil]
      let keys = listed(lack.compactMap { $0 }.map { "'calendar.\($0)'" })
      return ["No due time for business hours and days: the customer file lacks \(keys)."]
    }
    let days =
      switch calendar.businessDay.value ?? .sameTime {
      case .sameTime: "the same time of day on a later business day"
      case .endOfDay: "the close of a later business day"
      }
    let source = calendar.businessDay.value == nil ? ", by default" : ""
    return ["Business hours in \(calendar.zone.identifier); a business day is up to \(days)\(source)."] + holidays
  }

  private var holidays: [String] {
    let calendar = clock.calendar
    guard calendar.knowsHolidays else { return ["No holidays are recorded; due times may be too early."] }
    let years = Set(spans.compactMap(clock.due).map { WallTime($0, calendar.zone).date.components.year })
    return years.sorted().filter { !calendar.knowsHolidays(of: $0) }.map {
      "No holidays are recorded for \($0); due times in it may be too early."
    }
  }

  private var shares: [String] {
    guard let percentage = row.percentage else { return [] }
    return [
      context.policy["SV-13"] == nil
        ? "\(percentage) percent is a figure about all cases, not the likelihood of this one."
        : "\(percentage) percent is a figure about all cases that need no defect corrected, not the likelihood of this one "
          + "(SV-13)."
    ]
  }
}
