internal import Intake
internal import Model

/// Personal data in a message and in what is attached to it, and the parts that could not be searched.
struct MessageSearch {
  let findings: [TextFinding]
  let unsearched: [UnsearchedPart]

  private struct Spot: Hashable {
    let entry: String
    let line: Int
    let category: Model.Category
  }

  init(_ path: String, _ gate: CaseGate) throws(Problem) {
    var counts: [Spot: Int] = [:]
    let ledger = try gate.scan([path]) { finding throws(Problem) in
      counts[Spot(entry: finding.entry, line: finding.line, category: finding.category), default: 0] += 1
    }
    let spots = counts.sorted {
      ($0.key.entry, $0.key.line, $0.key.category.rawValue) < ($1.key.entry, $1.key.line, $1.key.category.rawValue)
    }
    findings = spots.map { spot, count in
      TextFinding(field: spot.entry, line: spot.line, category: spot.category.rawValue, count: count, file: path)
    }
    unsearched = ledger.blocked.map { UnsearchedPart(file: path, part: $0.name, reason: $0.reason ?? "") }
  }
}
