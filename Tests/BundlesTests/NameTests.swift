import Bundles
import Detection
import Model
import Redaction
import RulePacks
import TestSupport
import Testing

/// Names of entries are sent too.
@Suite struct NameTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func session() throws -> Session {
    Session(
      try Detector(try RuleSet().rules, isReplacement: { Replacement.isOne($0, $1, $2) }),
      Redactor(key: .ephemeral()))
  }

  @Test func aValueInANameIsAFinding() throws {
    try folder.write("logs/of jane.roe@example.com.log", text: "nothing in it\n")
    try folder.write("logs/plain.log", text: "nothing in it\n")
    let session = try session()
    var findings: [Finding] = []
    session.onFinding = { finding throws(Problem) in findings.append(finding) }
    try session.scan([folder.path("logs")])
    #expect(findings.map(\.category) == [.email])
    #expect(findings.map(\.inName) == [true] && findings.map(\.line) == [0])
    #expect(session.ledger.totals.hits == ["email": 1])
    #expect(!findings[0].entry.contains("jane.roe"))
  }

  @Test func theNamesOfTheFileItselfOfNestedArchivesAndOfLinksCount() throws {
    try folder.write("in/a.log", text: "nothing in it\n")
    let command = """
      tar -czf in/jane.roe@example.com.tar.gz -C in a.log && ln -s 'by jane.roe@example.org.log' in/link \
      && tar -czf 'from jane.roe@example.net.tar.gz' in
      """
    #expect(try Program.shell(command, in: folder.url).status == 0)
    let session = try session()
    try session.scan([folder.path("from jane.roe@example.net.tar.gz")])
    #expect(session.ledger.totals.hits == ["email": 3])
    let scrub = try self.session()
    _ = try scrub.scrub([folder.path("from jane.roe@example.net.tar.gz")], to: folder.path("out.tar.gz"))
    let again = try self.session()
    try again.scan([folder.path("out.tar.gz")])
    #expect(again.ledger.totals.hits.isEmpty)
    #expect(again.ledger.entries.count == scrub.ledger.entries.count)
  }
}
