internal import Model

/// A page for people who get a report by mail or from a build server: one file, without scripts and without links.
final class HTMLWriter: AlertWriter {
  private let write: ReportSink
  private var counts: [Alert.Level: Int] = [:]
  private var waived = 0
  private var rows = 0

  init(_ suite: String, version: String, _ write: @escaping ReportSink) throws(Problem) {
    self.write = write
    let name = Markup.escaped(suite)
    try write(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="generator" content="casegate \(Markup.escaped(version))">
      <title>\(name)</title>
      <style>
      body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #222 }
      table { border-collapse: collapse; width: 100% }
      th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #ddd }
      td.place, td.rule { font-family: ui-monospace, monospace; font-size: .875rem; overflow-wrap: anywhere }
      .error { color: #a11; font-weight: 600 } .warning { color: #850 } .note, .waived { color: #456 }
      @media (prefers-color-scheme: dark) {
        body { background: #181818; color: #ddd } th, td { border-color: #444 }
        .error { color: #f88 } .warning { color: #eb6 } .note, .waived { color: #9bd }
      }
      </style>
      </head>
      <body>
      <h1>\(name)</h1>
      <table>
      <thead><tr><th>level</th><th>rule</th><th>place</th><th>what</th></tr></thead>
      <tbody>

      """)
  }

  func add(_ alert: Alert) throws(Problem) {
    rows += 1
    let level = alert.waiver == nil ? alert.level.rawValue : "waived"
    if alert.waiver == nil { counts[alert.level, default: 0] += 1 } else { waived += 1 }
    let place = [alert.file, alert.line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    try write(
      "<tr><td class=\"\(level)\">\(level)</td><td class=\"rule\">\(Markup.escaped(alert.rule))</td>"
        + "<td class=\"place\">\(Markup.escaped(place))</td><td>\(Markup.escaped(alert.message))</td></tr>\n")
  }

  func finish(_ cases: [AlertCase]) throws(Problem) {
    if rows == 0 { try write("<tr><td colspan=\"4\">Nothing was found.</td></tr>\n") }
    let skipped = cases.filter { $0.skipped != nil }
    try write(
      """
      </tbody>
      </table>
      <p>\(counts[.error] ?? 0) errors, \(counts[.warning] ?? 0) warnings, \(counts[.note] ?? 0) notes, \(waived) waived; \
      looked at \(cases.count), of which \(skipped.count) were not decided.</p>

      """)
    if !skipped.isEmpty {
      try write("<details><summary>Not decided</summary><ul>\n")
      for item in skipped {
        try write("<li>\(Markup.escaped(item.name)): \(Markup.escaped(item.skipped ?? ""))</li>\n")
      }
      try write("</ul></details>\n")
    }
    try write("</body>\n</html>\n")
  }
}
