internal import ArgumentParser
internal import CaseGateKit
internal import Intake
internal import Model
internal import RulePacks

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a responsibility or a rule means, where it comes from, and how to mend it.",
    discussion: """
        casegate explain CR-1
        casegate explain telecom.sip.identity
      """)

  @Argument(help: "The id of a finding.") var id: String
  @OptionGroup var guide: PolicyOptions
  @OptionGroup var rules: RuleOptions

  func run() throws {
    let policy = try guide.load()
    if let duty = policy[id] { return try Terminal.out(Self.text(duty)) }
    let set = try rules.ruleSet()
    if let rule = set.rule(id) { return try Terminal.out(RuleText.description(rule)) }
    throw Problem(
      .usage, id, "is neither a responsibility nor a rule",
      mend: policy.nearestID(to: id).map { "Did you mean '\($0)'?" } ?? "'casegate rules list' shows the rules")
  }

  private static func text(_ duty: Responsibility) -> String {
    var rows = [
      ("id", duty.id), ("title", duty.title), ("says", duty.says), ("guide", "section \(duty.guide)"),
      ("checked", duty.treatment), ("level", duty.level.rawValue), ("mend", duty.mend),
    ]
    if let note = duty.note { rows.append(("note", note)) }
    return rows.map { padded($0.0, 9) + $0.1 + "\n" }.joined()
  }
}
