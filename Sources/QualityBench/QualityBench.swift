public import CaseGateKit
public import Model
internal import RulePacks

/// Measures on invented, labelled files how much of what must go survives, and how much of what must stay is lost.
public struct QualityBench {
  private let product: Product

  /// Measures the product with these rules.
  ///
  /// - Throws: `Problem` of code `untrusted` when the bench's own pseudonym key is refused.
  public init(_ gate: CaseGate) throws(Problem) { product = try Product(gate) }

  /// Measures the product with no other rules than those of a pack, or with none at all: what must be measured of
  /// these is known beforehand.
  init(onlyRulesOf pack: String?) throws(Problem) {
    var rules: [Rule] = []
    if let pack { rules = try Pack(pack, file: "pack").rules }
    product = try Product(rules)
  }

  /// Scrubs a bundle of about `size` bytes for each tier and seed.
  ///
  /// - Throws: `Problem` of code `input-output` when the temporary folder cannot be written, and what `Session.scrub`
  ///   and `Session.scan` throw.
  public func run(
    seeds: [UInt64], size: Int, tiers: [Tier] = Tier.allCases
  ) throws(Problem) -> QualityReport {
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
