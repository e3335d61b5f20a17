internal import Foundation
public import Intake
public import Model
internal import StrictYAML

/// What the search for several issues in one case (DC-7) says to texts that were labelled by hand.
public struct IssueMatrix: Sendable {
  /// What a text is by its label.
  enum Label: String, CaseIterable, Sendable {
    case several = "several issues"
    case one = "one issue"
    case trap = "one, looks like several"
  }

  /// One file of texts.
  struct Rows: Sendable {
    let name: String
    let isTunedOn: Bool
    /// What the check says to each kind of text, as counts by level; nil stands for no finding.
    var counts: [Label: [Level?: Int]] = [:]
    /// The subjects of the texts that were judged wrongly.
    var wrong: [(label: Label, level: Level?, subject: String)] = []
  }

  let rows: [Rows]

  /// Judges all texts.
  ///
  /// - Throws: `Problem` of code `invalid-file` when a text cannot stand in a case file.
  public init(_ files: [LabelledCases], policy: Policy) throws(Problem) {
    let check = CaseCheck(policy: policy)
    let nobody = try CustomerFile(YAMLValue.parse("customer: {}", file: "customer.yaml")) { (name) throws(Problem) in
      throw Problem(.missingFile, name, "does not exist")
    }
    var rows: [Rows] = []
    for file in files {
      var row = Rows(name: file.name, isTunedOn: file.isTunedOn)
      for sample in file.samples {
        let label = sample.isSeveral ? Label.several : sample.isTrap ? .trap : .one
        let report = check.run(try sample.caseFile, nobody, at: Date(timeIntervalSince1970: 0))
        let level = report.findings.first { $0.id == "DC-7" }?.level
        row.counts[label, default: [:]][level, default: 0] += 1
        if sample.isSeveral == (level == nil) { row.wrong.append((label, level, sample.subject)) }
      }
      rows.append(row)
    }
    self.rows = rows
  }

  /// Whether all bars hold on the texts that the policy was not tuned on.
  public var passes: Bool { bars.allSatisfy(\.isMet) }

  /// The matrix, file by file, and the bars.
  public var text: String {
    var lines = ["One issue per case (DC-7)", ""]
    var table = Table(["texts", "label", "all", "no finding", "warning", "error"])
    for row in rows {
      for label in Label.allCases {
        let counts = row.counts[label] ?? [:]
        table.add([
          row.name + (row.isTunedOn ? " (tuned on)" : ""), label.rawValue, "\(counts.values.reduce(0, +))",
          "\(counts[nil] ?? 0)", "\(counts[.warning] ?? 0)", "\(counts[.error] ?? 0)",
        ])
      }
    }
    lines += table.lines + [""]
    for row in rows {
      lines += row.wrong.map { "  \(row.name): \($0.label == .several ? "missed" : "false alarm"): \($0.subject)" }
    }
    var verdict = Table(["bar, texts not tuned on", "wanted", "measured", ""])
    for bar in bars { verdict.add([bar.name, bar.wanted, bar.measured, bar.isMet ? "met" : "MISSED"]) }
    return (lines + [""] + verdict.lines).joined(separator: "\n") + "\n"
  }

  private struct Bar {
    let name: String
    let wanted: String
    let measured: String
    let isMet: Bool
  }

  private var bars: [Bar] {
    let unseen = rows.filter { !$0.isTunedOn }
    func count(_ label: Label, _ levels: [Level?]) -> Int {
      unseen.reduce(0) { sum, row in sum + levels.reduce(0) { $0 + (row.counts[label]?[$1] ?? 0) } }
    }
    let any: [Level?] = [.warning, .error]
    let traps = (alarms: count(.trap, any), all: count(.trap, any + [nil]))
    let errors = (right: count(.several, [.error]), all: Label.allCases.reduce(0) { $0 + count($1, [.error]) })
    let several = (seen: count(.several, any), all: count(.several, any + [nil]))
    return [
      Bar(
        name: "false alarms on traps", wanted: "at most 5 %", measured: "\(traps.alarms) of \(traps.all)",
        isMet: traps.all > 0 && 100 * traps.alarms <= 5 * traps.all),
      Bar(
        name: "errors that are right", wanted: "at least 95 %", measured: "\(errors.right) of \(errors.all)",
        isMet: errors.all > 0 && 100 * errors.right >= 95 * errors.all),
      Bar(
        name: "several issues seen", wanted: "at least 60 %", measured: "\(several.seen) of \(several.all)",
        isMet: several.all > 0 && 100 * several.seen >= 60 * several.all),
    ]
  }
}
