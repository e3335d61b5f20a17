public import Model
internal import StrictYAML

/// A file of rules.
public struct Pack: Sendable {
  /// The pack's name, such as `telecom`.
  public let name: String
  /// The pack's version, counted up when its rules change.
  public let version: Int
  /// The file as the user named it, or the path below `Rules/` of a built-in pack.
  public let file: String
  /// The text the pack was read from, for its digest.
  public let text: String
  /// The rules, in the order of the file.
  public let rules: [Rule]

  /// Reads a pack.
  ///
  /// - Throws: `Problem` of code `invalid-file` for broken YAML, an unknown key or a wrong type, and of code
  ///   `invalid-rule` for a broken pattern, shape, key name or sample; all name file and line.
  public init(_ text: String, file: String) throws(Problem) {
    let root = try YAMLValue.parse(text, file: file).map(["pack", "version", "title", "rules"])
    name = try root.required("pack").string()
    version = try root["version"]?.int() ?? 1
    self.file = file
    self.text = text
    var rules: [Rule] = []
    var lines: [String: Int] = [:]
    for entry in try root["rules"]?.list() ?? [] {
      let rule = try RuleReader(entry).rule()
      if let first = lines[rule.id] {
        throw Problem(
          .invalidRule, file, line: rule.line, "rule '\(rule.id)' was defined before, in line \(first)",
          mend: "Give each rule its own id")
      }
      lines[rule.id] = rule.line
      rules.append(rule)
    }
    self.rules = rules
  }
}
