internal import ArgumentParser
internal import Bundles
internal import CaseGateKit
internal import Files
internal import Model
internal import Reports

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Scan a scrubbed bundle again and hold it against its manifest and receipt.",
    discussion: """
        casegate verify clean.tar.gz --manifest manifest.json
        casegate verify clean.tar.gz --receipt receipt.json --public-key signing.pub --max-age 7d

      Exit status: 0 the bundle is clean and is the one of the manifest, 1 it is not, 2 it could not be scanned.
      """)

  @Argument(help: "The bundle, as it will be sent.")
  var bundle: String

  @Option(help: "The manifest that 'scrub' wrote.")
  var manifest: String?

  @Option(help: "The receipt that 'gate' wrote.")
  var receipt: String?

  @Option(help: "The public key of whoever ran the gate.")
  var publicKey: String?

  @Option(help: ArgumentHelp("How old the receipt may be: 90s, 30m, 12h, 7d.", valueName: "span"))
  var maxAge: TimeSpan?

  @Option(
    help: ArgumentHelp(
      """
      The rules that the receipt must have been given by, from 'casegate rules digest'. May be repeated; one of them \
      must fit.
      """, valueName: "sha256"))
  var rulesDigest: [String] = []

  @OptionGroup var rules: RuleOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var display: OutputOptions

  func validate() throws {
    if (receipt == nil) != (publicKey == nil) {
      throw ValidationError("--receipt and --public-key belong together.")
    }
    if receipt == nil, maxAge != nil || !rulesDigest.isEmpty {
      throw ValidationError("--max-age and --rules-digest are about a receipt; add --receipt and --public-key.")
    }
  }

  func run() throws {
    let gate = try rules.caseGate(try rules.settings(), limits: limits)
    var refusals: [Problem] = []
    if let receipt, let publicKey {
      refusals = try gate.receiptProblems(
        receipt, bundle: bundle, publicKeyPath: publicKey,
        demands: CaseGate.ReceiptDemands(maxAge: maxAge?.seconds, rulesDigests: rulesDigest))
      for refusal in refusals { try Terminal.out("\(refusal)\n") }
      if refusals.isEmpty, !display.quiet { try Terminal.out("receipt: valid for this bundle\n") }
    }
    Isolation.enter(reading: [bundle, manifest].compactMap(\.self), writing: [])
    let result = try gate.verify(bundle, manifest: manifest)
    for finding in result.findings.prefix(20) {
      try Terminal.out("\(finding.entry):\(finding.place): \(finding.category.rawValue) [\(finding.rule)]\n")
    }
    for mismatch in result.mismatches { try Terminal.out("\(mismatch)\n") }
    if !display.quiet { try Terminal.out(LedgerText.summary(result.ledger, verb: "found", paint: display.paint)) }
    if refusals.contains(where: { $0.code == .invalidFile }) { throw Ending(.undecided) }
    throw Ending(result.status == .pass && !refusals.isEmpty ? .blocked : result.status)
  }
}
