internal import Model

/// Workflow commands (GitHub documentation, "Workflow commands for GitHub Actions"): `::error file=a,line=1::text`.
final class GitHubWriter: AlertWriter {
  private let write: ReportSink

  init(_ write: @escaping ReportSink) { self.write = write }

  func add(_ alert: Alert) throws(Problem) {
    let command =
      switch alert.waiver == nil ? alert.level : .note {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties = ["title=" + Self.property("\(alert.rule): \(alert.title)")]
    if let line = alert.line { properties.insert("line=\(line)", at: 0) }
    if let file = alert.file { properties.insert("file=" + Self.property(file), at: 0) }
    try write("::\(command) \(properties.joined(separator: ","))::\(Self.data(alert.message))\n")
  }

  func finish(_ cases: [AlertCase]) throws(Problem) {}

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
