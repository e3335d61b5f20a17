import Foundation
import Model
import TestSupport
import Testing

internal import Intake

@Suite struct PolicyTests {
  /// Every statement of the guide, listed a second time.
  static let ids: [String] =
    ["INT-1"] + (1...10).map { "DF-\($0)" } + (1...6).map { "CH-\($0)" }
    + ["CR-0", "CR-1", "CR-2", "CR-2b", "CR-3", "CR-4", "CR-5", "CR-6", "CR-7a", "CR-7b", "CR-7c"]
    + (1...23).map { "VR-\($0)" } + (0...14).map { "DC-\($0)" } + (1...13).map { "SV-\($0)" }
    + ["1", "2"].flatMap { table in
      ["critical-production-down", "critical", "high", "medium", "low"].map { "SL-\(table)-\($0)" }
    }

  @Test func theListIsComplete() throws {
    let policy = try Policy.builtIn()
    #expect(Set(policy.responsibilities.map(\.id)) == Set(Self.ids))
    #expect(policy.responsibilities.count == Self.ids.count)
  }

  @Test func everyStatementIsUsable() throws {
    for rule in try Policy.builtIn().responsibilities {
      #expect(!rule.title.isEmpty && rule.says.hasSuffix(".") && !rule.guide.isEmpty, "\(rule.id)")
      #expect(rule.kind == .vendor || rule.mend.hasSuffix("."), "\(rule.id)")
      #expect(rule.note.map { $0.hasSuffix(".") } ?? true, "\(rule.id)")
    }
  }

  /// The files below `Rules/intake`, with `edits` made in one of them.
  private func files(_ path: String = "", _ edit: (String, String) = ("", "")) throws -> [String: String] {
    let root = Repository.root.appending(path: "Rules/intake")
    let names =
      try FileManager.default.contentsOfDirectory(atPath: root.path(percentEncoded: false))
      + FileManager.default.contentsOfDirectory(
        atPath: root.appending(path: "responsibilities").path(percentEncoded: false)
      )
      .map { "responsibilities/" + $0 }
    var files: [String: String] = [:]
    for name in names where name.hasSuffix(".yaml") {
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      files["intake/" + name] = name == path ? text.replacing(edit.0, with: edit.1) : text
    }
    return files
  }

  @Test func whatIsBuiltInIsWhatIsInTheFolder() throws {
    #expect(try Policy(files: files()).responsibilities == Policy.builtIn().responsibilities)
  }

  @Test(arguments: [
    ("targets.yaml", "60 minutes", "60 moments"), ("targets.yaml", "fallback: 1", "fallback: 3"),
    ("targets.yaml", "      low:", "      lowest:"), ("severities.yaml", "processed: 24x7", "processed: always"),
    ("severities.yaml", "rule: SV-1\n", "rule: SV-99\n"), ("severities.yaml", "test: refused, ", ""),
    ("products.yaml", "aliases: [ORS]", "aliases: [URS]"), ("issues.yaml", "bands:", "bounds:"),
    ("symptoms.yaml", "down: [", "down: {"), ("wording.yaml", "description: 20", "description: many"),
    ("responsibilities/customer.yaml", "id: CR-7b", "id: CR-7a"),
    ("responsibilities/customer.yaml", "level: error", "level: grave"),
    ("responsibilities/contacts.yaml", "kind: attested", "kind: guessed"),
  ])
  func brokenPolicyIsAProblem(_ edit: (file: String, from: String, to: String)) throws {
    let files = try files(edit.file, (edit.from, edit.to))
    #expect(throws: Problem.self) { try Policy(files: files) }
  }

  @Test func aMissingPolicyFileIsAProblem() throws {
    for name in try files().keys where !name.contains("responsibilities/") {
      var files = try files()
      files[name] = nil
      #expect(throws: Problem.self) { try Policy(files: files) }
    }
  }

  @Test func lookUpForgivesCaseAndSuggests() throws {
    let policy = try Policy.builtIn()
    #expect(policy["cr-2B"]?.id == "CR-2b")
    #expect(policy["CR-77"] == nil)
    #expect(policy.nearestID(to: "CRR-1") == "CR-1")
  }

  @Test func theVendorsMailboxIsNoPersonalData() throws {
    #expect(try Policy.builtIn().vendorAddresses == ["CCManagementAttention@genesys.com"])
  }
}
