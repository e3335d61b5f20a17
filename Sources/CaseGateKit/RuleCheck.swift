internal import Detection
public import Model
public import RulePacks

/// The lint of rule packs: what `casegate rules check` says.
public enum RuleCheck {
  /// Something to mend in a pack.
  public struct Complaint: Sendable {
    /// The pack's file.
    public let file: String
    /// The line.
    public let line: Int
    /// What is wrong, and where it helps, how to mend it.
    public let reason: String
  }

  /// Checks every rule of `packs`: samples pass, there are enough of them, the rule is gated, and no text keeps it busy.
  public static func complaints(_ packs: [Pack]) throws(Problem) -> [Complaint] {
    var complaints: [Complaint] = []
    var owners: [String: String] = [:]
    for pack in packs {
      for rule in pack.rules {
        func complain(_ line: Int, _ reason: String) {
          complaints.append(Complaint(file: pack.file, line: line, reason: "rule '\(rule.id)' \(reason)"))
        }
        if let other = owners.updateValue(pack.file, forKey: rule.id), other != pack.file {
          complain(rule.line, "replaces the rule of the same id in \(other)")
        }
        if !rule.id.hasPrefix(pack.name + ".") {
          complain(rule.line, "should have an id that starts with '\(pack.name).'")
        }
        if rule.samples.match.count < 2 { complain(rule.line, "needs at least two samples that match") }
        if rule.samples.reject.count < 2 { complain(rule.line, "needs at least two samples that are rejected") }
        if rule.gates.isEmpty {
          complain(rule.line, "has no gate, so that its pattern is tried on every line; add 'gate' or 'shape'")
        }
        if let stress = StressRun.complaint(rule) { complain(rule.line, stress) }
        complaints += try SampleRun.failures(rule).map {
          Complaint(file: $0.file, line: $0.line, reason: "rule '\($0.rule)': the sample \($0.reason)")
        }
      }
    }
    return complaints
  }
}
