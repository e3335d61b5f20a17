internal import Model

/// JUnit XML as build servers read it: a test case for each entry or responsibility.
///
/// Of each test case the first findings are shown and the others counted, so that memory stays bounded.
final class JUnitWriter: AlertWriter {
  private let suite: String
  private let write: ReportSink
  private var failures: [String: Failure] = [:]
  private static let shown = 20

  private struct Failure {
    var count = 0
    var lines: [String] = []
  }

  init(_ suite: String, _ write: @escaping ReportSink) {
    self.suite = suite
    self.write = write
  }

  func add(_ alert: Alert) throws(Problem) {
    // What only informs, or is waived, fails no test.
    guard alert.waiver == nil, alert.level != .note else { return }
    failures[alert.testCase, default: Failure()].count += 1
    guard failures[alert.testCase, default: Failure()].lines.count < Self.shown else { return }
    let place = [alert.file, alert.line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    failures[alert.testCase, default: Failure()].lines.append(
      "\(alert.level.rawValue) \(alert.rule)\(place.isEmpty ? "" : " " + place): \(alert.message)")
  }

  func finish(_ cases: [AlertCase]) throws(Problem) {
    let known = Set(cases.map(\.name))
    let all = cases + failures.keys.filter { !known.contains($0) }.sorted().map { AlertCase(name: $0, skipped: nil) }
    let skipped = all.count { $0.skipped != nil && failures[$0.name] == nil }
    try write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites>
      <testsuite name="\(Markup.escaped(suite))" tests="\(all.count)" failures="\(failures.count)" errors="0" skipped="\(skipped)">

      """)
    for testCase in all {
      let start = "<testcase classname=\"\(Markup.escaped(suite))\" name=\"\(Markup.escaped(testCase.name))\""
      if let failure = failures[testCase.name] {
        let more = failure.count > Self.shown ? "\n... and \(failure.count - Self.shown) more" : ""
        let text = failure.lines.joined(separator: "\n") + more
        try write(
          "\(start)><failure message=\"\(failure.count) found\">\(Markup.escaped(text))</failure></testcase>\n")
      } else if let reason = testCase.skipped {
        try write("\(start)><skipped message=\"\(Markup.escaped(reason))\"/></testcase>\n")
      } else {
        try write("\(start)/>\n")
      }
    }
    try write("</testsuite>\n</testsuites>\n")
  }
}
