internal import ArgumentParser
internal import CaseGateKit
internal import Detection
internal import Files
internal import Model
internal import RulePacks

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, show, check and test rule packs.",
    subcommands: [List.self, Show.self, Check.self, Test.self, Digest.self, Import.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "All rules in force, one a line.")
    @OptionGroup var rules: RuleOptions

    func run() throws {
      for rule in try rules.ruleSet().rules {
        let columns = [
          (rule.id, 36), (rule.isNotation ? "-" : rule.category.rawValue, 15), (rule.confidence.rawValue, 7),
        ]
        try Terminal.out(columns.map { padded($0.0, $0.1) }.joined(separator: " ") + " \(rule.title)\n")
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "One rule with its pattern and samples.")
    @Argument(help: "The rule's id, from 'casegate rules list'.") var id: String
    @OptionGroup var rules: RuleOptions

    func run() throws {
      let set = try rules.ruleSet()
      guard let rule = set.rule(id) else {
        throw Problem(.usage, id, "is not the id of a rule", mend: "'casegate rules list' shows them")
      }
      try Terminal.out(RuleText.description(rule))
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lint packs: ids, samples, gates.",
      discussion: "Without files, the built-in packs. Exit status: 0 fine, 1 something to mend, 2 a pack is broken.")
    @Argument(help: "Packs, or folders of packs.") var files: [String] = []

    func run() throws {
      let packs = files.isEmpty ? try RuleSet.builtInPacks() : try CaseGate.packs(files)
      let complaints = try RuleCheck.complaints(packs)
      for complaint in complaints { try Terminal.out("\(complaint.file):\(complaint.line): \(complaint.reason)\n") }
      let count = packs.reduce(0) { $0 + $1.rules.count }
      try Terminal.out("\(packs.count) packs, \(count) rules, \(complaints.count) complaints\n")
      if !complaints.isEmpty { throw Ending(.blocked) }
    }
  }

  struct Digest: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One SHA-256 for all packs in force, to hold receipts against.",
      discussion: """
        It is the digest of the lines 'SHA-256 URI' of all packs, sorted, as a receipt lists them.

          casegate verify clean.tar.gz --receipt receipt.json --public-key signing.pub \
            --rules-digest "$(casegate rules digest)"
        """)
    @OptionGroup var rules: RuleOptions

    func run() throws { try Terminal.out(try rules.caseGate(try rules.settings()).rulesDigest() + "\n") }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a pack from the vendor's log-filter settings.",
      discussion: """
        Reads sections [log-filter] and [log-filter-data] as the vendor's options name them:

          [log-filter]
          default-filter-type = copy
          [log-filter-data]
          CustomerPhone = hide-last,4
          AccountNumber = hide

        'skip' takes the value out and leaves the key. An unknown or empty operator is an error.
        """)
    @Argument(help: "The settings.") var file: String
    @Option(help: "The name of the pack.") var name = "site-log-filter"

    func validate() throws {
      let allowed = "abcdefghijklmnopqrstuvwxyz0123456789-"
      guard !name.isEmpty, name.allSatisfy(allowed.contains) else {
        throw ValidationError("--name is made of small letters, digits and dashes.")
      }
    }

    func run() throws {
      let pack = try LogFilterImport.pack(try InputFile.text(file), file: file, name: name)
      try Terminal.out(pack)
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run the samples of packs through the engine.",
      discussion: """
        Each sample is run whole, and cut in two at every byte. Without files, the built-in packs.
        Exit status: 0 all samples hold, 1 some do not, 2 a pack is broken.
        """)
    @Argument(help: "Packs, or folders of packs.") var files: [String] = []
    @Flag(help: "Say for each sample what the rule finds, and which rule takes it when all rules run.")
    var explain = false

    func run() throws {
      let packs = files.isEmpty ? try RuleSet.builtInPacks() : try CaseGate.packs(files)
      if explain { try explain(packs) }
      var count = 0
      var failed = 0
      for rule in packs.flatMap(\.rules) {
        count += rule.samples.match.count + rule.samples.reject.count
        for failure in try SampleRun.failures(rule) {
          failed += 1
          try Terminal.out("\(failure.file):\(failure.line): rule '\(failure.rule)': the sample \(failure.reason)\n")
        }
      }
      try Terminal.out("\(count) samples, \(failed) failed\n")
      if failed > 0 { throw Ending(.blocked) }
    }

    private func explain(_ packs: [Pack]) throws {
      let all = try Detector(try RuleSet(adding: packs).rules)
      for rule in packs.flatMap(\.rules) {
        var alone = Detection.Scan(try Detector([rule]))
        var together = Detection.Scan(all)
        for sample in rule.samples.match + rule.samples.reject {
          func shown(_ range: Range<Int>) -> String {
            "⟦\(printable(String(decoding: sample.text[range], as: UTF8.self)))⟧"
          }
          let own = try alone.scan(sample.text.span).matches.map { shown($0.range) }
          let others = try together.scan(sample.text.span).matches.map { "\(all.rules[$0.rule].id) \(shown($0.range))" }
          try Terminal.out(
            "\(rule.file):\(sample.line): \(rule.id) finds \(own.isEmpty ? "nothing" : own.joined(separator: " "))"
              + "; of all rules: \(others.isEmpty ? "none" : others.joined(separator: ", "))\n")
        }
      }
    }
  }
}

func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
