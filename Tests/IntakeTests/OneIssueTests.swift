import Intake
import Model
import Testing

@Suite struct OneIssueTests {
  private func report(_ subject: String, _ lines: [String], one: String = "null") throws -> CheckReport {
    let indented = lines.map { "    " + $0 }.joined(separator: "\n")
    let yaml = "case:\n  severity: high\n  subject: '\(subject)'\n  description: |\n\(indented)\n"
    return try check(caseFile(text: yaml + "  attestations: {one_issue: \(one)}\n"), customer("good.yaml"))
  }

  /// Texts with several issues, and the level expected.
  @Test(arguments: [
    ("Three problems since Monday", ["Calls drop."], [Level.warning]),
    ("Trouble", ["Problem 1: calls drop", "", "Problem 2: Stat Server shows wrong numbers"], [.error]),
    ("Trouble", ["We have two separate issues here.", "Issue A: crash at start", "Issue B: one-way audio"], [.error]),
    (
      "Trouble", ["We see this:", "- the agent desktop freezes", "- calls are dropped", "- numbers are wrong"],
      [.warning]
    ),
    ("Calls drop / statistics wrong", ["SIP Server drops calls.", "Stat Server shows wrong numbers."], [.warning]),
    ("Calls drop", ["Calls drop.", "On another note, the report is empty."], [.warning]),
    ("Calls drop", ["Calls drop. By the way, how to configure a second queue?"], [.warning]),
  ])
  func severalIssuesAreSeen(_ row: (subject: String, lines: [String], levels: [Level])) throws {
    #expect(try report(row.subject, row.lines).levels("DC-7") == row.levels)
  }

  /// The usual false alarms.
  @Test(arguments: [
    (
      "Calls drop",
      ["Steps to reproduce:", "1. make a call, it fails once", "2. transfer it", "3. the call is dropped"]
    ),
    ("Crash at start", ["1. the server cannot connect", "2. then it crashes"]),
    ("Calls drop", ["10:01 call fails", "10:02 server hangs", "10:05 calls are dropped"]),
    ("Errors in the log", ["These 4 errors are logged:", "- connection refused", "- process hung", "- call dropped"]),
    ("Calls drop on both nodes", ["Affected hosts:", "- host a drops calls", "- host b is slow"]),
    ("Crash and restart", ["The server crashes, and as a result calls drop and the desktop freezes."]),
    ("Calls drop", ["> another problem", "> Problem 1: crash", "> Problem 2: hang", "Calls drop as before."]),
    ("Calls drop", ["```", "Problem 1: crash", "Problem 2: hang", "two problems", "```", "Calls drop."]),
    ("Calls drop", ["The two servers have no other fault. Version 8.1.2 issues a re-invite."]),
    ("Calls drop", ["- site a drops calls", "- site b drops calls", "- site c drops calls"]),
  ])
  func oneIssueIsLeftAlone(_ row: (subject: String, lines: [String])) throws {
    let report = try report(row.subject, row.lines)
    #expect(report.levels("DC-7").isEmpty, "\(report.messages("DC-7"))")
  }

  @Test func theEvidenceIsShownWithItsLine() throws {
    let report = try report("Trouble", ["Calls drop.", "We have two separate issues here."])
    #expect(report.messages("DC-7").first?.contains("line 6: 'two separate issues' (+4)") == true)
  }

  @Test func oneNamedCauseClearsIt() throws {
    let lines = ["Problem 1: calls drop", "Problem 2: Stat Server shows wrong numbers"]
    #expect(try report("Trouble", lines, one: "The database ran out of disk").state("DC-7") == .attested)
    #expect(try report("Trouble", lines, one: "'yes'").levels("DC-7") == [.error])
  }

  @Test func anUpdateKeepsToItsCase() throws {
    let yaml = """
      case:
        kind: update
        number: 1
        original_subject: Calls drop after a transfer
        description: The wallboard shows an empty page since this morning.
      """
    #expect(try check(caseFile(text: yaml), customer("good.yaml")).levels("DC-7") == [.warning])
    #expect(try check(caseFile("good-update.json"), customer("good.yaml")).state("DC-7") == .pass)
  }
}
