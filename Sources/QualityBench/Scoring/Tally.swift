internal import Model

/// How many there were, and how many went wrong.
struct Count: Sendable, Equatable {
  var all = 0
  var wrong = 0

  var rate: Double { all == 0 ? 0 : Double(wrong) / Double(all) }

  mutating func add(_ isWrong: Bool) {
    all += 1
    if isWrong { wrong += 1 }
  }

  static func + (left: Count, right: Count) -> Count {
    Count(all: left.all + right.all, wrong: left.wrong + right.wrong)
  }
}

/// What was counted for one tier, over all seeds.
struct Tally: Sendable {
  /// A context, and a category or a kind of trap in it.
  struct Cell: Sendable, Hashable {
    let context: String
    let what: String
  }

  let tier: Tier
  var plants: [Cell: Count] = [:]
  var traps: [Cell: Count] = [:]
  /// Innocent bytes, by context.
  var innocent: [String: Count] = [:]
  /// Values that occur more than once, and those among them with more than one replacement.
  var repeated = Count()
  /// What a second run found, by context.
  var again: [Cell: Int] = [:]
  /// Contexts that the product refused, and why.
  var blocked: [String: String] = [:]
  /// Contexts whose output is not the input with the findings replaced.
  var unaligned: Set<String> = []
  /// Contexts with files that are not in the output.
  var lost: Set<String> = []
  var contexts: Set<String> = []
  var bytes = 0
  var examples = Examples()

  init(_ tier: Tier) { self.tier = tier }

  func leaks(_ isCounted: (String) -> Bool = { _ in true }) -> Count {
    plants.filter { isCounted($0.key.what) }.values.reduce(Count(), +)
  }

  var altered: Count { traps.values.reduce(Count(), +) }
  var changed: Count { innocent.values.reduce(Count(), +) }
  var found: Int { again.values.reduce(0, +) }
}
