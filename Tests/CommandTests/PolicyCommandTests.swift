import Foundation
import TestSupport
import Testing

/// Another vendor's guide as another folder of files: twelve statements, four priorities, other targets.
@Suite struct PolicyCommandTests {
  private let folder = Repository.fixtures.appending(path: "policies/lighthouse")

  private func casegate(_ arguments: String) throws -> ProgramResult {
    try Program.shell("\(Program.path("casegate")) \(arguments) --policy .", in: folder)
  }

  private let files = "--case case.yaml --customer customer.yaml --at 2026-11-24T10:00:00Z"

  @Test func theCheckIsByTheOtherGuide() throws {
    let result = try casegate("check \(files) --why")
    #expect(result.status == 1, "\(result.errors)")
    try expectSnapshot(result.text, "policies/lighthouse-check.txt")
    // By the built-in guide the same case lacks other things.
    let builtIn = try Program.shell("\(Program.path("casegate")) check \(files)", in: folder)
    #expect(builtIn.status == 1 && builtIn.text.contains("DC-6") && !result.text.contains("DC-6"))
  }

  @Test func theTargetsAreThoseOfTheOtherTables() throws {
    let result = try casegate("targets \(files)")
    #expect(result.status == 0, "\(result.errors)")
    try expectSnapshot(result.text, "policies/lighthouse-targets.txt")
  }

  @Test func explanationsTooAndNothingOfTheBuiltInGuideIsLeft() throws {
    let three = try casegate("explain CR-2")
    #expect(three.status == 0 && three.text.contains("at least three people"))
    #expect(try casegate("explain DC-7").status == 2)
  }

  @Test func theGateTakesItAndTheReceiptNamesIt() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("beacon.log", text: "nothing to see\n")
    let case_ = try String(contentsOf: folder.appending(path: "case.yaml"), encoding: .utf8)
    try scratch.write("case.yaml", text: case_.replacing("hot_fix: {requested: true}", with: ""))
    let customer = try String(contentsOf: folder.appending(path: "customer.yaml"), encoding: .utf8)
    try scratch.write(
      "customer.yaml",
      text: customer
        + "    - {id: cat, email: cat@example.org, designated: true, status: active, may_report: true}\n")
    let program = Program.path("casegate")
    let policy = folder.path(percentEncoded: false)
    let result = try Program.shell(
      "\(program) key new --signing --output s.pem; \(program) gate \(files) beacon.log --policy '\(policy)'"
        + " --receipt r.json --signing-key s.pem", in: scratch.url)
    #expect(result.status == 0, "\(result.text) \(result.errors)")
    let receipt = try #require(
      try JSONSerialization.jsonObject(with: Data(scratch.read("r.json"))) as? [String: Any])
    let payload = try #require((receipt["payload"] as? String).flatMap { Data(base64Encoded: $0) })
    #expect(String(decoding: payload, as: UTF8.self).contains("/intake@custom"))
  }

  @Test(arguments: [
    ("sed -i 's/45 minutes/45 moments/' targets.yaml", "targets.yaml:5:"), ("rm severities.yaml", "severities.yaml"),
    ("sed -i 's/id: CR-2$/id: XX-2/' responsibilities/rules.yaml", "no check decides 'XX-2'"),
    ("sed -i 's/least: 3/laest: 3/' responsibilities/rules.yaml", "Did you mean 'least'?"),
    ("rm -r responsibilities", "responsibilities"), ("sed -i 's/\\[minor\\]/[mild]/' severities.yaml", "'mild'"),
    ("rm -r *", "holds no file"),
  ])
  func aBrokenGuideIsNamed(edit: String, says: String) throws {
    let scratch = try TemporaryFolder()
    let source = folder.path(percentEncoded: false)
    let fixtures = Repository.fixtures.path(percentEncoded: false)
    let result = try Program.shell(
      "cp -r '\(source)' p && cd p && \(edit) && cd .. && \(Program.path("casegate")) check --policy p"
        + " --case \(fixtures)/cases/good-high.yaml --customer \(fixtures)/customers/good.yaml", in: scratch.url)
    #expect(result.status == 2 && result.output.isEmpty && result.errors.contains(says), "\(result.errors)")
  }

  @Test func aFolderThatIsNoneIsNamed() throws {
    let result = try Program.shell("\(Program.path("casegate")) explain CR-1 --policy nowhere")
    #expect(result.status == 2 && result.errors.contains("nowhere"))
  }
}
