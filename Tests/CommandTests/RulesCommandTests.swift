import Foundation
import Model
import TestSupport
import Testing

@Suite struct RulesCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func casegate(_ arguments: String) throws -> ProgramResult {
    try Program.shell("\(Program.path("casegate")) \(arguments)", in: folder.url)
  }

  private func check(_ rule: String) throws -> String {
    try folder.write("site.yaml", text: "pack: site\nrules:\n  - {\(rule)}\n")
    return try casegate("rules check site.yaml").text
  }

  private let samples = "samples: {match: ['x id=⟦17⟧', 'id=⟦18⟧ y'], reject: ['id=a', 'ad=17']}"

  @Test func aGoodRuleHasNoComplaint() throws {
    let rule = "id: site.badge, title: t, category: account, pattern: 'id=(?<value>\\d+)', gate: ['id='], \(samples)"
    #expect(try check(rule) == "1 packs, 1 rules, 0 complaints\n")
    #expect(try casegate("rules test site.yaml").text == "4 samples, 0 failed\n")
    #expect(try casegate("rules test site.yaml --explain").text.contains("site.badge finds ⟦17⟧"))
    #expect(try casegate("rules show site.badge --rules site.yaml").text.contains("id=(?<value>\\d+)"))
    #expect(try casegate("rules list --rules site.yaml").text.contains("site.badge"))
  }

  @Test(arguments: [
    ("pattern: 'id=(?<value>\\d+)', gate: ['ID:']", "has a gate that hides"),
    ("pattern: 'id=(\\d+)', gate: ['id=']", "has groups but none named 'value'"),
    ("pattern: 'id=(?<value>(?:\\d+)+)(?!\\w)x', gate: ['id=']", "the sample should find ⟦17⟧ but finds nothing"),
    ("pattern: '(?<value>(?:a+)+)\\d', gate: ['a']", "backtracks without bound"),
    ("pattern: 'id=(?<value>\\d+)'", "has no gate"),
  ])
  func mistakesAreNamed(fields: String, says: String) throws {
    let text = try check("id: site.badge, title: t, category: account, \(fields), \(samples)")
    #expect(text.contains(says), "\(text)")
  }

  @Test func aRuleThatOthersLeaveNothingIsNamed() throws {
    let text = try check(
      "id: site.mail, title: t, category: account, confidence: low, pattern: '[a-z]+@example\\.com', gate: ['@'], "
        + "samples: {match: ['x ⟦jane@example.com⟧', '⟦max@example.com⟧ y'], reject: ['a@b', 'x']}")
    #expect(text.contains("never gets what it finds: 'contact.email' takes it"), "\(text)")
  }

  @Test func scanExplainsWhoLost() throws {
    try folder.write("a.log", text: "From: <sip:+12125550147@192.0.2.7>\n")
    let text = try casegate("scan a.log --explain").text
    #expect(text.contains("lost by telecom."), "\(text)")
    #expect(!(try casegate("scan a.log --format json").text.contains("claims")))
  }

  @Test func settingsOfTheVendorsLogFilterBecomeAPack() throws {
    try folder.write(
      "filter.ini",
      text: """
        [log-filter]
        default-filter-type = hide
        [log-filter-data]
        CustomerPhone = hide-last,4
        'Note' = copy
        """)
    try folder.write("pack.yaml", text: try casegate("rules import filter.ini").text)
    try folder.write("a.log", text: "\t\t'CustomerPhone'\t'2125550147'\n\t\t'Note'\t'kept'\n\t\t'Other'\t'gone'\n")
    let result = try casegate("filter -q --rules pack.yaml < a.log")
    #expect(result.text == "\t\t'CustomerPhone'\t'212555****'\n\t\t'Note'\t'kept'\n\t\t'Other'\t'********'\n")
    try folder.write("filter.ini", text: "[log-filter-data]\nPin =\n")
    let empty = try casegate("rules import filter.ini")
    #expect(empty.status == 2 && empty.errors.contains("filter.ini:2"), "an empty operator is no 'copy'")
    try folder.write("filter.ini", text: "[log-filter-data]\nPin = hide\nCard'No = hide\n")
    let odd = try casegate("rules import filter.ini")
    #expect(odd.status == 2 && odd.text.isEmpty && odd.errors.contains("filter.ini:3"), "\(odd.errors)")
    try folder.write("filter.ini", text: "[log-filter]\n")
    #expect(try casegate("rules import filter.ini").errors.contains("sets nothing"))
  }

  @Test func everyCategoryIsDocumented() throws {
    let guide = try String(contentsOf: Repository.root.appending(path: "Rules/README.md"), encoding: .utf8)
    for category in Model.Category.allCases {
      #expect(guide.contains("| `\(category.rawValue)` | \(category.severity.rawValue) |"), "\(category)")
    }
  }
}
