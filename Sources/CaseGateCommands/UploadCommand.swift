internal import Files
internal import Model

/// The program that the gate runs, with `{}` where the bundles go.
struct UploadCommand {
  private let words: [String]

  /// Takes the words behind `--`.
  ///
  /// - Throws: `Problem` of code `usage` when a bundle's name would end up inside a text that a shell reads, or when a
  ///   word has room for one bundle and there are several.
  init(_ words: [String], bundles: Int) throws(Problem) {
    for word in words where word != "{}" && word.contains("{}") {
      guard !word.contains(where: \.isWhitespace) else {
        throw Problem(
          .usage, "COMMAND", "has {} inside a text with spaces; a shell would read the bundle's name as part of it",
          mend: "Pass it as a word: -- sh -c 'curl -T \"$1\" https://upload.example.com/' sh {}")
      }
      guard bundles == 1 else {
        throw Problem(
          .usage, "COMMAND", "has {} inside a word, where only one bundle fits, and there are \(bundles)",
          mend: "Run the gate once for each bundle, or give {} a word of its own")
      }
    }
    self.words = words
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether the program is told where the bundles are.
  var namesBundles: Bool { words.contains { $0.contains("{}") } }

  /// Runs the program on the files at `paths`; gives what went wrong, for people.
  func run(on paths: [String], timeout: Int?) -> String? {
    let filled = words.flatMap { $0 == "{}" ? paths : [paths.count == 1 ? $0.replacing("{}", with: paths[0]) : $0] }
    do throws(Problem) {
      switch try ChildProcess.run(filled, timeout: timeout) {
      case .exited(0): return nil
      case .exited(let status): return "'\(printable(words[0]))' failed with status \(status)"
      case .killed(let signal): return "'\(printable(words[0]))' was ended by signal \(signal)"
      case .timedOut: return "'\(printable(words[0]))' took longer than --timeout allows, and was ended"
      }
    } catch {
      return "the command did not run: \(error)"
    }
  }
}
