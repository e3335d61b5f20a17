internal import Files
internal import Foundation
internal import Model

/// The program against the tools that people have at hand.
func benchProgram(_ tool: String, _ corpus: Corpus) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "casegate-bench-\(getpid())").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let log = "\(folder)/mixed.log"
  try Data(corpus.bytes).write(to: URL(filePath: log))
  try shell(
    "tar -C \(folder) -cf - mixed.log | gzip -6 > \(folder)/logs.tar.gz; head -c 65536 \(log) > \(folder)/small.log")
  let size = Double(corpus.bytes.count) / 1e6

  let sed = try best(of: 2) { try shell("LC_ALL=C sed -E \(sedPatterns) < \(log) > /dev/null") }
  row("sed -E with 8 patterns (baseline)", megabytes: size, seconds: sed)
  let filter = try best(of: 2) { try shell("\(tool) filter --quiet < \(log) > /dev/null") }
  row("casegate filter, all rules", megabytes: size, seconds: filter, baseline: sed)
  print()

  let gzip = try best(of: 2) { try shell("gzip -dc \(folder)/logs.tar.gz | gzip -6 > /dev/null") }
  row("gzip -dc | gzip -6 (baseline)", megabytes: size, seconds: gzip)
  let scrub = try best(of: 2) {
    try shell("\(tool) scrub --quiet --force \(folder)/logs.tar.gz --output \(folder)/clean.tar.gz")
  }
  row("casegate scrub x.tar.gz", megabytes: size, seconds: scrub, baseline: gzip)
  print("\nscrub takes \(rounded(scrub / gzip)) of the time of recompression alone")

  let start = try best(of: 10) { try shell("\(tool) filter --quiet < \(folder)/small.log > /dev/null") }
  print("start to end of a 64 KB filter: \(Int(start * 1000)) ms, shell included")
}

private let sedPatterns = [
  "s/[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+[.][A-Za-z]{2,}/X/g", "s/[0-9]{1,3}([.][0-9]{1,3}){3}/X/g",
  "s/[0-9]{3}-[0-9]{3}-[0-9]{4}/X/g", "s/[0-9]{3}-[0-9]{2}-[0-9]{4}/X/g", "s/[0-9]{13,16}/X/g",
  "s/password=[^ ]+/X/g", "s/([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}/X/g", "s/Bearer [A-Za-z0-9._-]+/X/g",
].map { "-e '\($0)'" }.joined(separator: " ")

private func shell(_ command: String) throws(Problem) {
  let status = try ChildProcess.run(["sh", "-c", command])
  guard status == .exited(0) else { throw Problem(.internalError, command, "failed with status \(status)") }
}
