internal import ArgumentParser
internal import CaseGateKit
internal import Files
internal import Model
internal import Reports

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a case against every responsibility of the support guide.",
    discussion: """
        casegate check --case case.yaml --customer customer.yaml
        casegate check --case case.yaml --customer customer.yaml --why
        casegate check --case case.yaml --customer customer.yaml --update answer.eml
        casegate check --case case.yaml --customer customer.yaml --split drafts

      Exit status: 0 ready to submit (warnings allowed), 1 something must be mended first, 2 a file could not be read.
      """)

  @OptionGroup var submission: CaseOptions
  @OptionGroup var guide: PolicyOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var display: OutputOptions

  @Option(help: "A further file that will be sent along. May be repeated.") var attachment: [String] = []
  @Option(
    help: ArgumentHelp(
      """
      An e-mail message that adds to the case. It must come from a contact who may update, keep to the case's topic, and \
      hold no personal data, attachments included; 'casegate scrub' makes text and files of it that may be sent.
      """, valueName: "eml"))
  var update: String?
  @Option(
    help: ArgumentHelp(
      "When the case seems to hold several issues, write one draft per issue into this folder, to be reviewed.",
      valueName: "folder"))
  var split: String?
  @Flag(help: "Warnings block, and what cannot be verified is an error.") var strict = false
  @Option(help: "A file of waivers.") var waivers: String?
  @Flag(help: "List every responsibility with what decided it.") var why = false
  @Option(help: "text, json, sarif, junit, github or html.") var format: ReportFormat = .text
  @Option(help: "Write the report to a file too, as FORMAT=PATH. May be repeated.") var report: [String] = []

  func validate() throws {
    if split != nil, update != nil {
      throw ValidationError("--split takes a case apart, not an update; put a new problem of an update into a case.")
    }
  }

  func run() throws {
    let settings = try rules.settings()
    let gate = try rules.caseGate(settings)
    let inputs = [submission.casePath, submission.customerPath] + attachment + [update, waivers].compactMap(\.self)
    let files = try ReportFiles(report, inputs: inputs + rules.files(settings))
    let policy = try guide.load()
    let waiverFile = try settings.waiverFile(or: waivers)
    let submitted = try submission.submission(attachments: attachment, update: update)
    let drafts = split == nil ? [] : try gate.split(casePath: submission.casePath, policy: policy)
    Isolation.enter(
      reading: submitted.locations + [update].compactMap(\.self),
      writing: Paths.folders(of: files.paths + [split].compactMap(\.self)))
    let result = try gate.check(submitted, strict: strict, waivers: waiverFile, policy: policy)
    func text(_ format: ReportFormat, _ paint: Paint) throws(Problem) -> String {
      if let text = try AlertReport.text(result, format, version: CaseGate.version) { return text }
      return format == .json ? try JSONReport.text(result) : CheckText.report(result, why: why, paint: paint)
    }
    try files.write { (format) throws(Problem) in try text(format, Paint(isOn: false)) }
    try files.commit()
    try Terminal.out(try text(format, display.paint))
    if let split { try write(drafts, to: split) }
    throw Ending(ExitStatus(result.verdict))
  }

  private func write(_ drafts: [CaseDraft], to folder: String) throws {
    guard !drafts.isEmpty else {
      return Terminal.note("nothing shows where one issue of the case ends and another begins: no drafts")
    }
    for path in try TextFile.write(drafts.map(\.text), into: folder, name: "case-", ending: ".yaml") {
      Terminal.note("wrote \(path)")
    }
  }
}
