internal import EmbeddedRules
public import Model

/// The rules of a run: built-in packs, then the user's, which may add rules and replace built-in ones by id.
public struct RuleSet: Sendable {
  /// The packs, built-in ones first.
  public let packs: [Pack]
  /// The rules in force, in the order of the packs.
  public let rules: [Rule]

  /// Reads the built-in packs and adds `packs`.
  ///
  /// - Parameters:
  ///   - packs: users' packs; a rule with the id of an earlier one replaces it.
  ///   - disabled: ids of rules to leave out; `pack.*` leaves out all whose id starts with `pack.`.
  /// - Throws: `Problem` of code `usage` when an id in `disabled` matches no rule.
  public init(adding packs: [Pack] = [], disabling disabled: [String] = []) throws(Problem) {
    try self.init(packs: try Self.builtInPacks() + packs, disabling: disabled)
  }

  /// Makes a set of `packs` alone.
  public init(packs: [Pack], disabling disabled: [String] = []) throws(Problem) {
    self.packs = packs
    var order: [String] = []
    var byID: [String: Rule] = [:]
    for rule in packs.flatMap(\.rules) {
      if byID.updateValue(rule, forKey: rule.id) == nil { order.append(rule.id) }
    }
    for pattern in disabled {
      let hit = order.filter { pattern.hasSuffix("*") ? $0.hasPrefix(pattern.dropLast()) : $0 == pattern }
      guard !hit.isEmpty else {
        throw Problem(
          .usage, "--disable", "there is no rule '\(pattern)'", mend: "'casegate rules list' shows the ids")
      }
      for id in hit { byID[id] = nil }
      order.removeAll { hit.contains($0) }
    }
    rules = order.compactMap { byID[$0] }
  }

  private init(_ packs: [Pack], _ rules: [Rule]) {
    self.packs = packs
    self.rules = rules
  }

  /// The same rules, those for which `action` gives one acting by it.
  public func acting(_ action: (Rule) -> Action?) -> RuleSet {
    RuleSet(packs, rules.map { rule in action(rule).map { rule.acting($0) } ?? rule })
  }

  /// The built-in packs.
  public static func builtInPacks() throws(Problem) -> [Pack] {
    var packs: [Pack] = []
    for folder in ["notations/", "pii/", "secrets/"] {
      for file in EmbeddedRules.files(under: folder) { packs.append(try Pack(file.text, file: file.path)) }
    }
    return packs
  }

  /// The rule with this id.
  public func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
