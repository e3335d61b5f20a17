import Foundation
import Intake
import TestSupport
import Testing

/// `casegate init`: a dialog on a terminal, the commented starters elsewhere.
@Suite struct InitTests {
  static let hasPython = (try? Program.shell("python3 -c 'import pty'").status) == 0
  private let folder: TemporaryFolder
  private let program = Program.path("casegate")
  private let starters = Repository.root.appending(path: "Rules/starters")

  init() throws { folder = try TemporaryFolder() }

  /// Runs `init` on a pseudo terminal; gives the transcript.
  private func dialog(_ answers: String, _ arguments: String = "") throws -> ProgramResult {
    try folder.write("answers.txt", text: answers)
    let script = Repository.root.appending(path: "Tests/CommandTests/pty_dialog.py").path(percentEncoded: false)
    return try Program.shell("python3 '\(script)' answers.txt \(program) init \(arguments)", in: folder.url)
  }

  private let answers = """
    Name of your company => Example "Corp": GmbH
    Time zone => Berlin
    Time zone => Europe/Berlin
    service contract => maybe
    service contract => y
    First day => 2026-01-01
    Last day => 2026-12-31
    fees paid => y
    Service level => business care
    Service level => Business-Care
    Name of a product => SIP Server
    Its full release => 8.1.102.60
    Short id => jroe
    Name of the person => Jane Roe
    E-mail => jane.roe@example.com
    Designated by => y
    May report => y
    May update => y
    Meets => y
    Short id => jdoe
    E-mail => john.doe@example.com
    Designated by => y
    May report => n
    May update => y
    Meets => y
    Who submits => jroe
    Severity => critical
    Which system => moon
    Which system => production
    In one line => Calls drop: all of them
    What happens => Since 09:12 every call is dropped, for example ConnID 007102fe301559ab.
    >  => The call should stay connected; the log shows cause 408.
    What led => The server was restarted at 09:11; nothing else was changed.
    Who cannot => No customer can reach any of the four hundred agents.
    When it happened => yesterday
    When it happened => 2026-11-20T14:05:00+01:00
    Name of an affected => SIP Server
    Its full release => 8.1.102.60
    When you telephoned => 2026-11-20T14:30:00+01:00
    Who telephoned => jroe
    at any time => y
    Contacts who can => jroe, jdoe
    Documents => Deployment guide, release notes
    PIN at hand => y
    purged => y

    """

  @Test(.enabled(if: hasPython)) func theDialogEndsWithACaseThatIsReady() throws {
    let result = try dialog(answers)
    #expect(result.status == 0, "\(result.text)")
    for refusal in [
      "IANA name", "neither yes nor no", "Did you mean 'business-care'", "must be one of", "with an offset",
    ] {
      #expect(result.text.contains(refusal), "\(refusal)")
    }
    // Only what a check misses is asked: a critical case begins without files.
    #expect(!result.text.contains("Files that you send"))
    let caseText = try folder.text("case.yaml")
    #expect(
      caseText.contains("# One line: what fails, where.") && caseText.contains("subject: \"Calls drop: all of them\""))
    #expect(try folder.text("customer.yaml").contains("name: \"Example \\\"Corp\\\": GmbH\""))
    let check = try Program.shell(
      "\(program) check --case case.yaml --customer customer.yaml --at 2026-11-20T14:00:00Z", in: folder.url)
    // What is left is not asked: training stands under each contact.
    #expect(check.status == 0 && !check.text.contains("error"), "\(check.text) \(check.errors)")
  }

  @Test(.enabled(if: hasPython)) func theEndOfTheInputKeepsWhatWasSaid() throws {
    let result = try dialog("Name of your company => Example Corp\nTime zone => ^D\n")
    #expect(result.status == 0, "\(result.text)")
    #expect(try folder.text("customer.yaml").contains("  name: Example Corp\n"))
    #expect(try folder.text("case.yaml") == String(contentsOf: starters.appending(path: "case.yaml"), encoding: .utf8))
  }

  @Test(.enabled(if: hasPython)) func anInterruptWritesNothing() throws {
    let result = try dialog("Name of your company => Example Corp\nTime zone => ^C\n")
    #expect(result.status == 130, "\(result.text)")
    #expect(try folder.names() == ["answers.txt"])
  }

  @Test(.enabled(if: hasPython)) func noInputAsksNothing() throws {
    let result = try dialog("", "--no-input")
    #expect(result.status == 0 && !result.text.contains("Name of your company"), "\(result.text)")
    #expect(folder.exists("case.yaml"))
  }

  @Test func elsewhereTheStartersAreWritten() throws {
    let result = try Program.shell("\(program) init", in: folder.url)
    #expect(result.status == 0 && result.output.isEmpty)
    #expect(
      try folder.names() == ["case.schema.json", "case.yaml", "customer.schema.json", "customer.yaml"])
    for name in ["case.yaml", "customer.yaml"] {
      #expect(try folder.text(name) == String(contentsOf: starters.appending(path: name), encoding: .utf8))
      let schema = name.replacing(".yaml", with: ".schema.json")
      #expect(try folder.text(name).hasPrefix("# yaml-language-server: $schema=\(schema)\n"))
    }
    #expect(try folder.text("case.schema.json") == Program.shell("\(program) schema case").text)
  }

  @Test func filesThatExistAreLeftAlone() throws {
    try folder.write("case.yaml", text: "case: {kind: new}\n")
    let result = try Program.shell("\(program) init", in: folder.url)
    #expect(result.status == 0 && result.errors.contains("case.yaml exists and is left alone"))
    #expect(try folder.text("case.yaml") == "case: {kind: new}\n" && folder.exists("customer.yaml"))
  }

  @Test(.enabled(if: hasPython)) func aDialogNeedsToReadWhatIsThere() throws {
    try folder.write("case.yaml", text: "case: {knd: new}\n")
    let broken = try dialog("")
    #expect(broken.status == 2 && broken.text.contains("Did you mean 'kind'?") && !folder.exists("customer.yaml"))
  }
}
