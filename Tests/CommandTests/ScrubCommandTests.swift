import Foundation
import TestSupport
import Testing

/// The program as a user runs it: arguments in, bytes and exit status out.
@Suite struct ScrubCommandTests {
  let folder: TemporaryFolder
  private let line = "call from +12125550147 by jane.roe@example.com\n"

  init() throws { folder = try TemporaryFolder() }

  private func casegate(_ arguments: String, input: String = "") throws -> ProgramResult {
    try folder.write(".stdin", text: input)
    return try Program.shell("\(Program.path("casegate")) \(arguments) < .stdin", in: folder.url)
  }

  @Test func helpThatCannotBeWrittenIsNoSuccess() throws {
    let result = try Program.shell("\(Program.path("casegate")) --help > /dev/full", in: folder.url)
    #expect(result.status == 2 && result.errors.contains("no space left"), "\(result.errors)")
  }

  @Test func scrubWritesAManifestThatAddsUp() throws {
    try folder.write("logs/a.log", text: line + line)
    try folder.write("logs/b.log", text: "nothing\n")
    _ = try casegate("key new --output site.key")
    let result = try casegate("scrub logs --output out.tar.gz --key-file site.key --manifest m.json")
    #expect(result.status == 0 && result.output.isEmpty)
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(try folder.read("m.json"))) as? [String: Any])
    #expect(manifest["schema"] as? String == "casegate-manifest/1" && manifest["complete"] as? Bool == true)
    let entries = try #require(manifest["entries"] as? [[String: Any]])
    let totals = try #require(manifest["totals"] as? [String: Any])
    #expect(totals["entries"] as? Int == entries.count)
    #expect(entries.reduce(0) { $0 + ($1["bytes_in"] as? Int ?? 0) } == totals["bytes_in"] as? Int)
    let key = try folder.text("site.key").split(separator: "\n").last ?? ""
    let text = try folder.text("m.json")
    #expect(!text.contains(key) && !text.contains("2125550147"))
    #expect(try casegate("verify out.tar.gz --manifest m.json").status == 0)
    _ = try Program.shell(
      "gzip -dc out.tar.gz > x.tar && tar -rf x.tar .stdin && gzip -c x.tar > out.tar.gz", in: folder.url)
    #expect(try casegate("verify out.tar.gz --manifest m.json").status == 1)
  }

  @Test func filterAnswersLineByLine() throws {
    _ = try casegate("key new --output site.key")
    let result = try casegate("filter --quiet --key-file site.key", input: line + "no end")
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("call from +1000") && result.text.hasSuffix(".invalid\nno end"))
    #expect(result.errors.isEmpty)
  }

  @Test func scanSaysWhereAndNeverWhat() throws {
    try folder.write("a.log", text: "x\n" + line)
    let text = try casegate("scan a.log")
    #expect(text.status == 1)
    #expect(text.text.contains("a.log:2:11: phone, 12 bytes") && text.text.contains("a.log:2:27: email, 20 bytes"))
    let json = try casegate("scan a.log --format json --report json=r.json")
    #expect(json.status == 1 && !json.text.contains("2125550147") && !json.text.contains("jane"))
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
    #expect(report["schema"] as? String == "casegate-scan/1")
    let findings = try #require(report["findings"] as? [[String: Any]])
    let wanted: Set<String> = [
      "rule", "category", "entry", "line", "column", "byte_offset", "byte_length", "confidence", "pseudonym",
    ]
    #expect(findings.count == 2 && Set(findings[0].keys) == wanted)
    #expect(try casegate("scan - ", input: "nothing\n").status == 0)
    #expect(!(try folder.text("r.json").isEmpty))
  }

  @Test func tokenFindsAValueInAScrubbedLog() throws {
    _ = try casegate("key new --output site.key")
    let token = try casegate("token '+1 212 555 0147' --key-file site.key").text
    let filtered = try casegate("filter -q --key-file site.key", input: line).text
    #expect(filtered.contains(token.filter(\.isNumber)))
    #expect(try casegate("token jroe --key-file site.key").errors.contains("--category"))
    #expect(try casegate("token jroe --category user-name --key-file site.key").text.hasPrefix("user-name-"))
  }

  @Test func checkModeWritesNothing() throws {
    try folder.write("a.log", text: line)
    #expect(try casegate("scrub a.log --check -q").status == 3)
    try folder.write("b.log", text: "nothing\n")
    #expect(try casegate("scrub b.log --check -q").status == 0)
    #expect(try folder.names() == [".stdin", "a.log", "b.log"])
  }

  @Test func entriesMayPassUnscannedByName() throws {
    try folder.write("logs/a.log", text: line)
    try folder.write("logs/p.png", [0x89, 0x50, 0x4E, 0x47, 1, 2, 3])
    #expect(try casegate("scrub logs --output o1 -q").status == 2)
    #expect(try casegate("scrub logs --output o2 -q --allow-unscanned '*.png'").status == 0)
    #expect(try folder.read("o2/p.png") == [0x89, 0x50, 0x4E, 0x47, 1, 2, 3])
  }

  @Test(arguments: ["shape", "token", "mask"])
  func stylesLookAsTheySay(style: String) throws {
    let text = try casegate("filter -q --style \(style)", input: line).text
    let expected = ["shape": "+1000", "token": "<phone:", "mask": "********"][style] ?? "?"
    #expect(text.contains("call from " + expected))
    #expect(try casegate("filter -q --style \(style)", input: text).text == text)
  }

  // MARK: Bad input

  @Test(arguments: [
    ("scrub missing.log --output o", "missing.log: does not exist"),
    ("scrub a.log --output a.log", "is the input itself"),
    ("scrub logs --output logs/o.zip", "lies inside the input"),
    ("scrub a.log --output exists.log", "add --force"),
    ("scrub a.log --output no/such/folder/o", "no/such/folder/o"),
    ("scrub a.log", "--output"),
    ("scrub a.log --output o.rar", "cannot be written"),
    ("scrub cut.tar.gz --output o.tar.gz", "ends in the middle"),
    ("scrub bad.zip --output o.zip", "damaged"),
    ("scrub logs --output /proc/o", "/proc/o"),
    ("scrub a.log --output o --rules bad.yaml", "bad.yaml:2"),
    ("scrub a.log --output o --rules logs", "holds no rule pack"),
    ("scrub a.log --output o --disable nothing.here", "there is no rule"),
    ("scrub a.log --output o --key-file a.log", "a.log"),
    ("scrub a.log --output o --style shpae", "shpae"),
    ("scan", "Missing expected argument"),
    ("check --case a.log --customer a.log", "a.log"),
    ("check --case logs --customer logs", "folder"),
    ("frobnicate", "Unexpected argument"),
    ("key new --output a.log", "exists already"),
    ("rules show nothing", "nothing"),
    ("explain CR-99", "Did you mean"),
  ])
  func badInputIsOneClearErrorAndNothingIsWritten(arguments: String, says: String) throws {
    try folder.write("a.log", text: line)
    try folder.write("exists.log", text: "mine")
    try folder.write("logs/x.log", text: line)
    try folder.write("bad.yaml", text: "pack: bad\nrules: [{id: bad.x, title: t, category: phone, pattern: 'a('}]\n")
    try folder.write("bad.zip", Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 9, count: 200))
    _ = try Program.shell("tar -cz logs | head -c 60 > cut.tar.gz && chmod 600 a.log", in: folder.url)
    try folder.write(".stdin", text: "")
    let before = try folder.names()
    let result = try casegate(arguments)
    #expect(result.status == 2)
    #expect(result.errors.contains(says), "\(result.errors)")
    #expect(try folder.names() == before)
    #expect(try folder.text("exists.log") == "mine" && folder.text("a.log") == line)
    #expect(!result.errors.contains("2125550147"))
  }

  @Test func aFullDiskLeavesNothing() throws {
    try folder.write("a.log", text: String(repeating: line, count: 1000))
    let result = try Program.shell(
      "ulimit -f 10; \(Program.path("casegate")) scrub a.log --output o.log -q", in: folder.url)
    #expect(result.status != 0)
    #expect(!folder.exists("o.log"))
  }

  @Test func anInterruptedRunLeavesNothing() throws {
    try folder.write("a.log", text: String(repeating: line, count: 400_000))
    let result = try Program.shell(
      "\(Program.path("casegate")) scrub a.log --output o.log -q & sleep 0.3; kill -TERM $!; wait $!; echo $?",
      in: folder.url)
    #expect(result.text == "143\n")
    #expect(try folder.names() == ["a.log"])
  }

  @Test func helpTeaches() throws {
    for command in [
      "", "scan", "scrub", "filter", "verify", "check", "targets", "gate", "token", "reveal", "key", "rules", "explain",
      "init", "schema",
    ] {
      let result = try casegate("\(command) --help")
      #expect(result.status == 0)
      try expectSnapshot(result.text, "help/\(command.isEmpty ? "casegate" : command).txt")
    }
  }
}

/// Limits from the command line and from the settings.
@Suite struct LimitCommandTests {
  @Test(arguments: ["--limit entry=1kB", "--limit total=1kB", "--config limits.yaml"])
  func whatGoesBeyondIsBlockedAndTheFlagIsNamed(option: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.log", text: String(repeating: "nothing to see\n", count: 200))
    try folder.write("limits.yaml", text: "limits: [total=2TB, entry=1kB]\n")
    let casegate = Program.path("casegate")
    for command in ["scan a.log", "scrub a.log --output out.log", "verify a.log"] {
      let result = try Program.shell("'\(casegate)' \(command) \(option)", in: folder.url)
      #expect(
        result.status == 2 && (result.text + result.errors).contains("--limit"), "\(result.text) \(result.errors)")
    }
    #expect(!folder.exists("out.log"))
    #expect(
      try Program.shell("'\(casegate)' scan a.log \(option) --limit entry=1MB --limit total=1MB", in: folder.url).status
        == 0)
  }
}

/// `scrub --verify`: the result is opened again before it appears.
@Suite struct SecondLookCommandTests {
  @Test(arguments: ["out.log", "out.log.gz", "out.tar.gz", "out.zip", "out.7z", "out/"])
  func aCleanResultAppears(output: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.log", text: "user=jroe7 phone=+12125550147\nlater jroe7 again\n")
    let scrub = "'\(Program.path("casegate"))' scrub a.log --output \(output) --verify"
    let result = try Program.shell(scrub, in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    #expect(folder.exists(output.hasSuffix("/") ? "out/a.log" : output))
  }
}

/// The rights that a run gives up before it reads.
@Suite struct IsolationCommandTests {
  /// A pass that only reads sees the values themselves, and must not put them anywhere.
  @Test func aPassThatOnlyReadsMakesNoFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("big.log", text: String(repeating: "from +12125550147 at noon\n", count: 400_000))
    let made = try Program.shell(
      "gzip -1k big.log && tar -cf in.tar big.log && tar -czf out.tar.gz in.tar big.log.gz && mkdir shut",
      in: folder.url)
    #expect(made.status == 0)
    let casegate = Program.path("casegate")
    let scan = try Program.shell("cd shut && '\(casegate)' scan ../out.tar.gz --quiet > ../found", in: folder.url)
    #expect(scan.status == 1, "\(scan.errors)")
    let scrub = try Program.shell(
      "cd shut && '\(casegate)' scrub ../out.tar.gz --output ../clean.tar.gz", in: folder.url)
    #expect(scrub.status == 0, "\(scrub.errors)")
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")),
    arguments: [
      "scan -", "scrub - --output out",
    ])
  func aRunIsShutInWhileItReads(command: String) throws {
    let folder = try TemporaryFolder()
    let casegate = Program.path("casegate")
    let result = try Program.shell(
      """
      mkfifo f; '\(casegate)' --version --verbose > version
      bash -c "exec '\(casegate)' \(command)" < f > printed 2>&1 & pid=$!
      exec 3> f; sleep 1; echo 'from +12125550147' >&3; grep -h Seccomp: /proc/$pid/status; exec 3>&-; wait $pid
      """, in: folder.url)
    let isThere = try folder.text("version").contains("by seccomp")
    let printed = try folder.text("printed")
    #expect(!isThere || result.text.contains("Seccomp:\t2"), "\(result.text) \(result.errors) \(printed)")
    #expect(printed.contains("phone"))
  }
}
