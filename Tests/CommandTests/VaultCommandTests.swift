import Foundation
import TestSupport
import Testing

/// The vault and the way back, as a user runs them.
@Suite struct VaultCommandTests {
  let folder: TemporaryFolder
  private let program = Program.path("casegate")
  private let keys = "--key-file site.key --vault site.vault"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("logs/a.log", text: "call +1-212-555-0147 by jane.roe@example.com\r\n")
    try folder.write("logs/sub/b.log", text: "again +12125550147 from 192.0.2.7\n")
    _ = try casegate("key new --output site.key && \(program) key new --output other.key")
  }

  @discardableResult
  private func casegate(_ arguments: String) throws -> ProgramResult {
    try Program.shell("\(program) \(arguments)", in: folder.url)
  }

  private func mode(_ name: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int)
  }

  @Test func aWholeBundleComesBackByteForByte() throws {
    #expect(try casegate("scrub logs --output out/ -q \(keys)").status == 0)
    for name in ["a.log", "sub/b.log"] {
      let result = try casegate("reveal \(keys) -q < out/\(name)")
      #expect(try result.status == 0 && result.output == folder.read("logs/\(name)"), "\(result.errors)")
    }
    #expect(try mode("site.vault") == 0o600)
    let sealed = String(decoding: try folder.read("site.vault"), as: UTF8.self)
    #expect(!sealed.contains("555") && !sealed.contains("jane") && !sealed.contains(".invalid"))
  }

  @Test func pseudonymsAreRevealedInTheFormTheyWerePrinted() throws {
    #expect(try casegate("scrub logs --output out/ -q \(keys)").status == 0)
    let printed = try #require(try folder.text("out/a.log").split(separator: " ").dropFirst().first)
    let result = try casegate("reveal '\(printed)' \(keys)")
    #expect(result.status == 0 && result.text == "\(printed)\t+1-212-555-0147\n")
    let other = try casegate("reveal '\(printed.replacing("-", with: "."))' \(keys)")
    #expect(other.status == 0 && other.text.split(separator: "\n").count == 2, "\(other.text)")
    let json = try casegate("reveal '\(printed)' \(keys) --format json")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
    #expect(report["schema"] as? String == "casegate-reveal/1")
    let row = try #require((report["values"] as? [[String: Any]])?.first)
    #expect(row["originals"] as? [String] == ["+1-212-555-0147"] && row["category"] as? String == "phone")
  }

  @Test func whatIsNotInTheVaultIsNamedUnlessItMayBeAValue() throws {
    try casegate("scrub logs --output out/ -q \(keys)")
    let result = try casegate("reveal +10009999999 2125550199 \(keys)")
    #expect(result.status == 1 && result.text.isEmpty)
    #expect(result.errors.contains("'+10009999999' is not in the vault") && result.errors.contains("argument 2"))
    #expect(!result.errors.contains("2125550199"))
  }

  @Test func runsAddUpAlsoAtTheSameTime() throws {
    for number in 0..<6 { try folder.write("in/\(number).log", text: "call +1212555010\(number)\n") }
    let runs = "seq 0 5 | xargs -P 6 -I@ \(program) scrub in/@.log --output o@.log -q --jobs 1 \(keys)"
    #expect(try Program.shell(runs, in: folder.url).status == 0)
    for number in 0..<6 {
      #expect(try casegate("reveal \(keys) -q < o\(number).log").text == "call +1212555010\(number)\n")
    }
    #expect(try folder.names().filter { $0.hasPrefix(".") }.isEmpty, "no lock and no temporary file stays")
  }

  @Test func theFilterFillsTheVaultBeforeItAnswers() throws {
    let result = try Program.shell(
      """
      (printf 'call +12125550147\\n'; sleep 0.6; cp site.vault early.vault; printf 'and +12125550148\\n') \
      | \(program) filter -q \(keys) > out.log; \(program) reveal --key-file site.key --vault early.vault -q < out.log
      """, in: folder.url)
    let lines = result.text.split(separator: "\n")
    #expect(lines.first == "call +12125550147", "the first line had gone out, so the vault held it: \(result.errors)")
    #expect(lines.last?.hasPrefix("and +1000") == true)
    #expect(try casegate("reveal \(keys) -q < out.log").text == "call +12125550147\nand +12125550148\n")
  }

  @Test func jobsAndLearningFillItAlike() throws {
    try casegate("scrub logs --output one/ -q --jobs 1 --no-learn --key-file site.key --vault one.vault")
    try casegate("scrub logs --output many/ -q --jobs 3 --key-file site.key --vault many.vault")
    for vault in ["one.vault", "many.vault"] {
      let back = try casegate("reveal --key-file site.key --vault \(vault) -q < many/a.log")
      #expect(try back.output == folder.read("logs/a.log"))
    }
  }

  @Test func aFailedScrubKeepsTheVaultAndAFailedVaultKeepsTheOutputBack() throws {
    try folder.write("bad/p.png", [0x89, 0x50, 0x4E, 0x47, 1, 2, 3])
    try folder.write("bad/a.log", text: "call +12125550147\n")
    #expect(try casegate("scrub bad --output o/ -q \(keys)").status == 2)
    #expect(!folder.exists("site.vault") && !folder.exists("o"))
    try folder.write("big.log", text: (0..<4000).map { "call +1212\(5_550_000 + $0)\n" }.joined())
    let result = try Program.shell(
      "ulimit -f 150; \(program) scrub big.log --output o.log -q \(keys)", in: folder.url)
    #expect(result.status != 0 && !folder.exists("o.log"), "no vault, no output")
    #expect(!folder.exists("site.vault"))
  }

  @Test func aDamagedVaultLosesNothing() throws {
    try casegate("scrub logs --output out/ -q \(keys)")
    var bytes = try folder.read("site.vault")
    bytes[bytes.count / 2] ^= 1
    let cut = Array(try folder.read("site.vault").dropLast(5))
    for (damage, says) in [(bytes, "damaged"), (cut, "cut off")] {
      try folder.write("site.vault", damage)
      for command in ["scrub logs --output o2/ -q", "reveal x", "filter -q < logs/a.log"] {
        let result = try casegate("\(command) \(keys)".replacing("< logs/a.log --", with: "--"))
        #expect(result.status == 2 && result.errors.contains(says), "\(command): \(result.errors)")
      }
      #expect(try folder.read("site.vault") == damage && !folder.exists("o2"))
    }
  }

  @Test(arguments: [
    ("scrub logs --output o/ --vault v", "needs --key-file"),
    ("filter --vault v", "needs --key-file"),
    ("scrub logs --output o/ --key-file site.key --vault logs/v", "lies inside"),
    ("scrub logs --output old/ --force --key-file site.key --vault old/v", "lies inside"),
    ("scrub logs --output o/ --key-file site.key --vault o/v", "folder does not exist"),
    ("scrub logs --output o.zip --key-file site.key --vault ./o.zip", "is one of the files"),
    ("scrub logs --output o/ --manifest m --key-file site.key --vault m", "is one of the files"),
    ("scrub logs --output o/ --key-file site.key --vault site.key", "is one of the files"),
    ("scrub logs --output o/ --key-file site.key --vault link.vault", "symbolic link"),
    ("scrub logs --output o/ --key-file site.key --vault open.vault", "others than its owner"),
    ("scrub logs --output o/ --key-file site.key --vault note", "is not a vault"),
    ("scrub logs --output o/ --key-file other.key --vault good.vault", "belongs to the pseudonym key"),
    ("reveal x --key-file other.key --vault good.vault", "belongs to the pseudonym key"),
    ("reveal x --key-file site.key --vault link.vault", "symbolic link"),
    ("reveal x --key-file site.key --vault missing", "no such file"),
    ("reveal --format json --key-file site.key --vault good.vault", "not for a text"),
  ])
  func misuseIsOneClearErrorAndNothingIsWritten(arguments: String, says: String) throws {
    try casegate("scrub logs --output old/ -q --key-file site.key --vault good.vault")
    try folder.write("note", text: "mine")
    _ = try Program.shell(
      "ln -s good.vault link.vault; cp good.vault open.vault; chmod 644 open.vault; chmod 600 note", in: folder.url)
    let before = try folder.names()
    let vault = try folder.read("good.vault")
    let result = try casegate(arguments)
    #expect(result.status == 2 && result.errors.contains(says), "\(result.errors)")
    #expect(try folder.names() == before && folder.read("good.vault") == vault && folder.text("note") == "mine")
  }

  @Test(arguments: ["site.vault", "site.key"])
  func noBundleThatHoldsTheWayBackPasses(secret: String) throws {
    try casegate("scrub logs --output out/ -q \(keys)")
    _ = try Program.shell(
      "cp \(secret) out/sub/notes.log && tar -czf out.tar.gz out && tar -cf in.tar out.tar.gz", in: folder.url)
    for command in ["verify in.tar", "verify out/", "scrub in.tar --output o.tar -q --allow-unscanned '*'"] {
      let result = try casegate(command)
      #expect(result.status == 2 && (result.text + result.errors).contains("is a casegate"), "\(result.errors)")
    }
    let fixtures = Repository.fixtures.path(percentEncoded: false)
    let gate = try casegate(
      "gate --case \(fixtures)/cases/good-high.yaml --customer \(fixtures)/customers/good.yaml"
        + " --at 2026-11-24T10:00:00Z in.tar -- touch sent")
    #expect(gate.status == 2 && !folder.exists("sent"))
  }
}
