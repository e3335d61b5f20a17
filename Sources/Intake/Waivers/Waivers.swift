internal import Files
public import Foundation
public import Model
public import StrictYAML

/// The waivers of a customer, and what they change about a report.
public struct Waivers: Sendable {
  private let waivers: [Waiver]
  private let policy: Policy

  /// Reads a waiver file: a list under `waivers`, each with rule, reason, owner and expiry.
  ///
  /// - Throws: `Problem` of code `invalid-file` that names file, line and column.
  public init(_ root: YAMLValue, policy: Policy) throws(Problem) {
    try self.init(list: try root.map(["waivers"]).required("waivers"), policy: policy)
  }

  /// Reads a list of waivers, such as the one in a site's settings.
  public init(list: YAMLValue, policy: Policy) throws(Problem) {
    var waivers: [Waiver] = []
    for item in try list.list() { waivers.append(try Waiver(item, policy)) }
    self.waivers = waivers
    self.policy = policy
  }

  /// Reads the waiver file at `path`.
  public static func load(_ path: String, policy: Policy) throws(Problem) -> Waivers {
    try Waivers(try YAMLValue.parse(try InputFile.text(path), file: path), policy: policy)
  }

  /// The report with the findings waived that a waiver in force covers.
  ///
  /// A waiver that has expired, or that expires too far ahead, waives nothing and is a warning; one that covers no
  /// finding is worth knowing.
  public func applied(to report: CheckReport, _ customer: CustomerFile, at instant: Date, strict: Bool) -> CheckReport {
    let today = WallTime(instant, customer.calendar.zone).date
    let latest = today.adding(days: policy.waivers.longestDays)
    let valid = waivers.filter { $0.expires >= today && $0.expires <= latest }
    let findings =
      report.findings.map { finding in
        valid.first { $0.covers(finding) }.map(finding.waived) ?? finding
      } + waivers.compactMap { remark($0, report.findings, today, latest) }
    let order = findings.enumerated().sorted { ($1.element.level, $0.offset) < ($0.element.level, $1.offset) }
    let sorted = order.map(\.element)
    return CheckReport(
      verdict: CaseCheck.verdict(of: sorted, strict: strict, policy: policy), findings: sorted,
      results: report.results.map { result($0, findings) }, targets: report.targets)
  }

  /// The result of a responsibility all of whose warnings and errors are waived.
  private func result(_ result: CheckResult, _ findings: [CheckFinding]) -> CheckResult {
    let own = findings.filter { $0.id == result.id && $0.level > .info }
    guard own.contains(where: { $0.state == .waived }), own.allSatisfy({ $0.state == .waived }) else { return result }
    return CheckResult(id: result.id, state: .waived, because: result.because)
  }

  private func remark(
    _ waiver: Waiver, _ findings: [CheckFinding], _ today: CivilDate, _ latest: CivilDate
  ) -> CheckFinding? {
    if waiver.expires < today {
      let message = "The waiver of \(waiver.rule) expired on \(waiver.expires) and waives nothing."
      return finding(waiver, .warning, .fail, message, mend: "Mend what it waived, or decide anew and set 'expires'.")
    }
    if waiver.expires > latest {
      let message = "The waiver of \(waiver.rule) expires on \(waiver.expires), after the latest day \(latest)."
      return finding(waiver, .warning, .fail, message, mend: "Set 'expires' to \(latest) or earlier.")
    }
    guard !findings.contains(where: waiver.covers) else { return nil }
    let message = "The waiver of \(waiver.rule) covers no finding."
    return finding(waiver, .info, .notApplicable, message, mend: "Delete the waiver.")
  }

  private func finding(
    _ waiver: Waiver, _ level: Level, _ state: CheckState, _ message: String, mend: String
  ) -> CheckFinding {
    CheckFinding(
      id: waiver.rule, level: level, state: state, message: message, field: waiver.place.path, file: waiver.place.file,
      line: waiver.place.line, guide: policy[waiver.rule]?.guide ?? "", mend: mend)
  }
}

extension CheckFinding {
  /// The finding as `waiver` leaves it.
  fileprivate func waived(by waiver: Waiver) -> CheckFinding {
    CheckFinding(
      id: id, level: level, state: .waived, message: message + " Waived until \(waiver.expires).", field: field,
      file: file, line: line, guide: guide, mend: mend, fingerprint: fingerprint)
  }
}
