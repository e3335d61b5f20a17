import EmbeddedRules
import Foundation
import Model
import RulePacks
import TestSupport
import Testing

@Suite struct PackTests {
  private func problem(_ text: String) -> Problem? {
    do {
      _ = try Pack(text, file: "site.yaml")
      return nil
    } catch {
      return error
    }
  }

  private let good = "pack: site\nrules:\n  - {id: site.badge, title: t, category: account, pattern: 'B\\d+'}\n"

  @Test func aPackIsRead() throws {
    let pack = try Pack(good, file: "site.yaml")
    #expect(pack.name == "site" && pack.rules.map(\.id) == ["site.badge"])
    #expect(pack.rules[0].line == 3)
  }

  @Test(arguments: [
    ("patern: 'x'", "Did you mean 'pattern'?"), ("pattern: 'x('", "position 3"), ("pattern: 'x', gate: ['']", "empty"),
    ("pattern: 'x', category: fone", "must be one of"), ("pattern: 'x', action: hidden", "hide-first,n"),
    ("pattern: 'x', shape: ['d{3']", "without '}'"), ("pattern: '{{given-nams}}'", "did you mean '{{given-names}}'"),
    ("pattern: '{{x'", "without '}}'"), ("pattern: 'x', words: nobody", "no list"),
    ("pattern: 'x', keys: [a]", "not both"),
    ("keys: ['*']", "at least two letters"), ("pattern: 'x', validate: [luhm]", "Did you mean 'luhn'?"),
    ("pattern: 'x', samples: {match: ['no mark']}", "marks no span"),
    ("pattern: 'x', samples: {reject: ['⟦x⟧']}", "rejected sample"),
    ("pattern: 'x', samples: {match: ['⟦x']}", "without '⟧'"),
  ])
  func aBrokenRuleIsNamedWithItsLineAndTheMend(field: String, says: String) throws {
    let category = field.contains("category") ? "" : "category: account, "
    let text = "pack: site\nrules:\n  - {id: site.badge, title: t, \(category)\(field)}\n"
    let problem = try #require(self.problem(text))
    #expect(problem.description.contains(says))
    #expect(problem.line == 3 && problem.subject == "site.yaml")
  }

  @Test func aRuleMayNotStandTwiceInAPack() throws {
    let twice = good + "  - {id: site.badge, title: t, category: account, pattern: 'B\\d+'}\n"
    #expect(problem(twice)?.code == .invalidRule)
  }

  @Test func aUsersRuleReplacesTheBuiltInOne() throws {
    let mine = try Pack(
      "pack: mine\nrules:\n  - {id: contact.email, title: mine, category: email, pattern: 'x'}\n", file: "mine.yaml")
    let set = try RuleSet(adding: [mine])
    #expect(set.rule("contact.email")?.title == "mine")
    #expect(set.rules.count { $0.id == "contact.email" } == 1)
  }

  @Test func rulesAreLeftOutByIDOrByPack() throws {
    #expect(try RuleSet(disabling: ["contact.email"]).rule("contact.email") == nil)
    let rest = try RuleSet(disabling: ["contact.*"])
    #expect(!rest.rules.contains { $0.id.hasPrefix("contact.") } && !rest.rules.isEmpty)
    #expect { _ = try RuleSet(disabling: ["contact.emial"]) } throws: { ($0 as? Problem)?.code == .usage }
  }

  @Test func everyFileOfTheRulesFolderIsEmbedded() throws {
    let root = Repository.root.appending(path: "Rules")
    for folder in ["notations", "pii", "secrets", "intake", "schemas", "starters"] {
      let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path(percentEncoded: false))
      for case let name as String in try #require(names) where name.hasSuffix(".yaml") || name.hasSuffix(".json") {
        let text = try String(contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
        #expect(EmbeddedRules.text("\(folder)/\(name)") == text, "\(folder)/\(name) is not in embedded_files.c")
      }
    }
  }

  @Test func theActionsOfTheVendorsGrammarAreRead() {
    #expect(Action("hide-first,4") == .mask(.hideFirst(4)))
    #expect(Action("unhide-last, 2") == .mask(.unhideLast(2)))
    #expect(Action("tag(<!--,-->)") == .mask(.tag("<!--", "-->")))
    #expect(Action("tag()") == .mask(.tag("<#", "#>")))
    for wrong in ["", "Hide", "hide-first", "hide-first,", "hide-first,0", "hide-first,x", "encrypt"] {
      #expect(Action(wrong) == nil, "\(wrong) must be an error, not 'copy'")
    }
  }
}
