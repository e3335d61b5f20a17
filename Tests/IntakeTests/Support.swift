import Foundation
import Intake
import Model
import StrictYAML
import TestSupport

/// The instant of the demonstration: a Tuesday in November, 05:00 in New York.
let demoInstant = Date(timeIntervalSince1970: 1_795_514_400)

func caseFile(_ name: String) throws -> CaseFile {
  try CaseFile.load(Repository.fixtures.appending(path: "cases/\(name)").path(percentEncoded: false))
}

func customer(_ name: String) throws -> CustomerFile {
  try CustomerFile.load(Repository.fixtures.appending(path: "customers/\(name)").path(percentEncoded: false))
}

func text(_ path: String) throws -> String {
  try String(contentsOf: Repository.fixtures.appending(path: path), encoding: .utf8)
}

/// Reads a case from text; `edits` replace parts of it.
func caseFile(text: String, _ edits: [(String, String)] = []) throws -> CaseFile {
  try CaseFile(YAMLValue.parse(edited(text, edits), file: "case.yaml"))
}

func customer(text: String, _ edits: [(String, String)] = []) throws -> CustomerFile {
  try CustomerFile(YAMLValue.parse(edited(text, edits), file: "customer.yaml")) { (name) throws(Problem) in
    throw Problem(.missingFile, name, "does not exist")
  }
}

private func edited(_ text: String, _ edits: [(String, String)]) throws -> String {
  try edits.reduce(text) { text, edit in
    guard text.contains(edit.0) else { throw Problem(.internalError, "", "the fixture lacks '\(edit.0)'") }
    return text.replacing(edit.0, with: edit.1)
  }
}

/// The good case, with `edits`.
func goodCase(_ edits: (String, String)...) throws -> CaseFile {
  try caseFile(text: text("cases/good-high.yaml"), edits)
}

/// The good customer, with `edits`.
func goodCustomer(_ edits: (String, String)...) throws -> CustomerFile {
  try customer(text: text("customers/good.yaml"), edits)
}

func check(
  _ caseFile: CaseFile, _ customer: CustomerFile, at instant: Date = demoInstant, strict: Bool = false,
  attachments: [AttachmentFacts] = [], textFindings: [TextFinding] = []
) throws -> CheckReport {
  try CaseCheck(policy: Policy.builtIn()).run(
    caseFile, customer, at: instant, strict: strict, attachments: attachments, textFindings: textFindings)
}

extension CheckReport {
  func state(_ id: String) -> CheckState? { results.first { $0.id == id }?.state }
  func because(_ id: String) -> String { results.first { $0.id == id }?.because ?? "" }
  func levels(_ id: String) -> [Level] { findings.filter { $0.id == id }.map(\.level) }
  func messages(_ id: String) -> [String] { findings.filter { $0.id == id }.map(\.message) }

  /// The report as text, for goldens.
  var rendered: String {
    var lines = ["verdict \(verdict.rawValue)", ""]
    for finding in findings {
      let file = finding.file.map { URL(filePath: $0).lastPathComponent } ?? "-"
      lines.append("\(finding.level.rawValue) \(finding.id) \(finding.state.rawValue) \(file):\(finding.line ?? 0)")
      lines.append("  \(finding.field ?? "-"): \(finding.message)")
      lines.append("  mend: \(finding.mend)")
    }
    lines.append("")
    lines += results.filter { !$0.id.hasPrefix("VR-") }.map { "\($0.id) \($0.state.rawValue): \($0.because)" }
    if let targets {
      lines += ["", targets.rendered]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension TargetReport {
  /// The report as text, for goldens.
  var rendered: String {
    func row(_ name: String, _ target: Target?) -> String? {
      target.map { "\(name): \($0.target), due \($0.due ?? "-"), \($0.percentage.map { "\($0) percent" } ?? "-")" }
    }
    let head = "\(id) \(serviceLevel) \(severity) \(basis) start \(clockStart ?? "-")"
    let rows = [row("response", response), row("restoration", restoration), row("resolution", resolution)]
    return ([head] + rows.compactMap { $0 } + notes.map { "- \($0)" }).joined(separator: "\n")
  }
}

/// SplitMix64: the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
