internal import ArgumentParser
internal import CaseGateKit
internal import Files
internal import Model
internal import Redaction
internal import Reports

struct Reveal: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what pseudonyms stand for, with the vault and the key.",
    discussion: """
        casegate reveal +10004175032 user-name-39k2edvw5b --vault site.vault --key-file site.key
        casegate reveal --vault site.vault --key-file site.key < answer.txt

      A pseudonym is printed with its original behind a tab, one line for each spelling that was met. Without \
      pseudonyms, or with '-', standard input is copied with every pseudonym of the vault replaced, exact to the byte \
      elsewhere.

      Exit status: 0 done, 1 the vault does not hold a pseudonym, 2 the vault could not be opened.
      """)

  @Argument(help: "Pseudonyms, in any spelling; '-' is a text on standard input.") var tokens: [String] = []
  @Option(help: "The vault, from 'casegate scrub --vault'.") var vault: String
  @Option(help: "The pseudonym key it was written with.") var keyFile: String
  @Option(help: "text, json, sarif, junit, github or html.") var format: ReportFormat = .text
  @OptionGroup var display: OutputOptions

  private var isText: Bool { tokens.isEmpty || tokens == ["-"] }

  func validate() throws {
    if isText, format == .json { throw ValidationError("--format json is for pseudonyms, not for a text.") }
  }

  func run() throws {
    let vault = try VaultFile.read(vault, key: try PseudonymKeyFile.read(keyFile))
    if isText { return try copy(vault) }
    let results = vault.entries(behind: tokens.map { Array($0.utf8) })
    if format == .json {
      try Terminal.out(try JSONReport.text(RevealReport(tokens, results)))
    } else {
      for (token, entries) in zip(tokens, results) {
        var seen: Set<[UInt8]> = []
        for original in entries.flatMap(\.originals) where seen.insert(original).inserted {
          try Terminal.out("\(printable(token))\t\(printable(String(decoding: original, as: UTF8.self)))\n")
        }
      }
    }
    let missing = results.indices.filter { results[$0].isEmpty }
    for index in missing {
      // What is no pseudonym may be a value, and is not repeated.
      let name = RevealReport.isPseudonym(tokens[index]) ? "'\(printable(tokens[index]))'" : "argument \(index + 1)"
      Terminal.note("\(name) is not in the vault")
    }
    if !missing.isEmpty { throw Ending(.blocked) }
  }

  private func copy(_ vault: Vault) throws(Problem) {
    let source = try InputFile("-")
    let sink = StandardOutput()
    var text = RevealedText(vault)
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    var isLast = false
    while !isLast {
      let count = try source.read(into: &buffer)
      isLast = count == 0
      var output: [UInt8] = []
      text.append(buffer[..<count], isLast: isLast, to: &output)
      try sink.write(output.span)
    }
    if display.quiet { return }
    Terminal.note("\(text.count) pseudonyms replaced")
    if text.ambiguous > 0 {
      Terminal.note("\(text.ambiguous) stand for values of several kinds and were left: name them to see all")
    }
  }
}

/// What `casegate reveal --format json` prints: the one report that holds values, for the customer's eyes only.
private struct RevealReport: Encodable {
  struct Row: Encodable {
    let token: String
    let category: Model.Category
    let pseudonym: String
    let originals: [String]
  }

  let schema = "casegate-reveal/1"
  let values: [Row]
  let unknown: Int

  init(_ tokens: [String], _ results: [[Vault.Entry]]) {
    values = zip(tokens, results).flatMap { token, entries in
      entries.map { entry in
        Row(
          token: token, category: entry.category, pseudonym: String(decoding: entry.pseudonym, as: UTF8.self),
          originals: entry.originals.map { String(decoding: $0, as: UTF8.self) })
      }
    }
    unknown = results.count { $0.isEmpty }
  }

  static func isPseudonym(_ token: String) -> Bool {
    let bytes = Array(token.utf8)
    return [Model.Category.phone, .card, .iban, .userName].contains { Replacement.isOne(bytes.span, $0) }
  }
}
