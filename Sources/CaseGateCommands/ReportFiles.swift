internal import CaseGateKit
internal import Model
internal import Reports

/// The files named by `--report FORMAT=PATH`.
struct ReportFiles {
  private let requests: [(format: ReportFormat, file: ResultFile)]
  /// Where the reports go.
  let paths: [String]

  /// Opens the files; `inputs` is what the run works on besides.
  init(_ options: [String], inputs: [String]) throws(Problem) {
    var requests: [(ReportFormat, ResultFile)] = []
    var taken = inputs
    var paths: [String] = []
    for option in options {
      let parts = option.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let format = ReportFormat(rawValue: String(parts[0])) else {
        throw Problem(
          .usage, "--report", "must be FORMAT=PATH",
          mend: "Formats are \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      requests.append((format, try ResultFile(String(parts[1]), inputs: taken)))
      taken.append(String(parts[1]))
      paths.append(String(parts[1]))
    }
    self.paths = paths
    self.requests = requests
  }

  func scanWriters() throws(Problem) -> [ScanWriter] {
    var writers: [ScanWriter] = []
    for (format, file) in requests {
      writers.append(
        try ScanWriter(format, version: CaseGate.version, paint: Paint(isOn: false)) { text throws(Problem) in
          try file.write(text)
        })
    }
    return writers
  }

  /// Writes the same result in each format asked for.
  func write(_ text: (ReportFormat) throws(Problem) -> String) throws(Problem) {
    for (format, file) in requests {
      try file.write(try text(format))
    }
  }

  func commit() throws(Problem) { for (_, file) in requests { try file.commit() } }
}
