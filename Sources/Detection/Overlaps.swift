internal import Model
internal import RulePacks

/// Decides which rule takes a place that several rules claim.
enum Overlaps {
  /// The matches to act on, in order, none over another.
  ///
  /// Matches that overlap become one, as long as all of them together, so that no part of a value stays behind. It
  /// belongs to the rule that claims all of it; where several do, to the surest, then the worst to leak, then the first. Where none does, to
  /// the rule whose data is worst to leak, then the surest, then the longest.
  static func resolved(_ candidates: [Match], rules: [Rule]) -> [Match] {
    let sorted = candidates.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.rule) < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
    }
    var result: [Match] = []
    var start = 0
    while start < sorted.count {
      var reach = sorted[start].range.upperBound
      var end = start + 1
      while end < sorted.count, sorted[end].range.lowerBound < reach {
        reach = max(reach, sorted[end].range.upperBound)
        end += 1
      }
      result.append(settled(sorted[start..<end], reach: reach, rules))
      start = end
    }
    return result
  }

  /// Two lists of matches as one, each in order and without overlap; those that only one of them has anything to say about
  /// stay as they are.
  static func joined(_ first: [Match], _ second: [Match], rules: [Rule]) -> [Match] {
    func isAlone(_ match: Match, _ others: [Match]) -> Bool {
      var (low, high) = (0, others.count)
      while low < high {
        let middle = (low + high) / 2
        if others[middle].range.upperBound > match.range.lowerBound { high = middle } else { low = middle + 1 }
      }
      return low == others.count || others[low].range.lowerBound >= match.range.upperBound
    }
    let alone = first.filter { isAlone($0, second) } + second.filter { isAlone($0, first) }
    let shared = first.filter { !isAlone($0, second) } + second.filter { !isAlone($0, first) }
    return (alone + resolved(shared, rules: rules)).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func settled(_ cluster: ArraySlice<Match>, reach: Int, _ rules: [Rule]) -> Match {
    let union = cluster[cluster.startIndex].range.lowerBound..<reach
    if cluster.count == 1 { return cluster[cluster.startIndex] }
    let whole = cluster.filter { $0.range == union }
    let winner =
      whole.isEmpty ? cluster.min { isWorse($0, than: $1, rules) } : whole.min { isSurer($0, than: $1, rules) }
    return Match(range: union, rule: winner?.rule ?? cluster[cluster.startIndex].rule)
  }

  static func isSurer(_ left: Match, than right: Match, _ rules: [Rule]) -> Bool {
    let (first, second) = (rules[left.rule], rules[right.rule])
    if first.confidence != second.confidence { return first.confidence > second.confidence }
    let (harm, other) = (first.category.severity, second.category.severity)
    return harm != other ? harm > other : left.rule < right.rule
  }

  private static func isWorse(_ left: Match, than right: Match, _ rules: [Rule]) -> Bool {
    let (first, second) = (rules[left.rule].category.severity, rules[right.rule].category.severity)
    if first != second { return first > second }
    if rules[left.rule].confidence != rules[right.rule].confidence { return isSurer(left, than: right, rules) }
    return left.range.count > right.range.count
  }
}

func isAlphanumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
  default: false
  }
}
