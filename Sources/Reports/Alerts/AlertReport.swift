public import Model

/// The reports of a check and of a gate in the formats for other programs.
public enum AlertReport {
  /// A check: a test case for each responsibility; nil for text and JSON.
  public static func text(_ report: CheckReport, _ format: ReportFormat, version: String) throws(Problem) -> String? {
    try text(format, "casegate check", version, report.findings.map { Alert($0) }, cases(report))
  }

  /// A gate: those of the check, and one for each bundle.
  public static func text(_ report: GateReport, _ format: ReportFormat, version: String) throws(Problem) -> String? {
    let alerts =
      report.check.findings.map { Alert($0) }
      + report.bundles.flatMap { bundle in
        bundle.blocked.map { Alert(blocked: $0, in: bundle.name) } + bundle.findings.map { Alert($0, in: bundle.name) }
      }
    let bundles = report.bundles.filter { $0.verdict == .pass }.map { AlertCase(name: $0.name, skipped: nil) }
    return try text(format, "casegate gate", version, alerts, cases(report.check) + bundles)
  }

  private static func cases(_ report: CheckReport) -> [AlertCase] {
    report.results.map { result in
      switch result.state {
      case .pass, .fail, .attested, .waived: AlertCase(name: result.id, skipped: nil)
      case .cannotVerify, .notApplicable:
        AlertCase(name: result.id, skipped: "\(result.state.rawValue): \(result.because)")
      }
    }
  }

  private static func text(
    _ format: ReportFormat, _ suite: String, _ version: String, _ alerts: [Alert], _ cases: [AlertCase]
  ) throws(Problem) -> String? {
    var text = ""
    guard let writer = try format.alertWriter(suite, version: version, { text += $0 }) else { return nil }
    for alert in alerts { try writer.add(alert) }
    try writer.finish(cases)
    return text
  }
}
