import Foundation
import FoundationXML
import TestSupport
import Testing

/// The reports for other programs, as a user gets them.
@Suite struct AlertFormatTests {
  private let folder: TemporaryFolder
  private static let canary = "canary.bird@example.com"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a b.log", text: "one\nmail \(Self.canary) now, <x> & 100%\n")
    try folder.write("clean.log", text: "nothing\n")
    try folder.write("core", [0x7F, 0x45, 0x4C, 0x46] + (0..<200).map { UInt8($0) })
  }

  private func casegate(_ arguments: String) throws -> ProgramResult {
    try Program.shell("\(Program.path("casegate")) \(arguments)", in: folder.url)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func sarifHasWhatTheStandardAsksFor() throws {
    let result = try casegate("scan . --format sarif")
    #expect(result.status == 2, "a core could not be scanned")
    let log = try object(result.text)
    #expect(log["version"] as? String == "2.1.0" && log["$schema"] != nil)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(driver["name"] as? String == "casegate" && results.count == 2)
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false, "a core could not be scanned")
    #expect(results.allSatisfy { ($0["suppressions"] as? [Any])?.isEmpty == true })
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect((result["message"] as? [String: Any])?["text"] != nil && result["partialFingerprints"] != nil)
      #expect(["error", "warning", "note"].contains(result["level"] as? String ?? ""))
    }
    let location = try #require(
      (results[0]["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    #expect((location["artifactLocation"] as? [String: Any])?["uri"] as? String == "a%20b.log")
    #expect((location["region"] as? [String: Any])?["startLine"] as? Int == 2)
  }

  @Test func aFingerprintDoesNotDependOnTheLine() throws {
    _ = try casegate("key new --output k.key")
    func prints() throws -> [String] {
      let log = try object(try casegate("scan 'a b.log' --key-file k.key --format sarif").text)
      let run = try #require((log["runs"] as? [[String: Any]])?.first)
      return (run["results"] as? [[String: Any]] ?? []).compactMap {
        ($0["partialFingerprints"] as? [String: String])?["casegate/v1"]
      }
    }
    let before = try prints()
    try folder.write("a b.log", text: "one\ntwo\nthree\nmail \(Self.canary) now\n")
    #expect(try prints() == before && before.count == 1)
  }

  @Test func junitHasATestCaseForEachEntry() throws {
    let text = try casegate("scan . --format junit").text
    let document = try XMLDocument(xmlString: text)
    let cases = try document.nodes(forXPath: "//testcase").compactMap { $0 as? XMLElement }
    #expect(
      cases.compactMap { $0.attribute(forName: "name")?.stringValue }.sorted() == ["a b.log", "clean.log", "core"])
    #expect(try document.nodes(forXPath: "//failure").count == 2)
    let suite = try #require(try document.nodes(forXPath: "//testsuite").first as? XMLElement)
    #expect(suite.attribute(forName: "failures")?.stringValue == "2")
  }

  @Test func thePageIsWellFormedAndEscaped() throws {
    try folder.write("<b>&.log", text: "mail \(Self.canary)\n")
    let text = try casegate("scan . --format html").text
    #expect(text.hasPrefix("<!DOCTYPE html>") && text.hasSuffix("</html>\n"))
    #expect(text.contains("&lt;b&gt;&amp;.log:1") && !text.contains("<b>"))
    #expect(text.contains("3 errors, 0 warnings") && text.contains("looked at 4"))
    #expect(!text.contains("<script") && !text.contains("http"))
    let body = text.replacing("<!DOCTYPE html>\n", with: "").replacing(/<meta ([^>]*)>/) { "<meta \($0.1)/>" }
    _ = try XMLDocument(xmlString: body)
    #expect(try casegate("scan clean.log --format html").text.contains("Nothing was found."))
  }

  @Test func annotationsAreEscaped() throws {
    let lines = try casegate("scan . --format github").text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("::error file=a b.log,line=2,title=contact.email%3A email::"))
    #expect(lines[1].hasPrefix("::error file=core,title=bundle.blocked"))
  }

  @Test func checkAndGateHaveThemToo() throws {
    let files =
      "--case \(Repository.fixtures.path())/cases/good-high.yaml --customer \(Repository.fixtures.path())/customers/good.yaml --at 2026-11-24T10:00:00Z"
    let result = try casegate("check \(files) --format github --report sarif=c.sarif --report junit=c.xml")
    #expect(result.text.contains("::warning file="))
    let log = try object(try folder.text("c.sarif"))
    #expect((log["runs"] as? [[String: Any]])?.count == 1)
    let document = try XMLDocument(xmlString: try folder.text("c.xml"))
    #expect(try document.nodes(forXPath: "//testcase").count > 80, "one for each responsibility")
    let gate = try casegate("gate \(files) 'a b.log' --format sarif")
    #expect(gate.status == 1 && gate.text.contains("\"uri\":\"a%20b.log\""))
  }

  @Test func noneHoldsAValue() throws {
    for format in ["text", "json", "sarif", "junit", "github", "html"] {
      _ = try casegate("scan 'a b.log' core --report \(format)=r.\(format) --format \(format) > o.\(format)")
      for file in ["r.\(format)", "o.\(format)"] {
        let text = try folder.text(file)
        #expect(!text.contains("canary.bird") && text.contains("mail"), "\(file)")
      }
    }
    let wrong = try casegate("scan . --report sarf=x")
    #expect(wrong.status == 2 && wrong.errors.contains("sarif"))
  }

  @Test func aReportReplacesReportsAndNothingElse() throws {
    let formats = ["text", "json", "sarif", "junit", "github", "html"]
    let all = formats.map { "--report \($0)=r.\($0)" }.joined(separator: " ")
    let fixtures = Repository.fixtures.path(percentEncoded: false)
    let files =
      "--case \(fixtures)/cases/bad-critical.yaml --customer \(fixtures)/customers/one-contact.yaml --at 2026-11-24T10:00:00Z"
    for command in ["scan 'a b.log'", "check \(files)", "gate \(files) 'a b.log'", "scan clean.log"] {
      #expect(try casegate("\(command) \(all)").status < 2, "\(command)")
      for format in formats {
        let result = try casegate("\(command) --report \(format)=r.\(format)")
        #expect(result.status < 2, "\(command) \(format): \(result.errors)")
      }
    }
    _ = try casegate("key new --output site.key")
    _ = try casegate("scrub 'a b.log' --output out.log --key-file site.key --vault site.vault")
    try folder.write("notes.md", text: "casegate says: 3 values found\nand more\n")
    try folder.write("w.yaml", text: "# for casegate\nwaivers: []\n")
    try folder.write("site.yaml", text: "# casegate\nkey_file: site.key\n")
    for (arguments, kept) in [
      ("scan clean.log --report text=site.vault", "site.vault"),
      ("scan clean.log --key-file site.key --report text=site.key", "site.key"),
      ("scan clean.log --report text=site.key", "site.key"), ("scan clean.log --report json=notes.md", "notes.md"),
      ("scan clean.log --config site.yaml --report json=site.yaml", "site.yaml"),
      ("check \(files) --waivers w.yaml --report json=w.yaml", "w.yaml"),
      ("scrub clean.log --output o.log --force --key-file site.key --manifest site.key", "site.key"),
    ] {
      let before = try folder.read(kept)
      let result = try casegate(arguments)
      #expect(result.status == 2 && result.errors.contains(kept), "\(arguments): \(result.errors)")
      #expect(try folder.read(kept) == before, "\(arguments)")
    }
    for twice in [
      "scan clean.log --report json=new --report sarif=./new",
      "gate \(files) clean.log --receipt new --signing-key k.pem --report json=new",
    ] {
      _ = try casegate("key new --signing --output k.pem")
      #expect(try casegate(twice).status == 2 && !folder.exists("new"), "\(twice)")
    }
  }
}
