internal import Detection
internal import PCRE2
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

  /// Checks every rule of `packs`.
  ///
  /// Ids, samples and their number, gates that lose nothing, groups, patterns that no text keeps busy, and rules that
  /// others leave nothing to find.
  public static func complaints(_ packs: [Pack]) throws(Problem) -> [Complaint] {
    var complaints: [Complaint] = []
    var owners: [String: String] = [:]
    let set = try RuleSet(adding: packs)
    let all = try Detector(set.rules)
    let texts = set.rules.flatMap { $0.samples.match + $0.samples.reject }.map(\.text)
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
        if rule.pattern.hasStrayGroups {
          complain(
            rule.line, "has groups but none named 'value', so that the whole match is replaced; write '(?:' or name one"
          )
        }
        if let stress = StressRun.complaint(rule) {
          complain(rule.line, stress)
          continue
        }
        if let lost = try GateRun.complaint(rule, texts) { complain(rule.line, lost) }
        if !rule.isNotation, let taker = try ShadowRun.taker(of: rule, in: all) {
          complain(rule.line, "never gets what it finds: '\(taker.id)' takes it")
        }
        complaints += try SampleRun.failures(rule).map {
          Complaint(file: $0.file, line: $0.line, reason: "rule '\($0.rule)': the sample \($0.reason)")
        }
      }
    }
    return complaints
  }
}
