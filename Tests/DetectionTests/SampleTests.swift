import Detection
import Model
import RulePacks
import Testing

@Suite struct SampleTests {
  static let rules: [Rule] = {
    do {
      return try RuleSet().rules
    } catch {
      fatalError("the built-in packs are broken: \(error)")
    }
  }()

  @Test(arguments: rules.map(\.id))
  func samplesHoldWholeAndCutAtEveryByte(id: String) throws {
    let rule = try #require(Self.rules.first { $0.id == id })
    #expect(try SampleRun.failures(rule).map(\.reason).isEmpty)
    #expect(StressRun.complaint(rule) == nil)
    #expect(rule.samples.match.count >= 2 && rule.samples.reject.count >= 2)
  }

  @Test func aWrongSpanIsAFailure() throws {
    let pack = try Pack(
      "pack: t\nrules:\n- {id: t.a, title: t, category: account, pattern: 'b+', gate: [b], samples: {match: ['a⟦bb⟧b'], reject: ['b']}}",
      file: "t.yaml")
    #expect(try SampleRun.failures(pack.rules[0]).count == 2)
  }
}
