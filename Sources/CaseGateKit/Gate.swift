internal import Bundles
internal import Files
public import Intake
public import Model
internal import Redaction

extension CaseGate {
  /// One verdict over a case and the bundles that go with it.
  ///
  /// - Parameters:
  ///   - submission: the case, with the bundles among its attachments.
  ///   - bundles: the bundles as they will be sent; private copies, when something is done with them afterwards.
  ///   - strict: warnings block, and what cannot be verified is an error.
  ///   - waivers: exceptions that were decided on.
  ///   - policy: whose guide is meant; nil for the one that is built in.
  /// - Throws: `Problem` of code `missing-file`, `invalid-file`, `wrong-kind` or `input-output`.
  public func gate(
    _ submission: CaseSubmission, bundles: [OutgoingBundle], strict: Bool = false, waivers: WaiverFile? = nil,
    policy: Intake.Policy? = nil
  ) throws(Problem) -> GateReport {
    let check = try check(submission, strict: strict, waivers: waivers, policy: policy)
    var rows: [GateReport.Bundle] = []
    for bundle in bundles { rows.append(try row(bundle)) }
    return GateReport(check: check, bundles: rows, waiversSHA256: waivers?.sha256)
  }

  /// One verdict over a case and the files at `bundles`, after which nothing is done with them.
  public func gate(
    _ submission: CaseSubmission, bundles: [String], strict: Bool = false, waivers: WaiverFile? = nil,
    policy: Intake.Policy? = nil
  ) throws(Problem) -> GateReport {
    try gate(submission, bundles: bundles.map { OutgoingBundle($0) }, strict: strict, waivers: waivers, policy: policy)
  }

  private func row(_ bundle: OutgoingBundle) throws(Problem) -> GateReport.Bundle {
    let name = try session(key: .ephemeral()).shownName(of: bundle.path)
    if let ledger = bundle.ledger, !bundle.isThere {
      return GateReport.Bundle(
        name: name, sha256: nil, verdict: .undecided, findings: [], totals: ledger.totals, blocked: ledger.blocked,
        scrubbed: ledger.totals)
    }
    let file = try InputFile(bundle.path)
    let digest = try fileDigest(of: file)
    let result = try verify(bundle.path)
    guard try fileDigest(of: try InputFile(bundle.path)) == digest else {
      throw Problem(.inputOutput, bundle.path, "changed while it was verified", mend: "Run the gate again")
    }
    let verdict: Verdict =
      switch result.status {
      case .pass: .pass
      case .blocked: .blocked
      default: .undecided
      }
    return GateReport.Bundle(
      name: name, sha256: digest, verdict: verdict, findings: result.findings, totals: result.ledger.totals,
      blocked: result.ledger.blocked, scrubbed: bundle.ledger?.totals)
  }
}
