internal import Bundles
internal import Files
internal import Foundation
public import Intake
public import Model
public import Receipts

extension CaseGate {
  /// What names casegate's gate as the verifier in a receipt.
  static let verifierID = "https://casegate.example/verifier/v1"

  /// One verdict over a case and the bundles that go with it.
  public func gate(
    _ submission: CaseSubmission, bundles: [String], strict: Bool = false, waiversPath: String? = nil,
    policy: Intake.Policy? = nil
  ) throws(Problem) -> GateReport {
    let check = try check(submission, strict: strict, waiversPath: waiversPath, policy: policy)
    var rows: [GateReport.Bundle] = []
    for bundle in bundles {
      let digest = try fileDigest(of: try InputFile(bundle))
      let result = try verify(bundle)
      guard try fileDigest(of: try InputFile(bundle)) == digest else {
        throw Problem(.inputOutput, bundle, "changed while it was verified", mend: "Run the gate again")
      }
      let verdict: Verdict =
        switch result.status {
        case .pass: .pass
        case .blocked: .blocked
        default: .undecided
        }
      rows.append(
        GateReport.Bundle(
          name: Paths.split(bundle).name, sha256: digest, verdict: verdict,
          findings: Array(result.findings.prefix(100)), totals: result.ledger.totals, blocked: result.ledger.blocked))
    }
    return GateReport(check: check, bundles: rows)
  }

  /// A receipt that says of each bundle that the gate passed.
  ///
  /// - Parameter policy: the guide the case was checked by, when it is not the built-in one; the receipt names its digest.
  /// - Throws: `Problem` of code `internal` when the report is not a pass: there is no receipt of a failure.
  public func receipt(
    _ report: GateReport, signedBy key: SigningKey, policy: Intake.Policy? = nil
  ) throws(Problem) -> [UInt8] {
    guard report.verdict == .pass else { throw Problem(.internalError, "receipt", "the gate did not pass") }
    var subjects: [Statement.Subject] = []
    for (index, bundle) in report.bundles.enumerated() {
      subjects.append(
        try Statement.Subject(
          name: Statement.Subject.neutralName(for: bundle.name, number: index + 1),
          digest: try ContentDigest(hex: bundle.sha256)))
    }
    var policies: [Statement.Policy] = []
    for pack in packDigests {
      policies.append(
        try Statement.Policy(
          uri: "https://casegate.example/rules/\(pack.name)@\(pack.version)",
          digest: try ContentDigest(hex: pack.sha256)))
    }
    if let policy {
      policies.append(
        try Statement.Policy(
          uri: "https://casegate.example/guides/custom", digest: ContentDigest(of: Array(policy.text.utf8))))
    }
    let statement = try Statement(
      subjects: subjects, verifier: Self.verifierID, policies: policies, timeCreated: .now,
      properties: [ReceiptProperty.caseCheckPassed, ReceiptProperty.scanComplete, ReceiptProperty.gatePassed])
    return try Envelope(signing: statement, with: key).bytes
  }

  /// Verifies a receipt against a bundle; gives what is wrong with it.
  public func receiptProblems(
    _ receiptPath: String, bundle: String, publicKeyPath: String, maxAge: Int? = nil
  ) throws(Problem) -> [Problem] {
    let bytes = try InputFile(receiptPath).readAll(limit: 1 << 20, subject: receiptPath)
    let digest = try ContentDigest(hex: try fileDigest(of: try InputFile(bundle)))
    let result = Receipt.verify(
      bytes, bundles: [digest], key: try KeyFile.readVerifyingKey(at: publicKeyPath),
      requirements: Receipt.Requirements(verifiers: [Self.verifierID], maxAge: maxAge), subject: receiptPath)
    switch result {
    case .trusted: return []
    case .refused(let problems): return problems
    }
  }
}
