import Foundation
import TestSupport
import Testing

/// Whatever ends a run: the input stays as it was, and nothing half-written stands under a final name.
@Suite struct CrashTests {
  let folder: TemporaryFolder
  private let before: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    let lines = (0..<60_000).map {
      "2026-11-20 10:00:00 call \($0) from +1212555\(1000 + $0 % 9000) by u\($0)@example.com\n"
    }
    try folder.write("logs/a.log", text: lines.joined())
    try folder.write("logs/b.log", text: lines.reversed().joined())
    _ = try Program.shell("tar -czf in.tar.gz logs && '\(Program.path("casegate"))' key new --output k", in: folder.url)
    before = try folder.read("in.tar.gz")
  }

  /// Runs a scrub, kills it after `delay` seconds, and gives its exit status.
  private func interrupted(by signal: String, after delay: Double, output: String) throws -> Int32 {
    try Program.shell(
      """
      '\(Program.path("casegate"))' scrub in.tar.gz --output \(output) --key-file k --quiet &
      run=$!; sleep \(delay); kill -\(signal) $run 2>/dev/null; wait $run
      """, in: folder.url
    ).status
  }

  private var leftovers: [String] { get throws { try folder.names().filter { $0.contains(".casegate-") } } }

  private func expectAllOrNothing(_ output: String, _ status: Int32) throws {
    #expect(try folder.read("in.tar.gz") == before)
    guard folder.exists(output) else { return }
    #expect(status == 0, "\(output) stands there, but the run ended with \(status)")
    #expect(try Program.shell("gzip -t \(output) && tar -tzf \(output)", in: folder.url).status == 0)
  }

  @Test func aRunThatIsKilledLeavesNothingUnderTheFinalName() throws {
    var killed = 0
    for step in 1...8 {
      let status = try interrupted(by: "KILL", after: Double(step) * 0.09, output: "out\(step).tar.gz")
      killed += status == 137 ? 1 : 0
      try expectAllOrNothing("out\(step).tar.gz", status)
    }
    #expect(killed > 0, "every run was faster than the signal")
    // What was left is removed by the next run, once it is sure that nobody uses it.
    _ = try Program.shell("find . -name '.*.casegate-*' -exec touch -d '2 minutes ago' {} +", in: folder.url)
    let last = try interrupted(by: "0", after: 0, output: "last.tar.gz")
    #expect(last == 0)
    #expect(try leftovers.isEmpty)
  }

  @Test(arguments: [("TERM", Int32(143)), ("INT", 130), ("HUP", 129)])
  func aSignalEndsTheRunWithNothingLeft(signal: String, expected: Int32) throws {
    for step in 1...3 {
      // A shell without job control starts what runs behind it with SIGINT ignored; the program does not mind.
      let status = try interrupted(by: signal, after: Double(step) * 0.15, output: "\(signal)\(step).tar.gz")
      #expect(status == expected || status == 0)
      try expectAllOrNothing("\(signal)\(step).tar.gz", status)
      #expect(try leftovers.isEmpty)
    }
  }

  @Test(arguments: ["out.tar.gz", "out/"])
  func aLimitForFilesIsAnErrorAndLeavesNothing(output: String) throws {
    let result = try Program.shell(
      "ulimit -f 200; '\(Program.path("casegate"))' scrub in.tar.gz --output \(output) --key-file k --quiet",
      in: folder.url)
    #expect(result.status == 2 && result.errors.contains("too large"), "\(result.status) \(result.errors)")
    #expect(!folder.exists("out") && !folder.exists("out.tar.gz"))
    #expect(try leftovers.isEmpty)
    #expect(try folder.read("in.tar.gz") == before)
  }

  private static let mounts = (try? Program.shell("unshare -rm mount -t tmpfs none /mnt").status) == 0

  @Test(.enabled(if: mounts, "needs user namespaces"), arguments: ["out.tar.gz", "out/"])
  func aFullDiskIsAnErrorAndLeavesNothing(output: String) throws {
    try FileManager.default.createDirectory(at: folder.url.appending(path: "disk"), withIntermediateDirectories: false)
    let result = try Program.shell(
      """
      unshare -rm sh -c 'mount -t tmpfs -o size=256k none disk || exit 99
      "\(Program.path("casegate"))" scrub in.tar.gz --output disk/\(output) --manifest disk/m.json --key-file k --quiet
      echo $?; ls -A disk'
      """, in: folder.url)
    #expect(result.text == "2\n" && result.errors.contains("no space left"), "\(result.text) \(result.errors)")
    #expect(try folder.read("in.tar.gz") == before)
  }

  @Test(.enabled(if: mounts, "needs user namespaces"))
  func aManifestThatFindsNoRoomLeavesNoOutput() throws {
    try FileManager.default.createDirectory(at: folder.url.appending(path: "disk"), withIntermediateDirectories: false)
    for number in 0..<3000 { try folder.write("many/log-\(number).log", text: "ok\n") }
    let result = try Program.shell(
      """
      unshare -rm sh -c 'mount -t tmpfs -o size=64k none disk || exit 99
      "\(Program.path("casegate"))" scrub many --output out.tar.gz --manifest disk/m.json --key-file k --quiet
      echo $?; ls -A disk'
      """, in: folder.url)
    #expect(result.text == "2\n" && result.errors.contains("no space left"), "\(result.text) \(result.errors)")
    #expect(!folder.exists("out.tar.gz"))
    #expect(try leftovers.isEmpty)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
  func aFileThatCannotBeReadIsAnError() throws {
    let result = try Program.shell("'\(Program.path("casegate"))' scan /proc/self/mem", in: folder.url)
    #expect(result.status == 2 && result.errors.contains("/proc/self/mem"), "\(result.errors)")
  }

  @Test func aReaderThatGoesIsNoError() throws {
    let result = try Program.shell(
      "{ '\(Program.path("casegate"))' filter --quiet --key-file k < logs/a.log; echo $? >&2; } | head -c 100 >/dev/null",
      in: folder.url)
    #expect(result.errors == "141\n", "\(result.errors)")
  }
}
