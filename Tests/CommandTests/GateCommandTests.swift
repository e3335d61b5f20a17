import Foundation
import TestSupport
import Testing

@Suite struct GateCommandTests {
  let folder: TemporaryFolder
  private let ready: String
  private let notReady: String

  init() throws {
    folder = try TemporaryFolder()
    let fixtures = Repository.fixtures.path(percentEncoded: false)
    let customer = "--customer \(fixtures)/customers/good.yaml --at 2026-11-24T10:00:00Z"
    ready = "--case \(fixtures)/cases/good-high.yaml \(customer)"
    notReady = "--case \(fixtures)/cases/bad-template.yaml \(customer)"
    try folder.write("logs/a.log", text: "call from +12125550147\n")
    _ = try Program.shell(
      "tar -czf logs.tar.gz logs && \(Program.path("casegate")) scrub logs.tar.gz --output clean.tar.gz -q",
      in: folder.url)
  }

  private func casegate(_ arguments: String) throws -> ProgramResult {
    try Program.shell("\(Program.path("casegate")) \(arguments)", in: folder.url)
  }

  @Test func theCommandRunsOnlyOnPass() throws {
    #expect(try casegate("gate \(ready) clean.tar.gz -- cp {} sent.tar.gz").status == 0)
    #expect(try folder.read("sent.tar.gz") == folder.read("clean.tar.gz"))
    for (arguments, status) in [
      ("\(ready) logs.tar.gz", 1), ("\(notReady) clean.tar.gz", 1), ("\(ready) missing.tar.gz", 2),
    ] {
      #expect(try casegate("gate \(arguments) -- touch never").status == Int32(status))
      #expect(!folder.exists("never"))
    }
    try folder.write("core", [0x7F, 0x45, 0x4C, 0x46, 1])
    #expect(try casegate("gate \(ready) core -- touch never").status == 2)
    #expect(try casegate("gate \(ready) clean.tar.gz --dry-run -- touch never").status == 0)
    #expect(!folder.exists("never"))
  }

  @Test func aFailingCommandHasAStatusOfItsOwn() throws {
    #expect(try casegate("gate \(ready) clean.tar.gz -- false").status == 4)
    #expect(try casegate("gate \(ready) clean.tar.gz -- sh -c 'kill -9 $$'").status == 4)
  }

  @Test func theReceiptHoldsForThisBundleAlone() throws {
    _ = try casegate("key new --signing --output s.pem")
    _ = try Program.shell("\(Program.path("casegate")) key public s.pem > s.pub", in: folder.url)
    #expect(try casegate("gate \(ready) clean.tar.gz --receipt r.json --signing-key s.pem").status == 0)
    #expect(try casegate("verify clean.tar.gz --receipt r.json --public-key s.pub").status == 0)
    try folder.write("other.log", text: "something else\n")
    let other = try casegate("verify other.log --receipt r.json --public-key s.pub")
    #expect(other.status == 1 && other.text.contains("another bundle"))
    #expect(try casegate("gate \(ready) logs.tar.gz --receipt no.json --signing-key s.pem").status == 1)
    #expect(!folder.exists("no.json"), "there is no receipt of a failure")
  }

  @Test(arguments: ["ed25519", "p256"]) func receiptsAreHeldAgainstWhatTheReceiverAsks(scheme: String) throws {
    _ = try casegate("key new --signing --scheme \(scheme) --output s.pem")
    _ = try Program.shell("\(Program.path("casegate")) key public s.pem > s.pub", in: folder.url)
    let verify = "verify clean.tar.gz --receipt r.json --public-key s.pub"
    for form in ["", " --predicate vsa --resource https://upload.example.com/4711"] {
      #expect(try casegate("gate \(ready) clean.tar.gz --receipt r.json --signing-key s.pem\(form)").status == 0)
      #expect(try casegate(verify + " --max-age 1h").status == 0)
      let digest = try casegate("rules digest").text.dropLast()
      #expect(try casegate(verify + " --rules-digest \(digest)").status == 0)
      #expect(try casegate(verify + " --rules-digest \(String(repeating: "0", count: 64))").status == 1)
    }
    let fixtures = Repository.fixtures.path(percentEncoded: false)
    let waived = try casegate(
      "gate \(ready) clean.tar.gz --receipt w.json --signing-key s.pem --waivers \(fixtures)/cases/waivers.yaml")
    #expect(waived.status == 0, "\(waived.errors)")
    #expect(try casegate("receipt show w.json").text.contains("https://casegate.example/waivers"))
    #expect(try casegate("receipt show r.json").text.contains("https://upload.example.com/4711"))
    #expect(try casegate("receipt pae r.json").text.hasPrefix("DSSEv1 28 application/vnd.in-toto+json "))
    try folder.write("r.sigstore.json", text: try casegate("receipt sigstore r.json").text)
    #expect(try casegate(verify.replacing("r.json", with: "r.sigstore.json")).status == 0)
  }

  @Test func everyByteOfAReceiptCounts() throws {
    _ = try casegate("key new --signing --output s.pem")
    _ = try Program.shell("\(Program.path("casegate")) key public s.pem > s.pub", in: folder.url)
    #expect(try casegate("gate \(ready) clean.tar.gz --receipt r.json --signing-key s.pem").status == 0)
    let receipt = try folder.read("r.json")
    for step in 1...12 {
      var changed = receipt
      changed[changed.count * step / 13] ^= 0x01
      try folder.write("r.json", changed)
      #expect(try casegate("verify clean.tar.gz --receipt r.json --public-key s.pub -q").status != 0, "step \(step)")
    }
  }

  @Test func theVerdictIsMachineReadable() throws {
    let result = try casegate("gate \(ready) logs.tar.gz clean.tar.gz --format json")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
    #expect(report["schema"] as? String == "casegate-gate/1" && report["verdict"] as? String == "blocked")
    let bundles = try #require(report["bundles"] as? [[String: Any]])
    #expect(bundles.map { $0["verdict"] as? String } == ["blocked", "pass"])
    #expect(!result.text.contains("2125550147"))
  }

  @Test func checkIsMachineReadableToo() throws {
    let result = try casegate("check \(notReady) --format json")
    #expect(result.status == 1)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
    #expect(report["schema"] as? String == "casegate-check/1" && report["verdict"] as? String == "blocked")
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.allSatisfy { ($0["id"] as? String)?.contains("-") == true && $0["mend"] is String })
    #expect((report["results"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test func personalDataInTheCasesOwnWordsIsNamedAndNotShown() throws {
    let good = try String(contentsOf: Repository.fixtures.appending(path: "cases/good-high.yaml"), encoding: .utf8)
    try folder.write("case.yaml", text: good.replacing("Nothing else was changed;", with: "Ask +12125550147;"))
    let customer = Repository.fixtures.appending(path: "customers/good.yaml").path(percentEncoded: false)
    let result = try casegate(
      "check --case case.yaml --customer \(customer) --at 2026-11-24T10:00:00Z --attachment logs.tar.gz")
    #expect(result.status == 1)
    #expect(result.text.contains("CR-7a case.yaml:13") && result.text.contains("phone"))
    #expect(!result.text.contains("2125550147") && !result.errors.contains("2125550147"))
  }

  @Test func startersAreReadable() throws {
    #expect(try casegate("init --dir .").status == 0)
    let result = try casegate("check --case case.yaml --customer customer.yaml")
    #expect(result.status == 1, "a starter is valid, and not ready: \(result.errors)")
    try folder.write("case.yaml", text: "mine")
    #expect(try casegate("init --dir .").status == 0)
    #expect(try folder.text("case.yaml") == "mine", "what exists is left alone")
  }
}
