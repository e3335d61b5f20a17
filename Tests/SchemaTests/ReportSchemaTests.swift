import Foundation
import TestSupport
import Testing

/// The reports that the program writes, against their schema, and the command that prints schemas.
@Suite struct ReportSchemaTests {
  let folder: TemporaryFolder
  private let program = Program.path("casegate")

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("logs/a.log", text: "call from +12125550147 by jane.roe@example.com\n")
    try folder.write("logs/core", [0x7F, 0x45, 0x4C, 0x46, 1])
    _ = try Program.shell("tar -cf logs.tar logs", in: folder.url)
  }

  private func options(_ caseName: String, _ customer: String) -> String {
    let fixtures = Repository.fixtures.path(percentEncoded: false)
    return "--case \(fixtures)/cases/\(caseName) --customer \(fixtures)/customers/\(customer) --at 2026-11-24T10:00:00Z"
  }

  @Test(arguments: [
    "check @0", "check @1 --strict", "check @2", "check @3", "targets @0", "targets @2", "gate @0 logs.tar",
    "gate @1 logs/a.log", "scan logs", "scan logs --explain", "scan logs/core",
  ])
  func reportsAreValid(arguments: String) throws {
    let cases = [
      options("good-high.yaml", "good.yaml"), options("bad-template.yaml", "arrears.yaml"),
      options("good-critical.yaml", "pilot.yaml"), options("bad-empty.yaml", "bare.yaml"),
    ]
    var line = arguments
    for (index, options) in cases.enumerated() { line = line.replacing("@\(index)", with: options) }
    let result = try Program.shell("\(program) \(line) --format json", in: folder.url)
    let errors = try JSONSchema(SchemaShapeTests.text("report")).errors(yamlValue(result.text))
    #expect(!result.output.isEmpty && errors.isEmpty, "\(errors) \(result.errors)")
  }

  @Test(arguments: SchemaShapeTests.names)
  func theCommandPrintsThem(name: String) throws {
    let result = try Program.shell("\(program) schema \(name)")
    #expect(try result.status == 0 && result.text == SchemaShapeTests.text(name))
  }

  @Test func anotherNameIsAUsageError() throws {
    let result = try Program.shell("\(program) schema cases")
    #expect(result.status == 2 && result.output.isEmpty && result.errors.contains("case"))
  }
}
