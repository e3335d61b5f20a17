public import Bundles
public import Detection
internal import Files
// The words that results are told in belong to the front door.
@_exported public import Model
internal import Receipts
public import Redaction
public import RulePacks

/// The library's front door: rules made ready, and the three jobs.
///
/// ```swift
/// let gate = try CaseGate()
/// let manifest = try gate.scrub(["logs.tar.gz"], to: "clean.tar.gz", options: ScrubOptions(keyFile: "site.key"))
/// let submission = try CaseSubmission(
///   casePath: "case.yaml", customerPath: "customer.yaml", attachments: ["clean.tar.gz"])
/// let verdict = try gate.gate(submission, bundles: ["clean.tar.gz"]).verdict
/// ```
public struct CaseGate: Sendable {
  /// The version of the tool and the library.
  public static let version = "0.1.0"
  /// The rules in force.
  public let rules: RuleSet
  /// What becomes of values.
  public let styles: StyleSettings
  /// The rules ready to scan.
  public let detector: Detector
  /// What a bundle may grow to.
  public var limits = Limits()
  /// Called on another thread when a run works for `limits.stall` seconds without getting ahead.
  ///
  /// Whoever sets it ends the process there, because what hangs cannot be asked to stop. Nil watches nothing.
  public var onStall: (@Sendable () -> Void)?

  /// Reads the built-in packs and the user's.
  ///
  /// - Parameters:
  ///   - ruleFiles: packs, or folders of packs whose names end in `.yaml` or `.yml`.
  ///   - disabled: ids of rules to leave out.
  ///   - styles: what becomes of values.
  /// - Throws: `Problem` of code `missing-file`, `invalid-file`, `invalid-rule` or `usage`.
  public init(
    ruleFiles: [String] = [], disabling disabled: [String] = [], styles: StyleSettings = StyleSettings()
  ) throws(Problem) {
    self.styles = styles
    rules = try styles.applied(to: RuleSet(adding: try Self.packs(ruleFiles), disabling: disabled))
    detector = try Detector(rules.rules, isReplacement: { Replacement.isOne($0, $1, $2) })
  }

  /// Makes a gate of `packs` alone, without the built-in ones.
  public init(packs: [Pack]) throws(Problem) {
    styles = StyleSettings()
    rules = try RuleSet(packs: packs)
    detector = try Detector(rules.rules, isReplacement: { Replacement.isOne($0, $1, $2) })
  }

  /// Reads packs from files and folders.
  public static func packs(_ paths: [String]) throws(Problem) -> [Pack] {
    var packs: [Pack] = []
    for path in paths {
      for file in try files(path) { packs.append(try Pack(try InputFile.text(file), file: file)) }
    }
    return packs
  }

  private static func files(_ path: String) throws(Problem) -> [String] {
    guard Paths.status(path, followingLinks: true)?.kind == .directory else { return [path] }
    let names = try Paths.list(path).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    guard !names.isEmpty else {
      throw Problem(.usage, path, "holds no rule pack", mend: "A pack is a file whose name ends in .yaml")
    }
    return names.map { path + "/" + $0 }
  }

  /// Starts a run over a bundle.
  ///
  /// - Parameter vault: gets the pseudonyms of the run, and is written before the output of a scrub appears.
  public func session(
    key: PseudonymKey, vault: VaultFile? = nil, limits: Limits? = nil, jobs: Int = 1
  ) -> Session {
    let redactor = redactor(key: key, recorder: vault?.recorder)
    let session = Session(detector, redactor, limits: limits ?? self.limits, jobs: jobs)
    session.onStall = onStall
    if let vault { session.beforeCommit = { _ throws(Problem) in try vault.save() } }
    return session
  }

  /// What turns values into replacements, in the styles that are set.
  public func redactor(key: PseudonymKey, recorder: VaultRecorder? = nil) -> Redactor {
    Redactor(key: key, style: styles.standard, categories: styles.categories, recorder: recorder)
  }

  /// The packs with their digests, for manifests and receipts.
  public var packDigests: [ScrubReport.Pack] {
    rules.packs.map {
      ScrubReport.Pack(name: $0.name, version: $0.version, sha256: ContentDigest(of: Array($0.text.utf8)).hex)
    }
  }

  /// The manifest of a run.
  public func manifest(_ outcome: Session.Outcome, _ session: Session, key: PseudonymKey) -> ScrubReport {
    ScrubReport(
      tool: "casegate \(Self.version)", packs: packDigests, keyID: key.identifier, inputSHA256: outcome.inputSHA256,
      outputSHA256: outcome.outputSHA256, complete: outcome.complete, ledger: session.ledger)
  }
}
