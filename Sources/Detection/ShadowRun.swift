public import Model
public import RulePacks

/// Looks for rules that never get what they find, because others take it.
public enum ShadowRun {
  /// The rule that takes all of the matching samples of `rule` when all rules of `detector` run; nil when it gets any.
  public static func taker(of rule: Rule, in detector: Detector) throws(Problem) -> Rule? {
    var scan = Scan(detector)
    var taker: Rule? = nil
    for sample in rule.samples.match {
      let matches = try scan.scan(sample.text.span).matches
      for span in sample.spans {
        guard let match = matches.first(where: { $0.range.overlaps(span) }) else { return nil }
        let winner = detector.rules[match.rule]
        // A rule of the same kind that takes the same bytes does no harm.
        if winner.id == rule.id || winner.category == rule.category && match.range == span { return nil }
        taker = winner
      }
    }
    return taker
  }
}
