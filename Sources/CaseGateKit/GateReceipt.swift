internal import Bundles
internal import Files
public import Intake
public import Model
public import Receipts

extension CaseGate {
  /// What names casegate's gate as the verifier in a receipt.
  static let verifierID = "https://casegate.example/verifier/v1"

  /// A receipt that says of each bundle that the gate passed.
  ///
  /// - Parameters:
  ///   - report: what the gate found.
  ///   - key: the key of whoever runs the gate.
  ///   - form: the predicate; a verification summary names where the receiver expects the bundle.
  ///   - policy: the guide the case was checked by, when it is not the built-in one.
  /// - Throws: `Problem` of code `internal` when the report is not a pass: there is no receipt of a failure.
  public func receipt(
    _ report: GateReport, signedBy key: SigningKey, form: Statement.Form = .svr, policy: Intake.Policy? = nil
  ) throws(Problem) -> Envelope {
    guard report.verdict == .pass else { throw Problem(.internalError, "receipt", "the gate did not pass") }
    var subjects: [Statement.Subject] = []
    for (index, bundle) in report.bundles.enumerated() {
      guard let digest = bundle.sha256 else { throw Problem(.internalError, "receipt", "a bundle has no digest") }
      subjects.append(
        try Statement.Subject(
          name: Statement.Subject.neutralName(for: bundle.name, number: index + 1),
          digest: try ContentDigest(hex: digest)))
    }
    var policies: [Statement.Policy]
    switch form {
    case .svr:
      policies = try rulePolicies() + [try Self.guide(policy)]
      if let waivers = report.waiversSHA256 {
        policies.append(
          try Statement.Policy(uri: Statement.Policy.waiversURI, digest: try ContentDigest(hex: waivers)))
      }
    // This predicate has room for one policy.
    case .vsa: policies = [try Statement.Policy.combined(try rulePolicies(), uri: Statement.Policy.rulesURI)]
    }
    let statement = try Statement(
      subjects: subjects, form: form, verifier: Self.verifierID, policies: policies, timeCreated: .now,
      properties: [ReceiptProperty.caseCheckPassed, ReceiptProperty.scanComplete, ReceiptProperty.gatePassed])
    return try Envelope(signing: statement, with: key)
  }

  /// The bytes of a receipt, signed with the key in the file at `signingKeyFile`.
  ///
  /// - Throws: `Problem` of code `untrusted` when others can read the key, `internal` when the report is not a pass.
  public func receipt(_ report: GateReport, signingKeyFile: String) throws(Problem) -> [UInt8] {
    try receipt(report, signedBy: try KeyFile.readSigningKey(at: signingKeyFile)).bytes
  }

  /// One digest for all rule packs in force, in hexadecimal; receipts can be held against it.
  public func rulesDigest() throws(Problem) -> String { Statement.Policy.digest(ofAll: try rulePolicies()).hex }

  private func rulePolicies() throws(Problem) -> [Statement.Policy] {
    try packDigests.map { pack throws(Problem) in
      try Statement.Policy(
        uri: "\(Statement.Policy.rulesURI)/\(pack.name)@\(pack.version)", digest: try ContentDigest(hex: pack.sha256))
    }
  }

  private static func guide(_ policy: Intake.Policy?) throws(Problem) -> Statement.Policy {
    let uri = Statement.Policy.intakeURI + (policy == nil ? "" : "@custom")
    return try Statement.Policy(uri: uri, digest: ContentDigest(of: Array(try policy.inForce().text.utf8)))
  }

  /// What a receiver asks of a receipt, besides that it is genuine and for this bundle.
  public struct ReceiptDemands: Sendable {
    /// The greatest age in seconds; nil lets any.
    public var maxAge: Int?
    /// SHA-256 of rules that may have been used, of all packs together or of each; empty lets any.
    public var rulesDigests: [String]

    /// Makes demands; by default none.
    public init(maxAge: Int? = nil, rulesDigests: [String] = []) {
      self.maxAge = maxAge
      self.rulesDigests = rulesDigests
    }
  }

  /// Verifies a receipt against a bundle; gives what is wrong with it.
  public func receiptProblems(
    _ receiptPath: String, bundle: String, publicKeyPath: String, demands: ReceiptDemands = ReceiptDemands()
  ) throws(Problem) -> [Problem] {
    let bytes = try InputFile(receiptPath).readAll(limit: 1 << 20, subject: receiptPath)
    let digest = try ContentDigest(hex: try fileDigest(of: try InputFile(bundle)))
    var rules: Set<ContentDigest>? = nil
    if !demands.rulesDigests.isEmpty {
      rules = Set(try demands.rulesDigests.map { hex throws(Problem) in try ContentDigest(hex: hex) })
    }
    let result = Receipt.verify(
      bytes, bundles: [digest], key: try KeyFile.readVerifyingKey(at: publicKeyPath),
      requirements: Receipt.Requirements(
        verifiers: [Self.verifierID], allowedRules: rules, maxAge: demands.maxAge), subject: receiptPath)
    switch result {
    case .trusted: return []
    case .refused(let problems): return problems
    }
  }
}
