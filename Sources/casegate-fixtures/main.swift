internal import FixtureGenerator
internal import Foundation

/// Ends the program with a message on standard error.
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("casegate-fixtures: \(message)\n".utf8))
  exit(2)
}

do {
  guard let arguments = try Arguments(Array(CommandLine.arguments.dropFirst())) else {
    print(help)
    exit(0)
  }
  let truth = try arguments.truth.map { try FileSink(path: $0) }
  switch arguments.command {
  case .bundle:
    try FixtureBundle(seed: arguments.seed, size: arguments.size, people: arguments.people)
      .write(to: try Folder(path: arguments.output), truth: truth)
  case .mixed:
    let toStandardOutput = arguments.output == "-"
    let sink = toStandardOutput ? FileSink(.standardOutput) : try FileSink(path: arguments.output)
    let name = toStandardOutput ? "-" : URL(filePath: arguments.output).lastPathComponent
    try MixedLog(seed: arguments.seed, size: arguments.size, people: arguments.people)
      .write(to: sink, truth: truth, name: name)
  }
} catch let error as UsageError {
  fail("\(error.message)\nTry 'casegate-fixtures --help'.")
} catch let error as OutputError {
  fail(error.description)
} catch {
  fail("cannot write: \(error.localizedDescription)")
}
