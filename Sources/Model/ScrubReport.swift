/// The manifest of `casegate scrub`: what was done, by which rules, to which bytes; it holds no value and no key.
public struct ScrubReport: Sendable, Codable {
  /// A rule pack that was in force.
  public struct Pack: Sendable, Hashable, Codable {
    /// The pack's name.
    public let name: String
    /// The pack's version.
    public let version: Int
    /// SHA-256 of its text, in hexadecimal.
    public let sha256: String

    /// Names a pack.
    public init(name: String, version: Int, sha256: String) {
      self.name = name
      self.version = version
      self.sha256 = sha256
    }
  }

  /// `casegate-manifest/1`.
  public let schema: String
  /// The tool's name and version.
  public let tool: String
  /// The rule packs.
  public let packs: [Pack]
  /// Names the pseudonym key without telling it.
  public let keyID: String
  /// SHA-256 of the input file, in hexadecimal; nil for a folder.
  public let inputSHA256: String?
  /// SHA-256 of the output file, in hexadecimal; nil for a folder, and when nothing was written.
  public let outputSHA256: String?
  /// Whether an output was written.
  public let complete: Bool
  /// One row for each entry of the input.
  public private(set) var entries: LedgerRows
  /// Sums over the rows.
  public let totals: LedgerTotals

  /// Makes a manifest.
  public init(
    tool: String, packs: [Pack], keyID: String, inputSHA256: String?, outputSHA256: String?, complete: Bool,
    ledger: Ledger
  ) {
    schema = "casegate-manifest/1"
    self.tool = tool
    self.packs = packs
    self.keyID = keyID
    self.inputSHA256 = inputSHA256
    self.outputSHA256 = outputSHA256
    self.complete = complete
    entries = ledger.entries
    totals = ledger.totals
  }

  /// The same manifest with no rows, for writers that write those one by one.
  public var withoutRows: ScrubReport {
    var report = self
    report.entries = LedgerRows()
    return report
  }

  enum CodingKeys: String, CodingKey {
    case schema, tool, packs
    case keyID = "key_id"
    case inputSHA256 = "input_sha256"
    case outputSHA256 = "output_sha256"
    case complete, entries, totals
  }
}

/// The report of `casegate scan`.
public struct ScanReport: Sendable, Codable {
  /// `casegate-scan/1`.
  public let schema: String
  /// The values found; never the values themselves.
  public let findings: [Finding]
  /// One row for each entry of the input.
  public let ledger: LedgerRows
  /// The number of findings by category.
  public let counts: [String: Int]

  /// Makes a report; counts follow from the ledger.
  public init(findings: [Finding], ledger: Ledger) {
    schema = "casegate-scan/1"
    self.findings = findings
    self.ledger = ledger.entries
    counts = ledger.totals.hits
  }
}
