import Foundation
import Model
import TestSupport
import Testing

internal import Intake

/// From the guide to a check to a test: the table in the docs is made from the code, and has no holes.
@Suite struct TraceabilityTests {
  @Test func theTableIsGenerated() throws {
    let tests = try TestIndex()
    var table = """
      # Responsibilities: from the guide to a check to a test

      Every numbered statement of the support guide. The table is made from the policy, the code and the tests by
      `TraceabilityTests`, which fails when it is out of date, or when a statement that is verified or attested has no
      check or no test. `casegate explain ID` tells more about each.

      *Verified* statements are decided from the case and customer files, *attested* ones rest on the submitter's word,
      *advised* ones are advice or definitions, and *vendor* ones are the vendor's side. Goldens are files of
      `Fixtures/expected/intake` in which the statement is decided.

      | id | title | guide | kind | level | check | tests |
      |---|---|---|---|---|---|---|

      """
    for duty in try Policy.builtIn().responsibilities {
      let check = CheckGroup.deciding(duty.id).map { "`\($0.file.split(separator: "/").last ?? "")`" }
      let level = duty.kind == .vendor ? "" : duty.level.rawValue
      let cells = [
        duty.id, duty.title, duty.guide, duty.kind.rawValue, level, check ?? "explained only", tests.cell(duty.id),
      ]
      table += "| " + cells.joined(separator: " | ") + " |\n"
    }
    try expectFile(table, "docs/responsibilities.md")
  }

  @Test func nothingIsUnchecked() throws {
    let tests = try TestIndex()
    for duty in try Policy.builtIn().responsibilities {
      let isDecided = [.verified, .attested].contains(duty.kind)
      #expect(!isDecided || CheckGroup.deciding(duty.id) != nil, "\(duty.id) has no check")
      #expect(isDecided ? tests.decides(duty.id) : tests.explains(duty.id), "\(duty.id) has no test")
    }
  }

  /// A group may not claim what it never decides, and nothing may be decided that no group claims.
  @Test func theGroupsTellTheTruth() throws {
    let silence = [
      "The vendor's side.", "Advice or a definition; there is nothing to check.", "Nothing in this case concerns it.",
    ]
    var decided: Set<String> = []
    for (caseName, customerName) in ReportTests.matrix {
      let report = try check(caseFile(caseName), customer(customerName))
      decided.formUnion(report.results.filter { !silence.contains($0.because) }.map(\.id))
    }
    for id in PolicyTests.ids {
      #expect(decided.contains(id) == (CheckGroup.deciding(id) != nil), "\(id)")
    }
    for group in CheckGroup.all { #expect(group.file.hasPrefix("Intake/"), "\(group.file)") }
  }
}

/// Which tests and goldens speak of which statement.
private struct TestIndex {
  private var functions: [(name: String, body: String)] = []
  private var goldens: [(name: String, lines: [Substring])] = []
  private let explained: String

  init() throws {
    for folder in ["IntakeTests", "CommandTests"] {
      for file in try Self.files("Tests/" + folder, "swift") where file.name != "TraceabilityTests.swift" {
        var name = ""
        var body = ""
        for line in file.text.split(separator: "\n", omittingEmptySubsequences: false) {
          // A test begins with its attribute, whose arguments belong to it.
          if line.contains("@Test") {
            if !name.isEmpty { functions.append((name, body)) }
            (name, body) = ("", "")
          }
          if name.isEmpty, let found = line.firstMatch(of: /func (\w+)\(/) {
            name = file.name.replacing(".swift", with: "") + "." + found.1
          }
          body += line + "\n"
        }
        if !name.isEmpty { functions.append((name, body)) }
      }
    }
    goldens = try Self.files("Fixtures/expected/intake", "txt").map { ($0.name, $0.text.split(separator: "\n")) }
    explained = try String(
      contentsOf: Repository.fixtures.appending(path: "expected/intake/explain.txt"), encoding: .utf8)
  }

  private func tests(_ id: String) -> [String] {
    functions.filter { $0.body.contains("\"\(id)\"") }.map(\.name)
  }

  private func decidingGoldens(_ id: String) -> [String] {
    goldens.filter { golden in
      golden.lines.contains { $0.hasPrefix(id + " ") && !$0.hasPrefix(id + " not-applicable") }
    }.map(\.name)
  }

  func decides(_ id: String) -> Bool { !tests(id).isEmpty || !decidingGoldens(id).isEmpty }
  func explains(_ id: String) -> Bool { explained.contains("id       \(id)\n") }

  /// The first of its tests and goldens.
  func cell(_ id: String) -> String {
    let (tests, goldens) = (tests(id), decidingGoldens(id))
    var parts = tests.prefix(3).map { "`\($0)`" }
    if let first = goldens.first { parts.append("golden `\(first)`") }
    if parts.isEmpty, explains(id) { parts.append("golden `explain.txt`") }
    return parts.joined(separator: ", ")
  }

  private static func files(_ folder: String, _ ending: String) throws -> [(name: String, text: String)] {
    let url = Repository.root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == ending }.sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
  }
}
