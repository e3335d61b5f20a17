import Model
import Receipts
import Testing

struct StatementTests {
  @Test func `a statement is written in one way`() throws {
    let text = String(decoding: try Samples.statement().bytes, as: UTF8.self)
    #expect(
      text == #"{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"bundle.zip","digest":{"sha256":""#
        + Samples.bundle.hex + #""}}],"predicateType":"https://in-toto.io/attestation/svr/v0.2","predicate":"#
        + #"{"verifier":{"id":"https://casegate.example/verifier/v1","policies":[{"uri":"#
        + #""https://casegate.example/rules/telecom@1","digest":{"sha256":""# + Samples.rules.hex
        + #""}}]},"timeCreated":"2026-11-25T12:00:00Z","#
        + #""properties":["CASEGATE_GATE_PASSED","CASEGATE_PII_SCAN_COMPLETE"]}}"#)
  }

  @Test func `a verification summary names what passed and no version`() throws {
    let statement = try Samples.statement(form: .vsa(resource: "https://casegate.example/cases/1"))
    let text = String(decoding: statement.bytes, as: UTF8.self)
    #expect(text.contains(#""verificationResult":"PASSED","verifiedLevels":["CASEGATE_GATE_PASSED","#))
    #expect(text.contains(#""verifier":{"id":"https://casegate.example/verifier/v1"},"timeVerified""#))
    #expect(!text.contains("version\""))
  }

  @Test(arguments: [Statement.Form.svr, .vsa(resource: "https://casegate.example/cases/1")])
  func `a statement survives its bytes, with several subjects`(form: Statement.Form) throws {
    let statement = try Samples.statement(form: form, names: ["bundle.zip", "bündel \"2\".zip", "bundle-3.zip"])
    #expect(try Statement(parsing: statement.bytes) == statement)
  }

  @Test func `fields that in-toto does not know are refused outside the predicate, and let be inside`() throws {
    let text = String(decoding: try Samples.statement().bytes, as: UTF8.self)
    for (place, reason) in [("\"_type\"", "`note`"), ("\"name\"", "`subject[0].note`")] {
      let changed = text.replacing(place, with: "\"note\":1,\(place)")
      #expect { _ = try Statement(parsing: Array(changed.utf8)) } throws: { "\($0)".contains(reason) }
    }
    let extended = text.replacing("\"timeCreated\"", with: "\"note\":{\"a\":[1.5e+3,true,null]},\"timeCreated\"")
    #expect(try Statement(parsing: Array(extended.utf8)) == (try Samples.statement()))
  }

  @Test(arguments: [
    ("Statement/v1", "Statement/v0.1", "not an in-toto Statement v1"),
    ("svr/v0.2", "svr/v0.9", "no receipt"),
    ("T12:00:00Z", "T12:00:00+01:00", "time is not"),
    ("\"sha256\"", "\"sha512\"", "digest.sha256` is missing"),
    ("\"policies\"", "\"policy\"", "policies` is missing"),
    ("bundle.zip", "../bundle.zip", "path"),
    ("CASEGATE_GATE_PASSED", "SLSA_BUILD_LEVEL_3", "prefix"),
  ])
  func `a statement that says something else is refused`(old: String, new: String, reason: String) throws {
    let text = String(decoding: try Samples.statement().bytes, as: UTF8.self)
    let changed = text.replacing(old, with: new)
    #expect { _ = try Statement(parsing: Array(changed.utf8)) } throws: { "\($0)".contains(reason) }
  }

  @Test func `a summary that did not pass is no receipt`() throws {
    let statement = try Samples.statement(form: .vsa(resource: "https://casegate.example/cases/1"))
    let failed = String(decoding: statement.bytes, as: UTF8.self).replacing("\"PASSED\"", with: "\"FAILED\"")
    #expect(Samples.code { _ = try Statement(parsing: Array(failed.utf8)) } == .untrusted)
  }

  @Test(arguments: [
    "", ".", "..", "/home/jane/bundle.zip", "logs/bundle.zip", "C:\\bundle.zip", "a\nb", "\u{1B}[31m", "a\u{202E}b",
    "jane.roe@example.com.zip", String(repeating: "a", count: 256),
  ])
  func `a subject's name is a plain name that prints`(name: String) {
    #expect { _ = try Statement.Subject(name: name, digest: Samples.bundle) } throws: {
      guard let problem = $0 as? Problem else { return false }
      return problem.code == .invalidFile && (name.count < 3 || !problem.description.contains(name))
    }
  }

  @Test func `a neutral name keeps the kind of file and nothing else`() {
    #expect(Statement.Subject.neutralName(for: "/srv/Jane-Roe-pbx07.TAR.GZ") == "bundle.tar.gz")
    #expect(Statement.Subject.neutralName(for: "logs.zip", number: 2) == "bundle-2.zip")
    #expect(Statement.Subject.neutralName(for: "jane.roe") == "bundle")
  }

  @Test(arguments: ["", "rules", "https:", "file:///home/jane/rules.yaml", "urn:a b", "1x:y", "urn:é"])
  func `a policy is named by a URI that means the same everywhere`(uri: String) {
    #expect(Samples.code { _ = try Statement.Policy(uri: uri, digest: Samples.rules) } == .invalidFile)
  }

  @Test func `a summary joins several policies into one that anybody can compute`() throws {
    let packs = [
      try Statement.Policy(uri: "urn:casegate:rules:b@1", digest: Samples.bundle),
      try Statement.Policy(uri: "urn:casegate:rules:a@1", digest: Samples.rules),
    ]
    let combined = try Statement.Policy.combined(packs, uri: "urn:casegate:rules")
    #expect(try Statement.Policy.combined(packs.reversed(), uri: "urn:casegate:rules") == combined)
    let lines = packs.map { "\($0.digest.hex) \($0.uri)\n" }.sorted().joined()
    #expect(combined.digest == ContentDigest(of: Array(lines.utf8)))
    #expect(
      Samples.code {
        _ = try Statement(
          subjects: [try Statement.Subject(name: "a", digest: Samples.bundle)], form: .vsa(resource: "urn:x:y"),
          verifier: "urn:x:y", policies: packs, timeCreated: Samples.noon, properties: ["A"])
      } == .invalidFile)
  }
}
