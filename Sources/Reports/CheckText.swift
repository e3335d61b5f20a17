public import Model

/// The report of a case check, for people.
public enum CheckText {
  /// Verdict, findings with their mends, and targets.
  ///
  /// - Parameter why: whether each responsibility is listed with what decided it, passes included.
  public static func report(_ report: CheckReport, why: Bool, paint: Paint) -> String {
    var text = ""
    for finding in report.findings { text += self.finding(finding, paint) + "\n" }
    if why {
      text += paint.bold("Responsibilities") + "\n"
      for result in report.results {
        text += "  \(padded(result.id, 6)) \(padded(result.state.rawValue, 14)) \(result.because)\n"
      }
      text += "\n"
    }
    if let targets = report.targets { text += self.targets(targets, paint) + "\n" }
    // What is waived does not count as what it was.
    let open = report.findings.filter { $0.state != .waived }
    var counts = [Level.error, .warning, .info].compactMap { level -> String? in
      let count = open.count { $0.level == level }
      return count == 0 ? nil : "\(count) \(level.rawValue)\(count == 1 || level == .info ? "" : "s")"
    }
    if open.count < report.findings.count { counts.append("\(report.findings.count - open.count) waived") }
    return text + "case \(paint.verdict(report.verdict))"
      + (counts.isEmpty ? "" : " (" + counts.joined(separator: ", ") + ")") + "\n"
  }

  /// The targets that apply.
  public static func targets(_ report: TargetReport, _ paint: Paint) -> String {
    var text =
      paint.bold("Targets for severity \(report.severity), \(report.serviceLevel) (\(report.id), \(report.basis))")
      + "\n"
    func row(_ name: String, _ target: Target?) {
      guard let target else { return }
      let share = target.percentage.map { " in \($0) % of all cases" } ?? ""
      let due = target.due.map { ", due about \($0)" } ?? ""
      text += "  \(padded(name, 12)) \(target.target)\(share)\(due)\n"
    }
    row("response", report.response)
    row("restoration", report.restoration)
    row("resolution", report.resolution)
    if let start = report.clockStart { text += "  \(padded("from", 12)) \(start)\n" }
    for note in report.notes { text += "  \(paint.dim("note: " + note))\n" }
    return text
  }

  private static func finding(_ finding: CheckFinding, _ paint: Paint) -> String {
    let level =
      switch finding.level {
      case .error: paint.red("error")
      case .warning: paint.yellow("warning")
      case .info: paint.dim("info")
      }
    var place = finding.file ?? ""
    if let line = finding.line { place += ":\(line)" }
    let field = finding.field.map { " (\($0))" } ?? ""
    let print = finding.fingerprint.map { ", fingerprint \($0)" } ?? ""
    return """
      \(level) \(paint.bold(finding.id)) \(place.isEmpty ? "" : place + ": ")\(finding.message)\(field)
        mend: \(finding.mend) \(paint.dim("[guide \(finding.guide)\(print)]"))

      """
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
