internal import Foundation
public import Model

extension QualityReport {
  /// The report for programs, with up to `examples` examples of each fault in each tier.
  ///
  /// - Throws: `Problem` of code `internal` when the report cannot be encoded.
  public func json(examples: Int) throws(Problem) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let report = Report(
      schema: "casegate-quality/1", seeds: seeds, passes: passes,
      tiers: tallies.map { tally in
        Report.TierReport(
          tier: tally.tier, contexts: tally.contexts.sorted(), bytes: tally.bytes, leaks: Rate(tally.leaks()),
          traps: Rate(tally.altered), innocent: Rate(tally.changed), pseudonyms: Rate(tally.repeated),
          foundAgain: tally.found, values: cells(tally.plants), trapKinds: cells(tally.traps), refused: tally.blocked,
          examples: Examples.Fault.allCases.flatMap { tally.examples.picked($0, examples) },
          missed: Bars.missed(tally).map(\.name))
      })
    guard let data = try? encoder.encode(report) else {
      throw Problem(.internalError, "report", "cannot be encoded")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private func cells(_ cells: [Tally.Cell: Count]) -> [Cell] {
    cells.sorted { ($0.key.context, $0.key.what) < ($1.key.context, $1.key.what) }
      .map { Cell(context: $0.key.context, what: $0.key.what, all: $0.value.all, wrong: $0.value.wrong) }
  }

  private struct Report: Encodable {
    let schema: String
    let seeds: [UInt64]
    let passes: Bool
    let tiers: [TierReport]

    struct TierReport: Encodable {
      let tier: Tier
      let contexts: [String]
      let bytes: Int
      let leaks: Rate
      let traps: Rate
      let innocent: Rate
      let pseudonyms: Rate
      let foundAgain: Int
      let values: [Cell]
      let trapKinds: [Cell]
      let refused: [String: String]
      let examples: [Examples.Example]
      let missed: [String]
    }
  }

  private struct Rate: Encodable {
    let all: Int
    let wrong: Int
    let rate: Double

    init(_ count: Count) { (all, wrong, rate) = (count.all, count.wrong, count.rate) }
  }

  private struct Cell: Encodable {
    let context: String
    let what: String
    let all: Int
    let wrong: Int
  }
}
