import Foundation
import TestSupport
import Testing

/// `check --split`: one draft per issue, for review.
@Suite struct SplitTests {
  private let folder: TemporaryFolder
  private let customer = Repository.fixtures.appending(path: "customers/good.yaml").path(percentEncoded: false)

  init() throws { folder = try TemporaryFolder() }

  private func check(_ text: String, name: String = "case.yaml", _ more: String = "--split drafts") throws
    -> ProgramResult
  {
    try folder.write(name, text: text)
    return try Program.shell(
      "\(Program.path("casegate")) check --case \(name) --customer '\(customer)' \(more)", in: folder.url)
  }

  private func drafts() throws -> [String] {
    var drafts: [String] = []
    while folder.exists("drafts/case-\(drafts.count + 1).yaml") {
      drafts.append(try folder.text("drafts/case-\(drafts.count + 1).yaml"))
    }
    return drafts
  }

  @Test func headingsBecomeDraftsThatHoldOneIssueEach() throws {
    let text = try String(
      contentsOf: Repository.fixtures.appending(path: "cases/bad-many-issues.yaml"), encoding: .utf8)
    let result = try check(text)
    #expect(result.status == 1)
    let drafts = try drafts()
    #expect(drafts.count == 4)
    try expectSnapshot(drafts.joined(separator: "---\n"), "intake/split-drafts.yaml")
    for draft in drafts {
      let again = try check(draft, name: "again.yaml", "--format json")
      #expect(!again.text.contains("several issues"), "\(draft)\n\(again.text)")
    }
  }

  @Test(arguments: [
    (
      "Faults", "We see since Monday:\n- the desktop freezes\n- calls are dropped\n  after a minute\nRegards, the team",
      ["The desktop freezes", "Calls are dropped"]
    ),
    (
      "Voice", "GVP answers slowly. Another problem is that ICON has duplicate records.",
      ["GVP answers slowly", "ICON has duplicate records"]
    ),
    (
      "Calls drop and statistics are wrong", "SIP Server 8.1.102.60 drops calls. Stat Server shows wrong numbers.",
      ["SIP Server 8.1.102.60 drops calls", "Stat Server shows wrong numbers"]
    ),
    (
      "Two separate issues", "MCP leaks memory. It grows by a gigabyte a day. GAX shows an empty page.",
      ["MCP leaks memory", "GAX shows an empty page"]
    ),
    (
      "Calls drop and reports are empty; several issues", "Please help.",
      ["Calls drop", "Reports are empty; several issues"]
    ),
  ])
  func partsBeginWhereTheEvidenceLies(subject: String, text: String, subjects: [String]) throws {
    // JSON on purpose: a draft is YAML whatever the case was written in.
    let quoted = String(decoding: try JSONEncoder().encode(["subject": subject, "description": text]), as: UTF8.self)
    let result = try check("{\"case\": \(quoted)}", name: "case.json")
    #expect(result.status == 1, "\(result.errors)")
    let drafts = try drafts()
    #expect(drafts.count == subjects.count, "\(result.errors)")
    for (draft, subject) in zip(drafts, subjects) {
      #expect(draft.range(of: "subject: \"\(subject)\"\n", options: .caseInsensitive) != nil, "\(draft)")
    }
    if text.contains("Regards") { #expect(drafts.allSatisfy { $0.contains("since Monday") && $0.contains("Regards") }) }
  }

  @Test func oneIssueLeavesNoDrafts() throws {
    let result = try check("case: {subject: Calls drop, description: Every call drops.}")
    #expect(result.errors.contains("no drafts") && !folder.exists("drafts"))
  }

  @Test func whatIsThereIsNotOverwritten() throws {
    try folder.write("drafts/case-2.yaml", text: "mine\n")
    let result = try check(
      "case: {subject: Two separate issues, description: \"MCP leaks memory. GAX shows an empty page.\"}")
    #expect(result.status == 2 && result.errors.contains("drafts/case-2.yaml"))
    #expect(try folder.text("drafts/case-2.yaml") == "mine\n" && !folder.exists("drafts/case-1.yaml"))
  }

  @Test func anUpdateIsNotTakenApart() throws {
    let result = try check("case: {}", "--split drafts --update mail.eml")
    #expect(result.status == 2 && result.errors.contains("--split takes a case apart"))
  }
}
