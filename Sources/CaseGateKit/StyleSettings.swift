public import Model
public import Redaction
internal import RulePacks
internal import StrictYAML

/// What becomes of values: for all of them, for single categories, and for single rules.
///
/// A setting is written `token`, `phone=mask`, `card=unhide-last,4` or `rule:telecom.sip.identity=token`. A setting for a
/// rule counts more than the action in its pack, that action more than a setting for its category, and that more than
/// the one for all. Of two settings for the same thing the later counts.
public struct StyleSettings: Sendable {
  /// What replacements look like where nothing else is said.
  public private(set) var standard = Style.shape
  /// What becomes of the values of single categories.
  public private(set) var categories: [Model.Category: Action] = [:]
  private var rules: [(pattern: String, action: Action, place: Problem)] = []

  /// The forms on the right of the equals sign, for help and errors.
  public static let grammar = "shape, token, mask, " + Action.grammar.replacing("pseudonym, shape, token, ", with: "")

  /// Shapes for everything.
  public init() {}

  /// Reads settings.
  ///
  /// - Throws: `Problem` of code `usage` that names the setting and what it may have meant.
  public init(_ settings: [String], subject: String = "--style") throws(Problem) {
    for setting in settings { try add(setting, subject: subject) }
  }

  /// These settings, and then `others`, which count more.
  public func adding(_ others: [String], subject: String = "--style") throws(Problem) -> StyleSettings {
    var result = self
    for setting in others { try result.add(setting, subject: subject) }
    return result
  }

  /// Adds a setting.
  ///
  /// - Parameters:
  ///   - subject: the option or file it stands in, for errors.
  ///   - line: the line in a file.
  /// - Throws: `Problem` of code `usage` that names the setting and what it may have meant.
  public mutating func add(_ setting: String, subject: String, line: Int? = nil) throws(Problem) {
    func wrong(_ reason: String, _ word: String, _ known: [String], _ all: String) -> Problem {
      let mend = nearest(to: word, in: known).map { "Did you mean '\($0)'?" } ?? all
      return Problem(.usage, subject, line: line, reason, mend: mend)
    }
    let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      guard let style = Style(rawValue: setting) else {
        let known = Style.allCases.map(\.rawValue)
        throw wrong(
          "'\(printable(setting))' is no style", setting, known,
          "Use shape, token or mask, or CATEGORY=STYLE, or rule:ID=STYLE")
      }
      standard = style
      return
    }
    guard let action = parts[1] == "mask" ? .mask(.hide) : Action(parts[1]) else {
      let known = Self.grammar.split(separator: ", ").map(String.init)
      let reason = "'\(printable(parts[1]))' is no style and no operator"
      throw wrong(reason, parts[1], known, "Use one of: \(Self.grammar)")
    }
    if parts[0].hasPrefix("rule:") {
      let pattern = String(parts[0].dropFirst(5))
      let place = Problem(.usage, subject, line: line, "there is no rule '\(printable(pattern))'")
      return rules.append((pattern, action, place))
    }
    guard let category = Category(rawValue: parts[0]) else {
      let known = Category.allCases.map(\.rawValue)
      throw wrong(
        "'\(printable(parts[0]))' is no category", parts[0], known, "Categories are: " + known.joined(separator: ", "))
    }
    if category.isTooSmall, action == .shape || action == .token {
      throw Problem(
        .usage, subject, line: line, "no pseudonym hides values of '\(category.rawValue)': there are too few of them",
        mend: "Use mask, remove or an operator such as hide")
    }
    categories[category] = action
  }

  /// The rules with the actions that are set for them.
  ///
  /// - Throws: `Problem` of code `usage` when a setting names no rule.
  func applied(to set: RuleSet) throws(Problem) -> RuleSet {
    for (pattern, _, place) in rules where !set.rules.contains(where: { Self.fits($0, pattern) }) {
      let near = nearest(to: pattern, in: set.rules.map(\.id)).map { "Did you mean '\($0)'?" }
      throw Problem(
        place.code, place.subject, line: place.line, place.reason, mend: near ?? "'casegate rules list' shows the ids")
    }
    return set.acting { rule in
      if let setting = rules.last(where: { Self.fits(rule, $0.pattern) }) { return setting.action }
      return rule.action == .pseudonym ? categories[rule.category] : nil
    }
  }

  private static func fits(_ rule: Rule, _ pattern: String) -> Bool {
    pattern.hasSuffix("*") ? rule.id.hasPrefix(pattern.dropLast()) : rule.id == pattern
  }
}
