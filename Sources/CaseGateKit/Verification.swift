internal import Bundles
internal import Files
internal import Foundation
public import Model
internal import Receipts
internal import Redaction

/// What a second look at a bundle showed.
public struct BundleVerification: Sendable {
  /// Values that are still in it, at most 10,000 of them; the ledger counts all.
  public let findings: [Finding]
  /// The account of its entries.
  public let ledger: Ledger
  /// What does not agree with the manifest.
  public let mismatches: [String]

  /// 0 clean, 1 not, 2 not decided.
  public var status: ExitStatus {
    if !ledger.blocked.isEmpty { return .undecided }
    return ledger.totals.hits.isEmpty && mismatches.isEmpty ? .pass : .blocked
  }
}

extension CaseGate {
  /// Scans the final bytes of `bundle`, and compares them with what `manifest` says.
  public func verify(_ bundle: String, manifest: String? = nil) throws(Problem) -> BundleVerification {
    let session = session(key: .ephemeral())
    var findings: [Finding] = []
    session.onFinding = { finding throws(Problem) in if findings.count < 10_000 { findings.append(finding) } }
    try session.scan([bundle])
    var mismatches: [String] = []
    if let manifest { mismatches = try Self.mismatches(bundle, session.ledger, try Self.manifest(manifest)) }
    return BundleVerification(findings: findings, ledger: session.ledger, mismatches: mismatches)
  }

  private static func manifest(_ path: String) throws(Problem) -> ScrubReport {
    let text = try InputFile.text(path, limit: 1 << 30)
    do {
      return try JSONDecoder().decode(ScrubReport.self, from: Data(text.utf8))
    } catch {
      throw Problem(.invalidFile, path, "is not a manifest that 'casegate scrub' wrote")
    }
  }

  private static func mismatches(_ bundle: String, _ ledger: Ledger, _ manifest: ScrubReport) throws(Problem)
    -> [String]
  {
    var mismatches: [String] = []
    if !manifest.complete { mismatches.append("the manifest is of a run that wrote no output") }
    if let expected = manifest.outputSHA256, try fileDigest(of: try InputFile(bundle)) != expected {
      mismatches.append("the bundle is not the one of the manifest: its SHA-256 is another")
    }
    let kept = manifest.entries.count { $0.state != .droppedByRule && $0.state != .blocked }
    if ledger.entries.count != kept {
      mismatches.append("the bundle has \(ledger.entries.count) entries, the manifest lists \(kept)")
    }
    if ledger.totals.bytesIn != manifest.totals.bytesOut {
      mismatches.append(
        "the bundle's entries hold \(ledger.totals.bytesIn) bytes, the manifest says \(manifest.totals.bytesOut)")
    }
    if LedgerTotals(manifest.entries) != manifest.totals { mismatches.append("the manifest does not add up") }
    return mismatches
  }
}
