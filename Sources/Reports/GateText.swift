public import Model

/// The report of the gate, for people.
public enum GateText {
  /// The case's findings, each bundle, and the verdict.
  public static func report(_ report: GateReport, paint: Paint) -> String {
    var text = CheckText.report(report.check, why: false, paint: paint)
    for bundle in report.bundles {
      for entry in bundle.blocked.prefix(20) {
        text += "\(paint.red("blocked")) \(bundle.name)!\(entry.name): \(entry.reason ?? "")\n"
      }
      for finding in bundle.findings.prefix(20) {
        text +=
          "\(paint.red("found")) \(bundle.name): \(finding.entry):\(finding.place): \(finding.category.rawValue) [\(finding.rule)]\n"
      }
      if let scrubbed = bundle.scrubbed {
        text += "scrubbed \(bundle.name): \(scrubbed.hits.values.reduce(0, +)) values replaced\n"
      }
      let found = bundle.totals.hits.values.reduce(0, +)
      text +=
        "bundle \(paint.verdict(bundle.verdict)) \(bundle.name): \(bundle.totals.entries) entries, \(found) values\(bundle.sha256.map { ", sha256 " + $0 } ?? "")\n"
    }
    return text + "gate \(paint.verdict(report.verdict))\n"
  }
}
