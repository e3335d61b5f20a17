public import Model

/// What the command line asks for.
public struct QualityArguments: Sendable, Equatable {
  /// The form of the report.
  public enum Format: String, Sendable {
    /// Tables for people.
    case text
    /// An object for programs.
    case json
  }

  /// Which data.
  public private(set) var seeds: [UInt64] = [101, 102, 103]
  /// How many bytes for each tier and seed.
  public private(set) var size = 2 << 20
  /// The form of the report.
  public private(set) var format = Format.text
  /// How many examples of each fault in each tier.
  public private(set) var examples = 20
  /// Whether a missed bar makes the program fail.
  public private(set) var fails = false
  /// Which tiers are measured.
  public private(set) var tiers = Tier.allCases
  /// Rule packs on top of the built-in ones.
  public private(set) var rules: [String] = []
  /// The folder of labelled texts, when the search for several issues in one case is what is measured.
  public private(set) var issues: String?

  /// Reads the arguments after the program's name; nil when they ask for help.
  ///
  /// - Throws: `Problem` of code `usage`.
  public init?(_ words: [String]) throws(Problem) {
    if words.contains("--help") || words.contains("-h") { return nil }
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--fail" {
        fails = true
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      let option = parts.first ?? ""
      guard Self.options.contains(option) else { throw Self.problem(word, "is not an option") }
      guard let value = parts.count > 1 ? parts[1] : rest.popFirst(), !value.hasPrefix("--") else {
        throw Self.problem(option, "wants a value")
      }
      try set(option, value)
    }
  }

  private static let options: Set = [
    "--seeds", "--size-mb", "--format", "--examples", "--tiers", "--rules", "--issues",
  ]

  private mutating func set(_ option: String, _ value: String) throws(Problem) {
    let items = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    switch option {
    case "--seeds":
      seeds = items.compactMap { UInt64($0) }
      guard seeds.count == items.count, Set(seeds).count == seeds.count else {
        throw Self.problem(option, "wants different whole numbers from 0, with commas")
      }
    case "--size-mb": size = try Self.number(option, value, 1...1024) << 20
    case "--examples": examples = try Self.number(option, value, 0...1000)
    case "--tiers":
      tiers = items.compactMap { Tier(rawValue: $0) }
      guard tiers.count == items.count, Set(tiers).count == tiers.count else {
        throw Self.problem(option, "wants names of tiers: \(Tier.allCases.map(\.rawValue).joined(separator: ", "))")
      }
    case "--rules": rules.append(value)
    case "--issues": issues = value
    default:
      guard let known = Format(rawValue: value) else { throw Self.problem(option, "is text or json") }
      format = known
    }
  }

  private static func number(_ option: String, _ value: String, _ range: ClosedRange<Int>) throws(Problem) -> Int {
    guard let number = Int(value), range.contains(number) else {
      throw problem(option, "wants a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private static func problem(_ subject: String, _ reason: String) -> Problem {
    Problem(.usage, subject, reason, mend: "'casegate-quality --help' shows what there is")
  }

  /// The text of `--help`.
  public static let help = """
    Measures how well casegate finds what it must find and leaves what it must leave, on invented, labelled files.

    USAGE
      casegate-quality [--seeds N,N,...] [--size-mb M] [--tiers T,T] [--rules FILE] [--format text|json]
                       [--examples N] [--fail]
      casegate-quality --issues FOLDER [--fail]

    OPTIONS
      --seeds N,N    which data; the same seed gives the same bytes (default 101,102,103)
      --size-mb M    how much for each tier and seed, in MiB (default 2)
      --tiers T,T    which tiers: plain, contact-centre, hard (default all)
      --rules FILE   a rule pack, or a folder of packs, on top of the built-in ones; may be repeated
      --format F     text or json (default text)
      --examples N   how many examples of each fault in each tier (default 20)
      --issues DIR   measure the search for several issues in one case instead, on the labelled texts of a folder
      --fail         exit with 1 when a bar is missed

    EXIT STATUS
      0 measured, 1 a bar is missed and --fail is given, 2 not measured
    """
}
