/// What the bench measured.
public struct QualityReport: Sendable {
  let seeds: [UInt64]
  let tallies: [Tally]

  /// Whether all bars are met.
  public var passes: Bool { tallies.allSatisfy { Bars.missed($0).isEmpty } }

  /// The number of kinds of files and contexts in the report.
  public var contextCount: Int { tallies.reduce(0) { $0 + $1.contexts.count + $1.blocked.count } }
}
