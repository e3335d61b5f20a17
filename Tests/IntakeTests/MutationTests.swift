import Foundation
import Intake
import Model
import StrictYAML
import Testing

/// Damaged files end in a report or in a `Problem`, never in a crash or another error.
@Suite struct MutationTests {
  @Test func tenThousandMutations() throws {
    let cases = try [
      "good-high.yaml", "good-critical.yaml", "bad-critical.yaml", "bad-many-issues.yaml", "good-update.json",
    ]
    .map { Array(try text("cases/" + $0)) }
    let customers = try ["good.yaml", "one-contact.yaml", "arrears.yaml", "pilot.yaml"]
      .map { Array(try text("customers/" + $0)) }
    let check = try CaseCheck(policy: Policy.builtIn())
    let holidays = try text("customers/holidays.ics")
    var random = SeededGenerator(20_261_124)
    var reports = 0
    for round in 0..<10_000 {
      let left = mutated(cases[round % cases.count], round % 3 == 0 ? 0 : 1 + round % 4, &random)
      let right = mutated(customers[round % customers.count], round % 3 == 1 ? 0 : 1 + round % 4, &random)
      do {
        let file = try CaseFile(YAMLValue.parse(left, file: "case.yaml"))
        let customer = try CustomerFile(YAMLValue.parse(right, file: "customer.yaml")) { _ in holidays }
        let report = check.run(file, customer, at: demoInstant, strict: round % 2 == 0)
        #expect(report.results.count == PolicyTests.ids.count)
        reports += 1
      } catch { #expect(!error.reason.isEmpty) }
    }
    // Mutations that never load would test the parser only.
    #expect(reports > 1_500)
  }

  @Test func damagedHolidayFilesAreProblems() throws {
    let ics = Array(try text("customers/holidays.ics"))
    let pilot = try text("customers/pilot.yaml")
    var random = SeededGenerator(7)
    for round in 0..<500 {
      let damaged = mutated(ics, 1 + round % 4, &random)
      do {
        _ = try CustomerFile(YAMLValue.parse(pilot, file: "customer.yaml")) { _ in damaged }
      } catch { #expect(!error.reason.isEmpty) }
    }
  }

  private func mutated(_ text: [Character], _ times: Int, _ random: inout SeededGenerator) -> String {
    let marks = Array("0123456789:-[]{},\"'#|\n TZ+é\u{0}\u{202E}")
    var text = text
    for _ in 0..<times where !text.isEmpty {
      let at = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0..<12, using: &random) {
      case 0: text.remove(at: at)
      case 1: text[at] = marks.randomElement(using: &random) ?? "x"
      case 2: text.insert(marks.randomElement(using: &random) ?? "x", at: at)
      case 3: text.removeSubrange(at..<min(text.count, at + Int.random(in: 1..<20, using: &random)))
      case 4:
        let other = Int.random(in: 0..<text.count, using: &random)
        text.insert(contentsOf: text[other..<min(text.count, other + 12)], at: at)
      default:
        // A digit changed keeps the file readable and its meaning odd.
        if let digit = text[at...].firstIndex(where: \.isNumber) {
          text[digit] = marks[Int.random(in: 0..<10, using: &random)]
        }
      }
    }
    return String(text)
  }
}
