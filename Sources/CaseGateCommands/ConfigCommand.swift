internal import ArgumentParser
internal import CaseGateKit
internal import Foundation
internal import Model
internal import Reports
internal import RulePacks

struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the settings in force, and where each comes from.",
    discussion: """
      Settings are those that --config names, else those of CASEGATE_CONFIG, else the nearest .casegate.yaml in this \
      folder or one above, else casegate/config.yaml below XDG_CONFIG_HOME or ~/.config. What the command line adds \
      counts more.

        casegate config --show
        casegate config --show --style phone=token --format json

        # .casegate.yaml
        style: [token, "card=unhide-last,4"]
        key_file: site.key
        rules: [site-rules/]
        disable: [network.ipv4]
        waivers: site-waivers.yaml
      """)

  @Flag(help: "Show the settings; this is also what happens without it.") var show = false
  @OptionGroup var rules: RuleOptions
  @OptionGroup var keys: KeyOptions
  @OptionGroup var styles: StyleOptions
  @Option(help: "text or json.") var format: PlainFormat = .text

  /// One setting in force.
  private struct Row: Encodable {
    let key: String
    let value: String
    let origin: String
  }

  func run() throws {
    let settings = try rules.settings()
    // What is shown must be able to work: rules are read, styles and ids looked up.
    let gate = try rules.caseGate(settings, styles: styles)
    let file = settings.path.map(printable)
    var rows = [Row(key: "settings", value: file ?? "none", origin: settings.origin.rawValue)]
    rows.append(Row(key: "rules", value: "\(gate.rules.rules.count) in force", origin: "built in, and what follows"))
    for entry in settings.entries {
      let isOverruled = entry.key == "key_file" && keys.keyFile != nil
      rows.append(
        Row(
          key: entry.key, value: printable(entry.value),
          origin: "\(file ?? ""):\(entry.line)" + (isOverruled ? ", overruled by the command line" : "")))
    }
    func add(_ key: String, _ values: [String], _ option: String) {
      rows += values.map { Row(key: key, value: printable($0), origin: option) }
    }
    add("style", styles.style, "--style")
    add("key_file", [keys.keyFile].compactMap(\.self), "--key-file")
    add("rules", rules.rules, "--rules")
    add("disable", rules.disable, "--disable")
    if !rows.contains(where: { $0.key == "style" }) {
      rows.append(Row(key: "style", value: "shape", origin: "default"))
    }
    if !rows.contains(where: { $0.key == "key_file" }) {
      rows.append(Row(key: "key_file", value: "none: a new key for each run", origin: "default"))
    }
    if format == .json { return try Terminal.out(try JSONReport.text(rows)) }
    let width = rows.map(\.value.count).max() ?? 0
    for row in rows { try Terminal.out("\(padded(row.key, 9)) \(padded(row.value, width))  \(row.origin)\n") }
  }
}
