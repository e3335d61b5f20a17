internal import Detection
internal import Files
internal import FixtureGenerator
internal import Foundation
internal import Model
internal import PCRE2
internal import RulePacks

// Speed as ratios against named baselines, all measured in this one run: machines are noisy, ratios less so.
//
// usage: casegate-bench [MEGABYTES] [PATH-TO-CASEGATE]

let arguments = CommandLine.arguments.dropFirst().map { $0 }
let megabytes = arguments.first.flatMap { Int($0) } ?? 32
let tool = arguments.dropFirst().first

do {
  let rules = try RuleSet().rules
  let corpus = Corpus(megabytes: megabytes)
  print("corpus: \(megabytes) MB of mixed server logs; \(rules.count) rules\n")
  try benchDetection(rules, corpus)
  benchPseudonyms()
  if let tool { try benchProgram(tool, corpus) }
} catch {
  FileHandle.standardError.write(Data("error: \(error)\n".utf8))
  exit(2)
}
