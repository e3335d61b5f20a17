internal import CaseGateKit
internal import Foundation
internal import Intake
internal import Model
internal import QualityBench

do {
  guard let arguments = try QualityArguments(Array(CommandLine.arguments.dropFirst())) else {
    print(QualityArguments.help)
    exit(0)
  }
  if let folder = arguments.issues {
    let matrix = try IssueMatrix(try LabelledCases.all(in: folder), policy: try Policy.builtIn())
    print(matrix.text, terminator: "")
    exit(arguments.fails && !matrix.passes ? 1 : 0)
  }
  let bench = try QualityBench(try CaseGate(ruleFiles: arguments.rules))
  let report = try bench.run(seeds: arguments.seeds, size: arguments.size, tiers: arguments.tiers)
  switch arguments.format {
  case .text: print(report.text(examples: arguments.examples), terminator: "")
  case .json: print(try report.json(examples: arguments.examples), terminator: "")
  }
  exit(arguments.fails && !report.passes ? 1 : 0)
} catch {
  FileHandle.standardError.write(Data("casegate-quality: \(error)\n".utf8))
  exit(2)
}
