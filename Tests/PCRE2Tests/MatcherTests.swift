import PCRE2
import Testing

@Suite struct MatcherTests {
  private func first(_ pattern: String, _ text: String, from: Int = 0) throws -> Matcher.Match? {
    var matcher = Matcher()
    let bytes = Array(text.utf8)
    return try matcher.firstMatch(of: try Pattern(pattern), in: bytes.span, range: from..<bytes.count)
  }

  @Test func theValueIsTheNamedGroupOrTheWholeMatch() throws {
    #expect(try first("a(?<value>b)c", "xxabc")?.value == 3..<4)
    #expect(try first("abc", "xxabc")?.value == 2..<5)
    #expect(try first("x(?<value>1)|y(?<value>2)", "ay2")?.value == 2..<3)
  }

  @Test func linesEndAtAnyLineEnd() throws {
    #expect(try first("^b$", "a\nb\r\nc")?.whole == 2..<3)
  }

  @Test func invalidUTF8IsOnlyBytes() throws {
    var matcher = Matcher()
    let bytes: [UInt8] = [0xFF, 0xC3, 0x41, 0x80, 0x00, 0x42]
    #expect(try matcher.firstMatch(of: try Pattern("B"), in: bytes.span, range: 0..<6)?.whole == 5..<6)
  }

  @Test func whatStandsBeforeTheRangeIsSeenByLookbehind() throws {
    #expect(try first("(?<!a)b", "ab b", from: 1)?.whole == 3..<4)
  }

  @Test func aMatchStartsNoLaterThanAsked() throws {
    var matcher = Matcher()
    let bytes = Array("...abc".utf8)
    let pattern = try Pattern("abc")
    #expect(try matcher.firstMatch(of: pattern, in: bytes.span, range: 0..<6, lastStart: 2) == nil)
    #expect(try matcher.firstMatch(of: pattern, in: bytes.span, range: 0..<6, lastStart: 3) != nil)
  }

  @Test func aBrokenPatternNamesThePlace() {
    #expect { _ = try Pattern("abc(") } throws: { ($0 as? Pattern.Invalid)?.offset == 4 }
  }

  @Test(arguments: ["(*UTF)a", "a\\Cb"])
  func whatIsUndefinedOnDamagedTextIsRefused(pattern: String) {
    #expect(throws: Pattern.Invalid.self) { _ = try Pattern(pattern) }
  }

  @Test func effortIsBoundedAndNeverTakenForNoMatch() throws {
    var matcher = Matcher(effort: 10_000)
    let bytes = Array((String(repeating: "a", count: 40) + "!b").utf8)
    let pattern = try Pattern("^(?:(a+)+)+b")
    #expect(throws: Matcher.Failure.self) {
      _ = try matcher.firstMatch(of: pattern, in: bytes.span, range: 0..<bytes.count)
    }
  }

  @Test func emptyTextIsNoTrouble() throws {
    var matcher = Matcher()
    let bytes: [UInt8] = []
    #expect(try matcher.firstMatch(of: try Pattern("a"), in: bytes.span, range: 0..<0) == nil)
    #expect(try matcher.firstMatch(of: try Pattern("^"), in: bytes.span, range: 0..<0) != nil)
  }
}
