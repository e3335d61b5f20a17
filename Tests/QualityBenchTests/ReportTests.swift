internal import Foundation
internal import Model
@testable import QualityBench
internal import Testing

@Suite("The report and the command line")
struct ReportTests {
  private func tally(leaked: Int, of all: Int) -> Tally {
    var tally = Tally(.plain)
    tally.plants[Tally.Cell(context: "syslog", what: "card")] = Count(all: all, wrong: leaked)
    return tally
  }

  @Test("meets a bar at its limit and misses it above")
  func bars() {
    var tally = Tally(.hard)
    tally.plants[Tally.Cell(context: "x", what: "email")] = Count(all: 100, wrong: 8)
    #expect(Bars.missed(tally).isEmpty)
    tally.plants[Tally.Cell(context: "x", what: "email")] = Count(all: 100, wrong: 9)
    #expect(Bars.missed(tally).map(\.name) == ["leaks"])
    #expect(Bars.missed(self.tally(leaked: 1, of: 1000)).map(\.name) == ["leaks of card"])
  }

  @Test("says which bars are missed")
  func text() throws {
    let report = QualityReport(seeds: [1], tallies: [tally(leaked: 1, of: 4)])
    #expect(!report.passes)
    let text = report.text(examples: 5)
    #expect(text.contains("25.000 %"))
    #expect(text.contains("MISSED"))
    let json = try JSONSerialization.jsonObject(with: Data(report.json(examples: 5).utf8)) as? [String: Any]
    #expect(json?["schema"] as? String == "casegate-quality/1")
    #expect(json?["passes"] as? Bool == false)
    #expect(percentage(0.00005) == "0.005 %")
    #expect(percentage(1) == "100.000 %")
  }

  @Test("understands its arguments")
  func arguments() throws {
    let plain = try #require(try QualityArguments([]))
    #expect(plain.seeds == [101, 102, 103] && plain.format == .text && !plain.fails)
    let all = try #require(
      try QualityArguments([
        "--seeds", "7,8", "--size-mb=3", "--format", "json", "--examples", "0", "--fail", "--tiers", "hard,plain",
      ]))
    #expect(all.seeds == [7, 8] && all.size == 3 << 20 && all.format == .json && all.examples == 0 && all.fails)
    #expect(all.tiers == [.hard, .plain])
    #expect(try QualityArguments(["--seeds", "7", "--help"]) == nil)
  }

  @Test(
    "refuses arguments that make no sense",
    arguments: [
      ["--seeds"], ["--seeds", "a"], ["--seeds", "1,1"], ["--seeds", "-1"], ["--size-mb", "0"], ["--size-mb", "x"],
      ["--format", "xml"], ["--examples", "-2"], ["--tiers", "soft"], ["--sizes", "3"], ["plain"], ["--fail=1"],
      ["--seeds", "--fail"],
    ])
  func mistakes(_ words: [String]) {
    let problem = #expect(throws: Problem.self) { try QualityArguments(words) }
    #expect(problem?.code == .usage)
  }
}
