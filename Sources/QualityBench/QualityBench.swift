public import CaseGateKit

/// Measures on invented, labelled files how much of what must go survives, and how much of what must stay is lost.
public struct QualityBench {
  private let product: Product

  /// Measures the product with these rules.
  public init(_ gate: CaseGate) { product = Product(gate: gate) }

  /// Scrubs a bundle of about `size` bytes for each tier and seed.
  public func run(seeds: [UInt64], size: Int, tiers: [Tier] = Tier.allCases) throws -> QualityReport {
    var tallies: [Tally] = []
    for tier in tiers {
      var tally = Tally(tier)
      for seed in seeds {
        var planner = Planner(seed: seed, size: size)
        let bundle = try planner.bundle(tier)
        // Each seed is a company of its own: pseudonyms are compared within it.
        var scorer = Scorer(tally)
        tally = scorer.score(try product.run(bundle), of: bundle)
      }
      tallies.append(tally)
    }
    return QualityReport(seeds: seeds, tallies: tallies)
  }
}
