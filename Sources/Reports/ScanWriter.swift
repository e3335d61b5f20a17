public import Model

/// Writes the report of a scan while the scan runs, so that its length does not matter.
public final class ScanWriter {
  private let format: ReportFormat
  private let paint: Paint
  private let write: (String) throws(Problem) -> Void
  /// Writes the formats for other programs.
  private let alerts: (any AlertWriter)?
  private var count = 0

  /// Makes a writer that hands its text to `write`.
  public init(
    _ format: ReportFormat, version: String, paint: Paint, write: @escaping (String) throws(Problem) -> Void
  ) throws(Problem) {
    self.format = format
    self.paint = paint
    self.write = write
    alerts = try format.alertWriter("casegate scan", version: version, write)
    if format == .json { try write("{\"schema\":\"casegate-scan/1\",\n\"findings\":[") }
  }

  /// Adds a finding.
  public func add(_ finding: Finding) throws(Problem) {
    defer { count += 1 }
    try alerts?.add(Alert(finding))
    switch format {
    case .sarif, .junit, .github, .html: break
    case .json: try write((count == 0 ? "\n" : ",\n") + (try JSONReport.line(finding)))
    case .text:
      let pseudonym = finding.pseudonym.map { paint.dim(" -> " + printable($0)) } ?? ""
      try write(
        "\(finding.entry):\(finding.place): \(paint.bold(finding.category.rawValue)), "
          + "\(finding.byteLength) bytes [\(finding.rule)]\(pseudonym)\n")
      for claim in finding.claims ?? [] { try write(paint.dim("    lost by \(claim)") + "\n") }
    }
  }

  /// Ends the report.
  public func finish(_ ledger: Ledger) throws(Problem) {
    for entry in ledger.blocked { try alerts?.add(Alert(blocked: entry)) }
    try alerts?.finish(ledger.entries.map { AlertCase(name: $0.name, skipped: nil) })
    switch format {
    case .sarif, .junit, .github, .html: break
    case .json:
      var rows = ""
      for (index, entry) in ledger.entries.enumerated() {
        rows += (index == 0 ? "\n" : ",\n") + (try JSONReport.line(entry))
      }
      try write("],\n\"ledger\":[\(rows)],\n\"counts\":\(try JSONReport.line(ledger.totals.hits))}\n")
    case .text: try write(LedgerText.summary(ledger, verb: "found", paint: paint))
    }
  }
}
