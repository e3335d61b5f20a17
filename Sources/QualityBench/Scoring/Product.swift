internal import Bundles
internal import CaseGateKit
internal import Detection
internal import Foundation
internal import Model
internal import Redaction
internal import RulePacks

/// The product as its users run it: a folder goes in, a scrubbed folder comes out.
struct Product {
  private let session: (PseudonymKey) -> Session
  private let key: PseudonymKey

  init(_ gate: CaseGate) throws(Problem) { try self.init { gate.session(key: $0) } }

  /// The product with other rules than its own.
  init(_ rules: [Rule]) throws(Problem) {
    let detector = try Detector(rules, isReplacement: { Replacement.isOne($0, $1, $2) })
    try self.init { Session(detector, Redactor(key: $0)) }
  }

  private init(_ session: @escaping (PseudonymKey) -> Session) throws(Problem) {
    self.session = session
    // Always the same, so that two reports differ only where the product does.
    key = try PseudonymKey(text: String(repeating: "5eed", count: 16), file: "quality")
  }

  /// What a run over one bundle gave.
  struct Run {
    let output: Unpacked
    /// The findings, by the serial number of their file.
    let findings: [String: [Finding]]
    /// What a second run finds in the output.
    let again: [String: [Finding]]
    /// Parts that the product refused, with its reasons.
    let blocked: [LedgerEntry]
    /// The bundle without them, which is what was scrubbed.
    let bundle: CaseBundle
  }

  /// Scrubs `bundle` in a folder of its own, which is gone afterwards.
  func run(_ bundle: CaseBundle) throws(Problem) -> Run {
    let folder = FileManager.default.temporaryDirectory.appending(path: "casegate-quality-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try run(bundle, in: folder, attempt: 0, blocked: [])
  }

  private func run(_ bundle: CaseBundle, in folder: String, attempt: Int, blocked: [LedgerEntry]) throws(Problem) -> Run
  {
    let (input, output) = ("\(folder)/in-\(attempt)", "\(folder)/out-\(attempt)")
    try bundle.write(to: input)
    let session = self.session(key)
    let list = FindingList(session)
    let outcome = try session.scrub([input], to: output)
    guard outcome.complete else {
      // One part that cannot be scanned stops the whole bundle: go on without it, and tell.
      let refused = session.ledger.blocked
      let serials = Set(refused.map { serial(of: $0.name) })
      let rest = CaseBundle(tier: bundle.tier, nodes: bundle.nodes.filter { serials.isDisjoint(with: $0.serials) })
      guard rest.nodes.count < bundle.nodes.count else {
        throw Problem(.internalError, bundle.tier.rawValue, "is not scrubbed, and it is not said which part is refused")
      }
      return try run(rest, in: folder, attempt: attempt + 1, blocked: blocked + refused)
    }
    let second = self.session(key)
    let again = FindingList(second)
    try second.scan([output])
    return Run(
      output: try Unpacked(folder: output), findings: list.bySerial, again: again.bySerial, blocked: blocked,
      bundle: bundle)
  }
}

/// The serial number in the name of an entry, the innermost one.
func serial(of entry: String) -> String {
  Unpacked.split(String(entry.split(separator: "!").last ?? "")).serial
}

/// Collects the findings of a session.
private final class FindingList {
  private(set) var bySerial: [String: [Finding]] = [:]

  init(_ session: Session) {
    session.onFinding = { [unowned self] finding in
      // Values in names are judged by the names; their places are none of the content.
      if finding.line > 0 { bySerial[serial(of: finding.entry), default: []].append(finding) }
    }
  }
}

extension Node {
  /// The serial numbers of all parts.
  fileprivate var serials: [String] { leaves.map(\.serial) + archives.map(\.serial) }
}
