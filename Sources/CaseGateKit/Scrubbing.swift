public import Bundles
internal import Foundation
public import Model
internal import Redaction

/// How a bundle is scrubbed.
public struct ScrubOptions: Sendable {
  /// The file of the site's pseudonym key; nil makes pseudonyms that no other run will make again.
  public var keyFile: String?
  /// How many threads work, at least 1; the output does not depend on it.
  public var jobs = ProcessInfo.processInfo.activeProcessorCount
  /// Whether the input is read twice, so that a value that is certain in one place is found in all others.
  public var learns = true
  /// Patterns (`fnmatch`) of entries that may pass unscanned.
  public var allowedUnscanned: [String] = []
  /// Whether members that cannot be scanned are left out, and listed in the output, instead of there being no output.
  public var dropsBlocked = false
  /// Whether an output that exists is replaced.
  public var replacesOutput = false
  /// Whether the output is opened again before it appears, and searched by all rules and for the values that were found.
  public var verifies = false
  /// What counts as too much.
  public var limits = Limits()

  /// Makes options: the defaults of `casegate scrub`.
  public init(keyFile: String? = nil) { self.keyFile = keyFile }
}

extension CaseGate {
  /// Rewrites files, folders and archives without personal data and secrets.
  ///
  /// The output appears in one step, and only when every entry of the input could be scanned: `complete` of the manifest
  /// says whether it did, and its entries which could not be, why, and what to send instead.
  ///
  /// - Parameters:
  ///   - paths: one file, folder or archive, or several that become members of one output.
  ///   - output: has the input's shape, or the one its name asks for (`.tar.gz`, `.zip`, a folder with a closing `/` ...).
  /// - Returns: the manifest: each entry and what became of it, digests of input, output and rules; never a value.
  /// - Throws: `Problem` of code `missing-file`, `output-conflict`, `untrusted`, `usage`, `input-output` or `internal`.
  public func scrub(
    _ paths: [String], to output: String, options: ScrubOptions = ScrubOptions()
  ) throws(Problem) -> ScrubReport {
    let key = try options.keyFile.map { path throws(Problem) in try PseudonymKeyFile.read(path) } ?? .ephemeral()
    let session = session(key: key, limits: options.limits, jobs: max(1, options.jobs))
    session.learns = options.learns
    session.allowedUnscanned = options.allowedUnscanned
    session.dropsBlocked = options.dropsBlocked
    session.looksTwice = options.verifies
    let outcome = try session.scrub(paths, to: output, replacing: options.replacesOutput)
    return manifest(outcome, session, key: key)
  }

  /// Looks for personal data and secrets in files, folders and archives; writes nothing.
  ///
  /// - Parameter report: called for each value, in the order of the input; it is told the place and kind, never the value.
  /// - Returns: the account of all entries.
  /// - Throws: `Problem` of code `missing-file`, `input-output` or `internal`, and what `report` throws.
  public func scan(
    _ paths: [String], report: @escaping (Finding) throws(Problem) -> Void = { _ in }
  ) throws(Problem) -> Ledger {
    let session = session(key: .ephemeral())
    session.onFinding = report
    try session.scan(paths)
    return session.ledger
  }
}
