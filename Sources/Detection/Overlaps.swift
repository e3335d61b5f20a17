internal import RulePacks

/// Decides which rule takes a place that several rules claim.
enum Overlaps {
  /// The matches to act on, in order, none over another.
  ///
  /// Of those that overlap, the surest wins, then the longest, the first, and the rule that stands first. What a loser
  /// claims outside the winner is kept as a match of its own, so that no part of a value stays behind.
  static func resolved(_ candidates: [Match], rules: [Rule], in text: Span<UInt8>) -> [Match] {
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
      if end == start + 1 {
        result.append(sorted[start])
      } else {
        result += settled(Array(sorted[start..<end]), rules: rules, in: text)
      }
      start = end
    }
    return result
  }

  private static func settled(_ cluster: [Match], rules: [Rule], in text: Span<UInt8>) -> [Match] {
    func precedes(_ left: Match, _ right: Match) -> Bool {
      let (first, second) = (rules[left.rule], rules[right.rule])
      if first.confidence != second.confidence { return first.confidence > second.confidence }
      if left.range.count != right.range.count { return left.range.count > right.range.count }
      return (left.range.lowerBound, left.rule) < (right.range.lowerBound, right.rule)
    }
    var taken: [Match] = []
    for match in cluster.sorted(by: precedes) {
      var pieces = [match.range]
      for winner in taken {
        pieces = pieces.flatMap { piece -> [Range<Int>] in
          guard piece.overlaps(winner.range) else { return [piece] }
          return [
            piece.lowerBound..<max(piece.lowerBound, winner.range.lowerBound),
            min(piece.upperBound, winner.range.upperBound)..<piece.upperBound,
          ]
        }
      }
      for piece in pieces where piece == match.range || piece.contains(where: { isAlphanumeric(text[$0]) }) {
        taken.append(Match(range: piece, rule: match.rule))
      }
    }
    return taken.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

func isAlphanumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
  default: false
  }
}
