internal import Model

/// Writes alerts in a format for other programs, as they come.
protocol AlertWriter: AnyObject {
  func add(_ alert: Alert) throws(Problem)
  /// Ends the report; `cases` are all entries or responsibilities that were looked at.
  func finish(_ cases: [AlertCase]) throws(Problem)
}

/// Something that was looked at, whether anything was found or not.
struct AlertCase {
  let name: String
  /// Why it was not decided; nil when it was.
  let skipped: String?
}

/// Where a report goes, piece by piece.
typealias ReportSink = (String) throws(Problem) -> Void

extension ReportFormat {
  /// The writer of a format; nil for text and JSON, which show more than alerts.
  ///
  /// - Parameter suite: names the run, such as `casegate scan`.
  func alertWriter(_ suite: String, version: String, _ write: @escaping ReportSink) throws(Problem) -> (
    any AlertWriter
  )? {
    switch self {
    case .text, .json: nil
    case .sarif: try SARIFWriter(suite, version: version, write)
    case .junit: JUnitWriter(suite, write)
    case .github: GitHubWriter(write)
    case .html: try HTMLWriter(suite, version: version, write)
    }
  }
}
