import Intake
import Model
import Testing

@Suite struct ContentTests {
  @Test func personalDataIsNamedAndNeverShown() throws {
    let finding = TextFinding(field: "case.description", line: 9, category: "phone", count: 2)
    let report = try check(caseFile("good-high.yaml"), customer("good.yaml"), textFindings: [finding])
    let message = try #require(report.messages("CR-7a").first)
    #expect(report.verdict == .blocked && report.state("DC-9") == .fail)
    #expect(["case.description", "phone", "line 9", "2 times"].allSatisfy(message.contains))
  }

  @Test(arguments: [
    ("purged: true", "purged: false", CheckState.fail), ("purged: true", "purged: null", .cannotVerify),
  ])
  func purgingIsAttested(_ edit: (from: String, to: String, state: CheckState)) throws {
    let report = try check(goodCase((edit.from, edit.to)), customer("good.yaml"))
    #expect(report.state("CR-7a") == edit.state && report.state("CR-7c") == edit.state)
    #expect(report.state("CR-7b") == .notApplicable)
  }

  @Test(arguments: [
    "PIN: 1234", "my contact PIN is 4711-08", "pin=99881", "The PIN code (for the phone): 5 5 5 1", "PIN\n    123456",
  ])
  func aPINIsFoundAndNotRepeated(_ words: String) throws {
    let edit = ("Nothing else was changed;", "\(words)\n    Nothing else was changed;")
    let report = try check(goodCase(edit), customer("good.yaml"))
    #expect(report.levels("DC-1") == [.error])
    #expect(report.findings.first?.line == (words.contains("\n") ? 14 : 13))
    for digits in ["1234", "4711", "9988", "5 5 5"] { #expect(!report.rendered.contains(digits)) }
  }

  @Test(arguments: ["The pin of the connector is bent", "spinning 1234", "I have the PIN at hand, call 4711", "PIN 12"])
  func whatIsNoPINIsLeftAlone(_ words: String) throws {
    let edit = ("Nothing else was changed;", "\(words). Nothing else was changed;")
    #expect(try check(goodCase(edit), customer("good.yaml")).levels("DC-1").isEmpty)
  }

  @Test(arguments: [
    ("version: 8.1.102.60", "version: '8.5'", [Level.error]), ("version: 8.1.102.60", "version: latest", [.error]),
    ("version: 8.1.102.60, ", "", [.error]), ("version: 8.1.102.60", "version: 8.1.102.61", [.warning]),
    ("name: SIP Server", "name: sip-server", []), ("name: SIP Server", "name: Router X", [.warning]),
    ("affected: true", "affected: false", [.error, .warning]),
  ])
  func productsHaveNamesAndReleases(_ edit: (from: String, to: String, levels: [Level])) throws {
    let report = try check(goodCase((edit.from, edit.to)), customer("good.yaml"))
    #expect(report.levels("DC-3") == edit.levels.filter { $0 == .error || edit.levels.count == 1 })
  }

  @Test func aThinDescriptionIsToldWhatItLacks() throws {
    let yaml = "case: {kind: new, severity: high, subject: Calls drop, description: 'Calls drop, please help us soon'}"
    let message = try #require(check(caseFile(text: yaml), customer("good.yaml")).messages("DF-4").first)
    #expect(message.contains("6 words") && message.contains("what should happen instead"))
  }

  @Test func textLeftFromAFormIsNamed() throws {
    let report = try check(goodCase(("Nothing else was changed;", "TODO more")), customer("good.yaml"))
    #expect(report.levels("DF-6") == [.warning] && report.messages("DF-6").first?.contains("'todo'") == true)
    let empty = try check(
      goodCase(("About two hundred", "..."), (" customers a day lose their call and have to dial again.", "")),
      customer("good.yaml"))
    #expect(empty.levels("DC-6") == [.error] && empty.levels("DF-3") == [.info])
  }

  @Test func anOccurrenceInTheFutureIsOdd() throws {
    #expect(
      try check(goodCase(("2026-11-20T14:05", "2026-12-20T14:05")), customer("good.yaml")).levels("DF-6") == [.warning])
  }

  @Test func aRemoteSessionIsAttested() throws {
    let planned = ("remote_session: false", "remote_session: true")
    #expect(try check(goodCase(planned), customer("good.yaml")).state("DC-13") == .cannotVerify)
    let attested = ("privacy_for_remote_session: null", "privacy_for_remote_session: Checked by jroe on 2026-11-24")
    #expect(try check(goodCase(planned, attested), customer("good.yaml")).state("DC-13") == .attested)
    let denied = ("privacy_for_remote_session: null", "privacy_for_remote_session: no")
    #expect(try check(goodCase(planned, denied), customer("good.yaml")).state("DC-13") == .fail)
  }

  @Test func theCloudIsOutsideTheGuide() throws {
    let report = try check(goodCase(("name: SIP Server", "name: Genesys Cloud")), customer("good.yaml"))
    #expect(report.levels("INT-1") == [.warning])
  }

  @Test(arguments: [
    ("high", "", Level.error), ("medium", "", .warning), ("low", "", .warning), ("high", "log", .info),
    ("high", "config", .info), ("high", "trace", .error),
  ])
  func logsAndConfigurationAreRequired(_ row: (severity: String, class: String, level: Level)) throws {
    let list = row.class.isEmpty ? "" : "- {path: a, class: \(row.class)}"
    let file = try goodCase(
      ("severity: high", "severity: \(row.severity)"), ("- {path: logs.tar.gz, class: log}", list))
    #expect(try check(file, customer("good.yaml")).levels("SV-8") == [row.level])
  }

  @Test func aFileThatIsNotFoundIsNoPass() throws {
    let facts = [AttachmentFacts(path: "logs.tar.gz", exists: false, sizeInBytes: nil, class: .log)]
    let report = try check(caseFile("good-high.yaml"), customer("good.yaml"), attachments: facts)
    #expect(report.levels("DC-8") == [.warning] && report.levels("SV-8") == [.warning])
    #expect(report.targets?.clockStart == nil)
  }

  @Test func aCoreFileBlocks() throws {
    let report = try check(goodCase(("class: log}", "class: core}")), customer("good.yaml"))
    #expect(report.levels("DC-8") == [.error])
  }
}
