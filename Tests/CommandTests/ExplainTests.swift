import Intake
import TestSupport
import Testing

@Suite struct ExplainTests {
  @Test func everyStatementIsExplained() throws {
    let ids = try Policy.builtIn().responsibilities.map(\.id)
    let program = Program.path("casegate")
    let result = try Program.shell("for id in \(ids.joined(separator: " ")); do \(program) explain $id && echo; done")
    #expect(result.status == 0 && result.errors.isEmpty)
    try expectSnapshot(result.text, "intake/explain.txt")
  }

  @Test func aMisspeltIdGetsASuggestion() throws {
    let result = try Program.shell("\(Program.path("casegate")) explain CRR-1")
    #expect(result.status == 2 && result.errors.contains("Did you mean 'CR-1'?"))
  }
}
