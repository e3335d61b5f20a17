import Detection
import RulePacks
import Testing

@Suite("Notations")
struct PairTests {
  private static let rules = """
    - {id: t.name, title: t, category: person-name, keys: ['last name', 'customer'], value: '[A-Za-z][A-Za-z .-]+'}
    - {id: t.phone, title: t, category: phone, keys: [phone], value: '[0-9+ -]{7,}'}
    - id: t.pair
      title: A name and a value below it
      pattern: '^name: (?<key>\\w+)\\n(?:  \\w+: \\w+\\n){0,2}  value: (?<value>[^\\n]+)'
      gate: ['name: ']
      reach: 6
      lines: 3
    - id: t.list
      title: A list
      pattern: '(?<key>\\w+?)s?=\\[(?<value>[^\\]]*)\\]'
      gate: ['=[']
      reach: 40

    """

  @Test func keysSayWhatTheValuesAre() throws {
    let detector = try Texts.detector(Self.rules)
    #expect(
      try Texts.found("name: phone\n  kind: x\n  value: 2125550147\nname: zone\n  value: 2125550148\n", detector) == [
        "2125550147"
      ])
    #expect(
      try Texts.found("phones=[\"2125550147\", '2125550148',2125550149] codes=[2125550140]", detector)
        == ["2125550147", "2125550148", "2125550149"])
  }

  @Test func whatIsFoundInAKeyIsNotTakenForTheValue() throws {
    let rules = Self.rules + "- {id: t.word, title: t, category: account, pattern: 'zone\\d', gate: [zone]}\n"
    let detector = try Texts.detector(rules)
    #expect(try Texts.found("zone1s=[\"ab\"] zone2s=[\"cd\"] and more text", detector) == ["zone1", "zone2"])
  }

  @Test func whatStandsOnSeveralLinesIsWaitedFor() throws {
    let detector = try Texts.detector(Self.rules)
    let text = Array(
      "x\nname: phone\n  kind: a\n  sort: b\n  value: 2125550147\ny\nname: phone\n  value: 2125550148\n".utf8)
    let whole = try Texts.streamed(text, detector, size: text.count)
    #expect(whole.count == 2)
    for size in 1...text.count {
      #expect(try Texts.streamed(text, detector, size: size) == whole, "in pieces of \(size)")
    }
  }

  @Test(arguments: [
    "{id: t.a, title: t, category: phone, pattern: '(?<key>a)=(?<value>b)', gate: [a]}",
    "{id: t.a, title: t, pattern: '(?<key>a)=b', gate: [a]}",
    "{id: t.a, title: t, pattern: '(?<key>a)=(?<value>b)', gate: [a], lines: 21}",
    "{id: t.a, title: t, pattern: '(?<value>b)', gate: [a]}",
  ])
  func aNotationHasAKeyAndAValueAndNothingElse(rule: String) {
    #expect(throws: (any Error).self) { try Texts.detector("- \(rule)") }
  }
}
