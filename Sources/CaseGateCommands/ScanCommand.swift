internal import ArgumentParser
internal import Bundles
internal import CaseGateKit
internal import Files
internal import Model
internal import Reports

struct Scan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find personal data and secrets; change nothing.",
    discussion: """
      Reads files, folders and archives (tar, tar.gz, zip, gz, one in the other) and says where values were found: \
      entry, line, column, category, rule, and the pseudonym that 'scrub' would write. The value itself is never shown.

        casegate scan logs/                      for people
        casegate scan logs.tar.gz --format json  for programs
        journalctl -u sip | casegate scan -      standard input

      Exit status: 0 nothing found, 1 something found, 2 something could not be scanned.
      """)

  @Argument(help: "Files, folders or archives; '-' is standard input.")
  var paths: [String]

  @OptionGroup var rules: RuleOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var keys: KeyOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "text, json, sarif, junit, github or html.")
  var format: ReportFormat = .text

  @Option(help: "Write the report to a file too, as FORMAT=PATH. May be repeated.")
  var report: [String] = []

  @Flag(help: "Say which other rules wanted the same bytes, and lost.")
  var explain = false

  func run() throws {
    let settings = try rules.settings()
    let gate = try rules.caseGate(settings, limits: limits)
    let session = gate.session(key: try keys.key(settings, quiet: true))
    session.explains = explain
    let files = try ReportFiles(report, inputs: paths + rules.files(settings) + [keys.keyFile].compactMap(\.self))
    let text = TextBuffer()
    let writers =
      [
        try ScanWriter(
          format, version: CaseGate.version, paint: output.paint,
          write: { piece throws(Problem) in try text.add(piece) })
      ]
      + (try files.scanWriters())
    session.onFinding = { finding throws(Problem) in for writer in writers { try writer.add(finding) } }
    Isolation.enter(reading: paths, writing: Paths.folders(of: files.paths))
    try session.scan(paths)
    for writer in writers { try writer.finish(session.ledger) }
    try text.flush()
    try files.commit()
    if !session.ledger.blocked.isEmpty { throw Ending(.undecided) }
    if !session.ledger.totals.hits.isEmpty { throw Ending(.blocked) }
  }
}

/// Gathers small pieces of output.
final class TextBuffer {
  private var text = ""

  func add(_ piece: String) throws(Problem) {
    text += piece
    if text.utf8.count > 64 * 1024 { try flush() }
  }

  func flush() throws(Problem) {
    if !text.isEmpty { try Terminal.out(text) }
    text = ""
  }
}
