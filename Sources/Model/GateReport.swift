/// The report of `casegate gate`: one verdict over the case and all bundles.
public struct GateReport: Sendable, Codable {
  /// One bundle as it was verified.
  public struct Bundle: Sendable, Codable {
    /// The name without its folder.
    public let name: String
    /// SHA-256 of the bytes that were verified, in hexadecimal; nil when scrubbing left nothing to verify.
    public let sha256: String?
    /// Whether it may be sent.
    public let verdict: Verdict
    /// Values still in it, the first 10,000 of them; `totals` counts all.
    public let findings: [Finding]
    /// Sums over its entries.
    public let totals: LedgerTotals
    /// Why entries could not be scanned.
    public let blocked: [LedgerEntry]
    /// Sums over what scrubbing it first replaced; nil when it was taken as it is.
    public let scrubbed: LedgerTotals?

    /// Makes a row.
    public init(
      name: String, sha256: String?, verdict: Verdict, findings: [Finding], totals: LedgerTotals,
      blocked: [LedgerEntry], scrubbed: LedgerTotals? = nil
    ) {
      self.name = name
      self.sha256 = sha256
      self.verdict = verdict
      self.findings = findings
      self.totals = totals
      self.blocked = blocked
      self.scrubbed = scrubbed
    }
  }

  /// `casegate-gate/1`.
  public let schema: String
  /// The outcome: `undecided` outweighs `blocked`, `blocked` outweighs `pass`.
  public let verdict: Verdict
  /// The check of the case.
  public let check: CheckReport
  /// The bundles.
  public let bundles: [Bundle]
  /// SHA-256 of the waivers that were applied, in hexadecimal; nil when there were none.
  public let waiversSHA256: String?

  /// Makes a report; the verdict follows from its parts.
  public init(check: CheckReport, bundles: [Bundle], waiversSHA256: String? = nil) {
    schema = "casegate-gate/1"
    self.waiversSHA256 = waiversSHA256
    self.check = check
    self.bundles = bundles
    let all = [check.verdict] + bundles.map(\.verdict)
    verdict = all.contains(.undecided) ? .undecided : all.contains(.blocked) ? .blocked : .pass
  }

  enum CodingKeys: String, CodingKey {
    case schema, verdict, check, bundles
    case waiversSHA256 = "waivers_sha256"
  }
}
