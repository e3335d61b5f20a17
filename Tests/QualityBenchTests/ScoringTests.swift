internal import Foundation
internal import Model
@testable import QualityBench
internal import Testing

@Suite("The scorer")
struct ScoringTests {
  @Test("says that everything leaks where no rule is in force", arguments: [Tier.plain, .contactCentre])
  func nothingFound(_ tier: Tier) throws {
    let report = try QualityBench(onlyRulesOf: nil).run(seeds: [4], size: 300_000, tiers: [tier])
    let tally = try #require(report.tallies.first)
    #expect(tally.leaks().all > 1000)
    #expect(tally.leaks().rate == 1)
    #expect(tally.altered.wrong == 0)
    #expect(tally.changed.wrong == 0)
    #expect(tally.found == 0)
    #expect(!report.passes)
  }

  @Test("says that every trap is lost where everything is deleted", arguments: [Tier.plain, .contactCentre])
  func everythingDeleted(_ tier: Tier) throws {
    let pack = #"""
      pack: everything
      version: 1
      rules:
        - id: everything.line
          title: All lines, but not the names of files
          category: content
          confidence: high
          action: remove
          pattern: '^(?!/q[0-9]{4}(?:/|$))[^\r\n]+'
          samples:
            match: ['⟦a line⟧']
            reject: ['/q0001/a.log']
      """#
    let report = try QualityBench(onlyRulesOf: pack).run(seeds: [4], size: 300_000, tiers: [tier])
    let tally = try #require(report.tallies.first)
    #expect(tally.altered.all > 1000)
    // A line that a server masked already is no match, whatever the rule.
    #expect(tally.altered.rate > 0.999)
    #expect(tier != .plain || tally.altered.rate == 1)
    #expect(tally.changed.rate > 0.9)
    #expect(tally.leaks { $0 != Category.userName.rawValue }.wrong == 0)
    #expect(!report.passes)
  }

  private func finding(_ range: Range<Int>, _ pseudonym: String?) -> Finding {
    Finding(
      rule: "a.b", category: .email, entry: "x", line: 1, column: 1, byteOffset: range.lowerBound,
      byteLength: range.count, confidence: .high, pseudonym: pseudonym)
  }

  private func edits(_ input: String, _ output: String, _ findings: [Finding]) -> [Edit]? {
    Alignment(input: Array(input.utf8), output: Array(output.utf8)).edits(findings)
  }

  @Test("trusts findings only as far as the bytes around them agree")
  func alignment() {
    let find = finding(2..<4, "XYZ")
    #expect(edits("a bb c", "a XYZ c", [find])?.first == Edit(input: 2..<4, output: 2..<5, rule: "a.b"))
    #expect(edits("a bb c", "a Q c", [find])?.first?.output == 2..<3)
    #expect(edits("a bb c", "a bb c", [find]) == [])
    #expect(edits("a bb c", "a XYZ d", [find]) == nil)
    #expect(edits("a bb c", "b XYZ c", [find]) == nil)
    #expect(edits("a bb c", "a XYZ c", []) == nil)
    #expect(edits("bbcc", "12", [finding(0..<2, "1"), finding(2..<4, "2")])?.count == 2)
  }

  private func verdict(_ kind: Mark.Kind, _ input: String, _ output: String, _ edit: Edit?) -> Bool {
    Verdict(
      [Mark(range: 2..<10, kind: kind)], input: Array(input.utf8), output: Array(output.utf8),
      edits: [edit].compactMap(\.self)
    ).isWrong[0]
  }

  @Test("counts a value as leaked when any letter or digit of it survives")
  func leaks() {
    let input = "a jane-roe b"
    #expect(verdict(.plant(.email), input, input, nil))
    #expect(!verdict(.plant(.email), input, "a xyz b", Edit(input: 2..<10, output: 2..<5, rule: "")))
    #expect(verdict(.plant(.email), input, "a xe b", Edit(input: 2..<9, output: 2..<3, rule: "")))
    #expect(verdict(.plant(.email), input, "a jane-xxx b", Edit(input: 7..<10, output: 7..<10, rule: "")))
    #expect(!verdict(.plant(.email), "a jane.... b", "a xx.... b", Edit(input: 2..<6, output: 2..<4, rule: "")))
    #expect(verdict(.plant(.email), input, "a jane-rxx b", Edit(input: 2..<10, output: 2..<10, rule: "")))
    #expect(verdict(.trap(""), input, "a x-roe b", Edit(input: 2..<6, output: 2..<3, rule: "")))
    #expect(!verdict(.trap(""), input, "x jane-roe b", Edit(input: 0..<1, output: 0..<1, rule: "")))
  }

  @Test("counts innocent bytes that were changed, and no others")
  func innocent() {
    let marks = [Mark(range: 2..<4, kind: .plant(.email)), Mark(range: 6..<8, kind: .either)]
    let verdict = Verdict(
      marks, input: Array("..ab..cd..".utf8), output: Array("..####".utf8),
      edits: [Edit(input: 1..<5, output: 1..<3, rule: ""), Edit(input: 6..<8, output: 4..<5, rule: "")])
    #expect(verdict.innocentBytes == 6)
    #expect(verdict.innocentChanged == 2)
  }
}
