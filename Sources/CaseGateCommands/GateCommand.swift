internal import ArgumentParser
internal import Bundles
internal import CaseGateKit
internal import Files
internal import Foundation
internal import Intake
internal import Model
internal import Receipts
internal import Redaction
internal import Reports

struct Gate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run an upload only when the case is ready and every bundle is clean.",
    discussion: """
      Checks the case, scans the final bytes of each bundle, and only then runs COMMAND, in which {} stands for the \
      bundles. What COMMAND gets is a private copy with the same name: the very bytes that were scanned and that the \
      receipt names, whatever becomes of the original meanwhile.

        casegate gate --case case.yaml --customer customer.yaml clean.tar.gz -- curl -T {} https://upload.example.com/
        casegate gate --case case.yaml --customer customer.yaml clean.tar.gz -- curl -F file=@{} https://upload.example.com/
        casegate gate --case case.yaml --customer customer.yaml --scrub --key-file site.key logs/ -- ./upload.sh {}

      With --receipt and --signing-key a signed receipt is written before COMMAND runs; the far side verifies it with \
      'casegate verify BUNDLE --receipt F --public-key F'.

      Exit status: 0 passed (and COMMAND succeeded), 1 blocked, 2 undecided, 4 passed but COMMAND failed.
      """)

  @OptionGroup var submission: CaseOptions
  @OptionGroup var guide: PolicyOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var display: OutputOptions

  @Argument(help: "Bundles, as they will be sent.") var bundles: [String] = []
  @Flag(help: "Warnings block.") var strict = false
  @Option(help: "A file of waivers.") var waivers: String?
  @Flag(help: "Scrub the bundles first, and send the result; a folder becomes a tar.gz.") var scrub = false
  @OptionGroup var keys: KeyOptions
  @OptionGroup var styles: StyleOptions
  @Option(help: ArgumentHelp("Keep a copy of what passed in this folder.", valueName: "folder")) var keep: String?
  @OptionGroup var receipts: ReceiptOptions
  @Flag(help: "Do everything but run COMMAND.") var dryRun = false
  @Option(help: ArgumentHelp("How long COMMAND may take: 90s, 30m, 12h.", valueName: "span")) var timeout: TimeSpan?
  @Option(help: "text, json, sarif, junit, github or html.") var format: ReportFormat = .text
  @Option(help: "Write the report to a file too, as FORMAT=PATH. May be repeated.") var report: [String] = []
  @Argument(parsing: .postTerminator, help: ArgumentHelp("The program to run, behind '--'.", valueName: "command"))
  var command: [String] = []

  func validate() throws {
    if receipts.receipt != nil, !rules.disable.isEmpty {
      throw ValidationError("A receipt vouches for all rules, so --receipt and --disable exclude each other.")
    }
    if bundles.isEmpty { throw ValidationError("Name at least one bundle.") }
    if !scrub, keys.keyFile != nil || !styles.style.isEmpty {
      throw ValidationError("--key-file and --style are for --scrub.")
    }
    if scrub, keep == nil, command.isEmpty || dryRun {
      throw ValidationError("With --scrub, say where the result goes: behind '--', or with --keep.")
    }
  }

  func run() throws {
    let settings = try rules.settings()
    if receipts.receipt != nil, !settings.disabled.isEmpty {
      throw Problem(
        .usage, settings.path ?? "", "leaves out rules, and a receipt vouches for all of them",
        mend: "Take 'disable' out of it, or name other settings with --config")
    }
    let gate = try rules.caseGate(settings, styles: scrub ? styles : nil, limits: limits)
    let optional = [waivers, keys.keyFile, receipts.signingKey].compactMap(\.self)
    let inputs = [submission.casePath, submission.customerPath] + bundles + optional + rules.files(settings)
    let files = try ReportFiles(report, inputs: inputs + [receipts.receipt].compactMap(\.self))
    let receipt = try receipts.open(apartFrom: inputs)
    let upload = try UploadCommand(dryRun ? [] : command, bundles: bundles.count)
    if let keep { try OutgoingBundle.checkRoom(in: keep, for: scrub ? [] : bundles) }
    let key = scrub ? try keys.key(settings, quiet: display.quiet) : nil
    let outgoing = try shielded(reading: bundles) { () throws(Problem) -> [OutgoingBundle] in
      try self.outgoing(gate, key, isSent: !upload.isEmpty)
    }
    let attachments = zip(bundles, outgoing).map { $1.isThere ? $1.path : $0 }
    let submission = try submission.submission(attachments: attachments, class: .log)
    let policy = try guide.load()
    let waiverFile = try settings.waiverFile(or: waivers)
    let result = try shielded(reading: bundles + outgoing.map(\.path) + submission.locations) {
      () throws(Problem) -> GateReport in
      try gate.gate(submission, bundles: outgoing, strict: strict, waivers: waiverFile, policy: policy)
    }
    func text(_ format: ReportFormat, _ paint: Paint) throws(Problem) -> String {
      if let text = try AlertReport.text(result, format, version: CaseGate.version) { return text }
      return format == .json ? try JSONReport.text(result) : GateText.report(result, paint: paint)
    }
    try files.write { (format) throws(Problem) in try text(format, Paint(isOn: false)) }
    try files.commit()
    try Terminal.out(try text(format, display.paint))
    guard result.verdict == .pass else { throw Ending(ExitStatus(result.verdict)) }
    if let keep { for bundle in outgoing { try bundle.keep(in: keep) } }
    if let receipt {
      let envelope = try gate.receipt(
        result, signedBy: receipt.key, form: receipts.form, policy: guide.policy == nil ? nil : policy)
      try receipt.file.commit(String(decoding: envelope.bytes, as: UTF8.self))
    }
    if upload.isEmpty { return }
    if !upload.namesBundles, !display.quiet {
      Terminal.note("note: COMMAND has no {}, so it is not told where the bytes are that passed")
    }
    // The copies are gone with the objects that made them, so these live until the program has ended.
    let failure = withExtendedLifetime(outgoing) { upload.run(on: outgoing.map(\.path), timeout: timeout?.seconds) }
    guard let failure else { return }
    Terminal.note("the gate passed, but \(failure)")
    throw Ending(.commandFailed)
  }

  /// Runs `body` with hardly more rights than to read the bundles; COMMAND, which comes later, keeps its own.
  private func shielded<Value>(
    reading: [String], _ body: @escaping () throws(Problem) -> Value
  ) throws(Problem) -> Value {
    let places = PrivateFolder.places(beside: bundles)
    return try Isolation.run(reading: reading, writing: places) { () -> Result<Value, Problem> in
      do throws(Problem) { return .success(try body()) } catch { return .failure(error) }
    }.get()
  }

  /// The bundles as they will be sent.
  private func outgoing(_ gate: CaseGate, _ key: PseudonymKey?, isSent: Bool) throws(Problem) -> [OutgoingBundle] {
    guard let key else {
      return try bundles.map { path throws(Problem) in
        isSent || keep != nil ? try OutgoingBundle(copying: path) : OutgoingBundle(path)
      }
    }
    return try bundles.map { path throws(Problem) in
      let jobs = ProcessInfo.processInfo.activeProcessorCount
      let session = gate.session(key: key, jobs: jobs)
      session.looksTwice = true
      return try OutgoingBundle(scrubbing: path, with: session)
    }
  }
}
