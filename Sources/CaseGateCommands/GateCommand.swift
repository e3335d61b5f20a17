internal import ArgumentParser
internal import CaseGateKit
internal import Files
internal import Intake
internal import Model
internal import Receipts
internal import Reports

struct Gate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run an upload only when the case is ready and every bundle is clean.",
    discussion: """
      Checks the case, scans the final bytes of each bundle, and only then runs COMMAND, in which {} stands for the \
      bundles.

        casegate gate --case case.yaml --customer customer.yaml clean.tar.gz -- curl -T {} https://upload.example.com/

      With --receipt and --signing-key a signed receipt is written before COMMAND runs; the far side verifies it with \
      'casegate verify BUNDLE --receipt F --public-key F'.

      Exit status: 0 passed (and COMMAND succeeded), 1 blocked, 2 undecided, 4 passed but COMMAND failed.
      """)

  @OptionGroup var submission: CaseOptions
  @OptionGroup var guide: PolicyOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var display: OutputOptions

  @Argument(help: "Bundles, as they will be sent.") var bundles: [String] = []
  @Flag(help: "Warnings block.") var strict = false
  @Option(help: "A file of waivers.") var waivers: String?
  @Option(help: "Write a signed receipt to this file.") var receipt: String?
  @Option(help: "The signing key, from 'casegate key new --signing'.") var signingKey: String?
  @Flag(help: "Do everything but run COMMAND.") var dryRun = false
  @Option(help: "text, json, sarif, junit or github.") var format: ReportFormat = .text
  @Option(help: "Write the report to a file too, as FORMAT=PATH. May be repeated.") var report: [String] = []
  @Argument(parsing: .postTerminator, help: ArgumentHelp("The program to run, behind '--'.", valueName: "command"))
  var command: [String] = []

  func validate() throws {
    if (receipt == nil) != (signingKey == nil) {
      throw ValidationError("--receipt and --signing-key belong together.")
    }
    if receipt != nil, !rules.disable.isEmpty {
      throw ValidationError("A receipt vouches for all rules, so --receipt and --disable exclude each other.")
    }
    if bundles.isEmpty { throw ValidationError("Name at least one bundle.") }
  }

  func run() throws {
    let settings = try rules.settings()
    if receipt != nil, !settings.disabled.isEmpty {
      throw Problem(
        .usage, settings.path ?? "", "leaves out rules, and a receipt vouches for all of them",
        mend: "Take 'disable' out of it, or name other settings with --config")
    }
    let gate = try rules.caseGate(settings)
    let inputs = [submission.casePath, submission.customerPath] + bundles
    let files = try ReportFiles(report, inputs: inputs)
    let receiptFile = try receipt.map { path throws(Problem) in try ResultFile(path, inputs: inputs) }
    let key = try signingKey.map { path throws(Problem) in try KeyFile.readSigningKey(at: path) }
    let submission = try submission.submission(attachments: bundles, class: .log)
    let policy = try guide.load()
    let result = try gate.gate(submission, bundles: bundles, strict: strict, waiversPath: waivers, policy: policy)
    func text(_ format: ReportFormat, _ paint: Paint) throws(Problem) -> String {
      if let text = try AlertReport.text(result, format, version: CaseGate.version) { return text }
      return format == .json ? try JSONReport.text(result) : GateText.report(result, paint: paint)
    }
    try files.write { (format) throws(Problem) in try text(format, Paint(isOn: false)) }
    try files.commit()
    try Terminal.out(try text(format, display.paint))
    guard result.verdict == .pass else { throw Ending(ExitStatus(result.verdict)) }
    if let receiptFile, let key {
      try receiptFile.commit(
        String(
          decoding: try gate.receipt(result, signedBy: key, policy: guide.policy == nil ? nil : policy), as: UTF8.self))
    }
    if command.isEmpty || dryRun { return }
    let words = command.flatMap { $0 == "{}" ? bundles : [$0] }
    do throws(Problem) {
      let status = try ChildProcess.run(words)
      if status == 0 { return }
      Terminal.note("the gate passed, but '\(words[0])' failed with status \(status)")
    } catch {
      Terminal.note("the gate passed, but the command did not run: \(error)")
    }
    throw Ending(.commandFailed)
  }
}
