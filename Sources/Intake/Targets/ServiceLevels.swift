public import Foundation
public import Model

/// Computes the targets of a case: what the table of the plan says, and an estimate of when each is due.
public struct ServiceLevels: Sendable {
  private let policy: Policy

  /// Makes a calculator.
  public init(policy: Policy) { self.policy = policy }

  /// The targets of `caseFile`, submitted at `instant`.
  ///
  /// - Throws: `Problem` of code `invalid-file` when the case names no known severity: then no row applies.
  public func targets(
    _ caseFile: CaseFile, _ customer: CustomerFile, at instant: Date, attachments: [AttachmentFacts] = []
  ) throws(Problem) -> TargetReport {
    let context = CheckContext(
      caseFile: caseFile, customer: customer, policy: policy, instant: instant, isStrict: false,
      attachments: attachments, textFindings: [], unsearchedParts: [])
    guard let report = report(context) else {
      let (place, known) = (caseFile.severity.place, policy.severities.map(\.id))
      throw Problem(
        .invalidFile, place.file, line: place.line, column: place.column,
        "'\(place.path)' names no severity, so no target applies",
        mend: "Set it to one of \(listed(known, "or"))")
    }
    return report
  }

  /// The targets; nil when the severity is missing or unknown.
  func report(_ context: CheckContext) -> TargetReport? {
    let plan = context.customer.serviceLevel.value
    let (table, isKnown) = policy.targets.table(of: plan)
    guard let severity = context.severity, let row = table.rows[severity.id] else { return nil }
    let missing = RequiredInformation(context).missing
    let start = missing.isEmpty ? context.instant : nil
    let clock = TargetClock(context.customer.calendar, start: start)
    return TargetReport(
      id: "SL-\(table.number)-\(severity.id)", serviceLevel: isKnown ? plan?.normalized ?? "" : "unknown",
      severity: severity.id, basis: severity.processed.rawValue, clockStart: start.map(clock.written),
      response: clock.target(row.response), restoration: row.restoration.map { clock.target($0) },
      resolution: row.resolution.map { clock.target($0, row.percentage) },
      notes: TargetNotes(
        context: context, severity: severity, table: table, row: row, isKnownPlan: isKnown, missing: missing,
        clock: clock
      ).all)
  }
}
