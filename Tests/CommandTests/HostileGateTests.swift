import Foundation
import TestSupport
import Testing

/// What goes wrong around a gate in the field.
@Suite struct HostileGateTests {
  let folder: TemporaryFolder
  private let program = Program.path("casegate")
  private let ready: String

  init() throws {
    folder = try TemporaryFolder()
    let fixtures = Repository.fixtures.path(percentEncoded: false)
    ready =
      "--case \(fixtures)/cases/good-high.yaml --customer \(fixtures)/customers/good.yaml --at 2026-11-24T10:00:00Z"
    try folder.write("clean.log", text: "transfer failed, cause 38\n")
    try folder.write("dirty.log", text: "call from +12125550147\n")
  }

  private func shell(_ command: String) throws -> ProgramResult {
    try Program.shell(command.replacing("GATE", with: "\(program) gate \(ready)"), in: folder.url)
  }

  private var leftovers: [String] {
    get throws { try folder.names().filter { $0.contains(".casegate-") } }
  }

  @Test func whatIsSentIsWhatWasVerifiedThoughTheOriginalIsSwapped() throws {
    let swap = "cp dirty.log clean.log && cat \"$1\" > sent.log"
    #expect(try shell("GATE clean.log -- sh -c '\(swap)' sh {}").status == 0)
    #expect(try folder.text("sent.log") == "transfer failed, cause 38\n")
    #expect(try folder.text("clean.log") == "call from +12125550147\n", "the original was swapped indeed")
    #expect(try leftovers.isEmpty)
  }

  @Test func theCopyIsPrivateAndBearsTheBundlesName() throws {
    let look = "stat -c \"%a %n\" \"$1\" \"$(dirname \"$1\")\""
    let lines = try shell("GATE clean.log -q -- sh -c '\(look)' sh {}").text.split(separator: "\n").suffix(2)
    #expect(lines.first?.hasPrefix("400 /") == true && lines.first?.hasSuffix("/clean.log") == true)
    #expect(lines.last?.hasPrefix("700 /") == true)
  }

  @Test func runsInOneFolderDoNotDisturbEachOther() throws {
    let runs = (1...4).map {
      "(GATE clean.log --keep kept\($0) -q -- cp {} sent\($0) > /dev/null; echo $? > status\($0)) &"
    }
    #expect(try shell("mkdir kept1 kept2 kept3 kept4; \(runs.joined(separator: " ")) wait").status == 0)
    for number in 1...4 {
      #expect(try folder.text("status\(number)") == "0\n")
      #expect(try folder.read("sent\(number)") == folder.read("clean.log"))
      #expect(try folder.read("kept\(number)/clean.log") == folder.read("clean.log"))
    }
    #expect(try leftovers.isEmpty)
  }

  @Test func aCommandThatHangsIsEnded() throws {
    #expect(try shell("GATE clean.log --timeout 1s -- sleep 60").status == 4)
    #expect(try leftovers.isEmpty)
  }

  @Test func aSignalEndsTheCommandAndRemovesTheCopy() throws {
    let result = try shell(
      "GATE clean.log -- sh -c 'echo $$ > pid; exec sleep 60' & gate=$!; while [ ! -s pid ]; do sleep 0.1; done; "
        + "kill -TERM $gate; wait $gate; status=$?; kill -0 $(cat pid) 2>/dev/null && echo 'still there'; exit $status")
    #expect(result.status == 143 && !result.text.contains("still there"))
    #expect(try leftovers.isEmpty)
  }

  @Test func aClosedOrBrokenOutputKeepsTheCommandFromRunning() throws {
    for redirection in [">&-", "> /dev/full", "| true"] {
      let result = try shell("GATE clean.log -- touch ran \(redirection)")
      #expect(result.status == 2 || redirection == "| true", "\(redirection)")
      #expect(!folder.exists("ran"), "\(redirection)")
    }
    try folder.write("receipt.json", [])
    _ = try shell(
      "\(program) key new --signing --output s.pem && GATE clean.log --receipt r.json --signing-key s.pem >&-")
    #expect(!folder.exists("r.json"), "a receipt must not get what was meant for standard output")
  }

  @Test func aClosedOrBrokenErrorOutputDoesNotMatter() throws {
    for redirection in ["2>&-", "2> /dev/full"] {
      #expect(try shell("\(program) scrub dirty.log --output out.log --force \(redirection)").status == 0)
    }
  }

  @Test func surroundingsMayBePoor() throws {
    #expect(try shell("env -i \(program) gate \(ready) clean.log -- /bin/true").status == 0, "no HOME and no PATH")
    #expect(try shell("ln -s clean.log link.log && GATE link.log -- cp {} sent.log").status == 0)
    #expect(try folder.read("sent.log") == folder.read("clean.log"))
    #expect(try shell("GATE . -- touch ran").status == 2, "a folder is no bundle")
    #expect(try shell("mkfifo pipe && GATE pipe -- touch ran").status == 2)
    #expect(try shell("GATE clean.log -- no-such-program {}").status == 4)
    let foreign = try shell("printf 'x' > \"$(printf 'a\\377.log')\" && GATE \"$(printf 'a\\377.log')\" -- touch ran")
    #expect(foreign.status == 2 && foreign.errors.contains("is not UTF-8"))
    #expect(!folder.exists("ran"))
  }

  /// The superuser writes everywhere, so that this shows something for everybody else only.
  @Test(.enabled(if: geteuid() != 0)) func aReadOnlyFolderIsNoHindrance() throws {
    _ = try shell("mkdir ro && cp clean.log ro/ && chmod 555 ro")
    #expect(
      try shell("cd ro && \(program) gate \(ready) clean.log -- sh -c 'cat \"$1\" > ../sent.log' sh {}").status == 0)
    #expect(try folder.read("sent.log") == folder.read("clean.log"))
  }

  @Test func manyBundlesAndWordsPass() throws {
    let names = (1...150).map { "b\($0).log" }
    for name in names { try folder.write(name, text: "\(name)\n") }
    let words = String(repeating: " word", count: 5_000)
    let result = try shell("GATE \(names.joined(separator: " ")) -- sh -c 'cat \"$@\" > all' sh {}\(words) -q")
    #expect(result.status == 4, "the words are no files: \(result.errors)")
    #expect(try shell("GATE \(names.joined(separator: " ")) -- sh -c 'cat \"$@\" > all' sh {}").status == 0)
    #expect(try folder.text("all") == names.map { "\($0)\n" }.joined())
  }

  @Test(arguments: [
    ("-- sh -c 'cat {}'", "a shell would read"), ("dirty.log -- echo file=@{}", "only one bundle fits"),
    ("--keep nowhere -- true", "is not a folder"), ("--style token -- true", "for --scrub"),
    ("--scrub", "say where the result goes"), ("--predicate vsa", "belong together"),
    ("--predicate vsa --resource not-a-uri --receipt r --signing-key k", "not an absolute URI"),
    ("--timeout soon -- true", "--timeout"),
  ])
  func mistakesAreNamedBeforeTheWork(arguments: String, says: String) throws {
    let result = try shell("GATE clean.log \(arguments)")
    #expect(result.status == 2 && result.output.isEmpty && result.errors.contains(says), "\(result.errors)")
  }

  @Test func withScrubTheResultIsSent() throws {
    try folder.write("logs/of jane.roe@example.com.log", text: "call from +12125550147\n")
    let result = try shell(
      "GATE logs --scrub --keep . -- sh -c 'tar -tzf \"$1\" > names; tar -xzOf \"$1\" > sent' sh {}")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try folder.text("sent").hasPrefix("call from +1000"))
    #expect(try !folder.text("names").contains("jane") && folder.exists("logs.tar.gz"))
    try folder.write("logs/core", [0x7F, 0x45, 0x4C, 0x46, 1])
    let blocked = try shell("GATE logs --scrub -- touch ran")
    #expect(blocked.status == 2 && blocked.text.contains("blocked") && !folder.exists("ran"))
  }

  @Test func aNameIsPersonalToo() throws {
    try folder.write("jane.roe@example.com.log", text: "nothing\n")
    let result = try shell("GATE jane.roe@example.com.log -- touch ran")
    #expect(result.status == 1 && result.text.contains("in the name: email") && !folder.exists("ran"))
    #expect(!result.text.contains("jane.roe"))
  }
}
