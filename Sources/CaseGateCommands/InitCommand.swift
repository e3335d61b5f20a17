internal import ArgumentParser
internal import CaseGateKit
internal import EmbeddedRules
internal import Foundation
internal import Model

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a commented case.yaml and customer.yaml to start from.",
    discussion: """
      On a terminal it asks for what the checks need, and fills the answers in; an empty answer leaves a field open, and \
      Ctrl-D ends the questions. Elsewhere, and with --no-input, the files are written as they are. The schemas beside \
      them let editors complete and explain. Files that exist are left alone.

        casegate init
        casegate init --no-input --dir cases/4711
      """)

  @Option(help: "The folder for the files.") var dir = "."
  @Flag(name: .customLong("no-input"), help: "Ask nothing, on a terminal neither.") var noInput = false

  func run() throws {
    var filled: [String: String] = [:]
    if !noInput, isatty(0) == 1, isatty(2) == 1 {
      var interview = try Interview(folder: dir)
      try Dialog().run(&interview)
      filled = interview.files
    }
    for name in ["case.yaml", "customer.yaml"] {
      guard let text = filled[name] ?? EmbeddedRules.text("starters/" + name) else {
        throw Problem(.internalError, name, "has no starter")
      }
      try write(text, name)
    }
    for name in [Schema.Name.case, .customer] { try write(try name.text(), "\(name.rawValue).schema.json") }
  }

  private func write(_ text: String, _ name: String) throws(Problem) {
    do throws(Problem) {
      try TextFile.write(text, to: "\(dir)/\(name)", replacing: false)
      Terminal.note("wrote \(dir)/\(name)")
    } catch {
      guard error.code == .outputConflict else { throw error }
      Terminal.note("\(dir)/\(name) exists and is left alone")
    }
  }
}

/// Asks on standard error and reads from standard input.
private struct Dialog {
  func run(_ interview: inout Interview) throws(Problem) {
    Terminal.note("An empty answer leaves a field open; Ctrl-D ends the questions.")
    while let question = interview.next() {
      let goesOn = question.kind == .items ? items(question, &interview) : one(question, &interview)
      guard goesOn else {
        Terminal.note("")
        return
      }
    }
  }

  /// Asks until the answer can be taken; false at the end of the input.
  private func one(_ question: InterviewQuestion, _ interview: inout Interview) -> Bool {
    let hint =
      switch question.kind {
      case .flag: " [y/n]"
      case .lines: " (an empty line ends it)"
      case .list: " (with commas between)"
      case .text, .items: question.choices.isEmpty ? "" : " (\(question.choices.joined(separator: ", ")))"
      }
    while true {
      guard var lines = line(question.ask + hint).map({ [$0] }) else { return false }
      if lines[0].isEmpty {
        interview.skip(question)
        return true
      }
      while question.kind == .lines {
        guard let more = line("") else { return false }
        if more.isEmpty { break }
        lines.append(more)
      }
      do throws(Problem) {
        try interview.answer(question, lines)
        return true
      } catch { refuse(error) }
    }
  }

  private func items(_ question: InterviewQuestion, _ interview: inout Interview) -> Bool {
    Terminal.note("\(question.ask) (an empty answer ends the list)")
    while true {
      var answers: [String: String] = [:]
      for key in question.keys {
        guard let ask = key.ask else { continue }
        guard let answer = line("  " + ask + (key.kind == .flag ? " [y/n]" : "")) else { return false }
        if answers.isEmpty, answer.isEmpty {
          interview.skip(question)
          return true
        }
        answers[key.name] = answer
      }
      do throws(Problem) { try interview.add(question, answers) } catch { refuse(error) }
    }
  }

  private func line(_ prompt: String) -> String? {
    FileHandle.standardError.write(Data((prompt.isEmpty ? "> " : prompt + ": ").utf8))
    return readLine().map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The answer itself is not repeated, and neither is its place in a file that is not there yet.
  private func refuse(_ problem: Problem) {
    Terminal.note("  that \(problem.reason)\(problem.mend.map { ". \($0)" } ?? "")")
  }
}
