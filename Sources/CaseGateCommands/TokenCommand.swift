public import ArgumentParser
internal import CaseGateKit
internal import Detection
public import Model
internal import Redaction
internal import RulePacks

extension Model.Category: ExpressibleByArgument {}

struct Token: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the pseudonym of a value, to find it in a scrubbed log.",
    discussion: """
        casegate token '+1 212 555 0147' --key-file site.key
        casegate token jdoe --category user-name --key-file site.key

      '-' reads the value from standard input, so that it does not stay in the shell's history.
      """)

  @Argument(help: "The value, as it stands in the original log; '-' is standard input.") var value: String
  @Option(help: "The category; by default that of the rule that finds the value.") var category: Model.Category?
  @Option(help: "The pseudonym key; by default that of the settings.") var keyFile: String?
  @OptionGroup var styles: StyleOptions
  @OptionGroup var rules: RuleOptions

  func run() throws {
    var text = value
    if value == "-" { text = (readLine() ?? "") }
    let bytes = Array(text.utf8)
    let settings = try rules.settings()
    let gate = try rules.caseGate(settings, styles: styles)
    var kind = category
    var action = Action.pseudonym
    if kind == nil {
      var scan = Detection.Scan(gate.detector)
      let matches = try scan.scan(bytes.span).matches
      if matches.count == 1, matches[0].range == bytes.indices {
        let rule = gate.detector.rules[matches[0].rule]
        (kind, action) = (rule.category, rule.action)
      }
    }
    guard let kind else {
      throw Problem(
        .usage, "--category", "no rule finds the whole value by itself",
        mend: "Say which it is, such as --category user-name")
    }
    guard let keyFile = keyFile ?? settings.keyFile else {
      throw Problem(.usage, "--key-file", "is missing", mend: "Name the key that the log was scrubbed with")
    }
    var redactor = gate.redactor(key: try PseudonymKeyFile.read(keyFile))
    let replacement = redactor.replacement(for: bytes.span, category: kind, action: action) ?? bytes
    try Terminal.out(String(decoding: replacement, as: UTF8.self) + "\n")
  }
}
