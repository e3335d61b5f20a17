/// What quality is asked for: all limits in one place.
enum Bars {
  /// A limit on a share, or on a count where `most` is 0.
  struct Bar: Sendable {
    let name: String
    let tier: Tier
    /// The highest rate that passes.
    let most: Double
    let measure: @Sendable (Tally) -> Count
  }

  static let all: [Bar] =
    [
      Bar(name: "leaks", tier: .plain, most: 0.005) { $0.leaks() },
      Bar(name: "leaks", tier: .contactCentre, most: 0.01) { $0.leaks() },
      Bar(name: "leaks", tier: .hard, most: 0.08) { $0.leaks() },
    ]
    + ["private-key", "password", "card"].map { category in
      Bar(name: "leaks of \(category)", tier: .plain, most: 0) { $0.leaks { $0 == category } }
    }
    + Tier.allCases.flatMap { tier in
      [
        Bar(name: "traps altered", tier: tier, most: 0.005) { $0.altered },
        Bar(name: "innocent bytes changed", tier: tier, most: 0.002) { $0.changed },
        Bar(name: "values with two pseudonyms", tier: tier, most: 0) { $0.repeated },
        Bar(name: "found by a second run", tier: tier, most: 0) { Count(all: $0.bytes, wrong: $0.found) },
      ]
    }

  /// The bars that `tally` misses.
  static func missed(_ tally: Tally) -> [Bar] {
    all.filter { $0.tier == tally.tier && $0.measure(tally).rate > $0.most }
  }
}
