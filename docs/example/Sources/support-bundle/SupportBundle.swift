import CaseGateKit
import Foundation

/// Scrubs logs, checks the case with them, and writes a receipt: the three jobs in one program.
///
///     support-bundle CASE CUSTOMER LOGS OUTPUT SITE-KEY SIGNING-KEY
@main struct SupportBundle {
  static func main() {
    let words = CommandLine.arguments
    guard words.count == 7 else {
      print("usage: support-bundle CASE CUSTOMER LOGS OUTPUT SITE-KEY SIGNING-KEY")
      exit(ExitStatus.undecided.rawValue)
    }
    do {
      let verdict = try run(
        casePath: words[1], customerPath: words[2], logs: words[3], output: words[4], siteKey: words[5],
        signingKey: words[6])
      print("verdict: \(verdict.rawValue)")
      exit(ExitStatus(verdict).rawValue)
    } catch {
      print("error: \(error)")
      exit(ExitStatus.undecided.rawValue)
    }
  }

  static func run(
    casePath: String, customerPath: String, logs: String, output: String, siteKey: String, signingKey: String
  ) throws(Problem) -> Verdict {
    let gate = try CaseGate()

    let manifest = try gate.scrub([logs], to: output, options: ScrubOptions(keyFile: siteKey))
    guard manifest.complete else {
      for entry in manifest.entries where entry.state == .blocked { print("\(entry.name): \(entry.reason ?? "")") }
      return .undecided
    }
    print("replaced: \(manifest.totals.hits.values.reduce(0, +)) values in \(manifest.totals.entries) entries")

    let submission = try CaseSubmission(casePath: casePath, customerPath: customerPath, attachments: [output])
    for finding in try gate.check(submission).findings where finding.level == .error {
      print("\(finding.id): \(finding.message) \(finding.mend)")
    }

    let bundle = try OutgoingBundle(copying: output)
    let report = try gate.gate(submission, bundles: [bundle])
    guard report.verdict == .pass else { return report.verdict }
    let receipt = try gate.receipt(report, signingKeyFile: signingKey)
    print("receipt: \(receipt.count) bytes")
    return .pass
  }
}
