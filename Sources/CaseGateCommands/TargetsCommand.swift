internal import ArgumentParser
internal import CaseGateKit
internal import Model
internal import Reports

struct Targets: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the response, restoration and resolution targets of a case.",
    discussion: "Due times are estimates by the customer's calendar; the vendor's calendar decides.")

  @OptionGroup var submission: CaseOptions
  @OptionGroup var guide: PolicyOptions
  @OptionGroup var display: OutputOptions
  @Option(help: "text or json.") var format: Format = .text

  /// Targets are no findings, so that the formats of findings have no place for them.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func run() throws {
    let report = try CaseGate(packs: []).targets(try submission.submission(), policy: try guide.load())
    try Terminal.out(
      format == .json ? try JSONReport.text(report) : CheckText.targets(report, display.paint))
  }
}
