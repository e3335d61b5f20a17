internal import Bundles
internal import Foundation
internal import Model

// Scrubs damaged archives for a while. What may happen: an output without the value, or an error and no output. What may
// not: a crash, a hang, an output with the value, an output of a run that failed, an input that was changed.

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("casegate-fuzz: \(message)\n".utf8))
  exit(1)
}

let words = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
let seconds = Double(words.first ?? 60)
let seed = words.count > 1 ? words[1] : UInt64(Date().timeIntervalSince1970)
let folder = FileManager.default.temporaryDirectory.appending(path: "casegate-fuzz-\(seed)")
let input = folder.appending(path: "case")
let output = folder.appending(path: "out")

/// Tells a hang from slow work: no case is larger than some megabytes.
final class Watch: @unchecked Sendable {
  private let lock = NSLock()
  private var started = Date()

  func begin() { lock.withLock { started = Date() } }

  func run() {
    Thread.detachNewThread { [self] in
      while true {
        Thread.sleep(forTimeInterval: 1)
        if lock.withLock({ Date().timeIntervalSince(started) }) > 60 { fail("a hang; the case is \(input.path)") }
      }
    }
  }
}

do {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let seeds = try Seeds(in: folder)
  var mutator = Mutator(seed: seed)
  let watch = Watch()
  watch.run()
  var (count, written) = (0, 0)
  let end = Date().addingTimeInterval(seconds)
  print("seed \(seed), \(Int(seconds)) s, cases in \(input.path)")
  while Date() < end {
    let archive = seeds.archives[mutator.below(seeds.archives.count)]
    let bytes = mutator.mutated(archive, with: seeds.archives[mutator.below(seeds.archives.count)])
    try Data(bytes).write(to: input)
    watch.begin()
    count += 1
    var isComplete = false
    do {
      isComplete = try Seeds.scrubbing().scrub([input.path], to: output.path).complete
    } catch let problem as Problem where problem.code != .internalError {
      // A damaged archive is refused in many ways; all of them leave nothing behind.
    }
    let isThere = FileManager.default.fileExists(atPath: output.path)
    if isThere != isComplete { fail("an output of a run that failed, or none of one that did not: \(input.path)") }
    if try Array(Data(contentsOf: input)) != bytes { fail("the input was changed: \(input.path)") }
    guard isThere else { continue }
    written += 1
    let raw = Array(try Data(contentsOf: output))
    for value in Seeds.planted where raw.contains(sequence: value) { fail("the value is in the output: \(input.path)") }
    let second = try Seeds.scrubbing()
    try second.scan([output.path])
    if !second.ledger.totals.hits.isEmpty { fail("the value is inside the output: \(input.path)") }
    if !second.ledger.blocked.isEmpty { fail("the output cannot be read again: \(input.path)") }
    try FileManager.default.removeItem(at: output)
  }
  try FileManager.default.removeItem(at: folder)
  print("\(count) damaged archives: \(written) scrubbed, \(count - written) refused; nothing leaked, hung or crashed")
} catch {
  fail("\(error); the case is \(input.path)")
}

extension [UInt8] {
  func contains(sequence: [UInt8]) -> Bool { Data(self).range(of: Data(sequence)) != nil }
}
