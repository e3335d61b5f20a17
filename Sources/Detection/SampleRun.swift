public import Model
public import RulePacks

/// Runs the samples of rules through the engine that scans bundles.
public enum SampleRun {
  /// A sample that came out otherwise than the rule says.
  public struct Failure: Sendable {
    /// The rule.
    public let rule: String
    /// The pack's file.
    public let file: String
    /// The line of the sample.
    public let line: Int
    /// What was expected and what was found; samples are invented, so their text may be shown.
    public let reason: String
  }

  /// Tries each sample of `rule`, whole and cut in two at every byte.
  public static func failures(_ rule: Rule) throws(Problem) -> [Failure] {
    let detector = try Detector([rule])
    var failures: [Failure] = []
    for (samples, shouldMatch) in [(rule.samples.match, true), (rule.samples.reject, false)] {
      for sample in samples {
        var scan = Scan(detector)
        let result = try scan.scan(sample.text.span)
        let found = rule.isNotation ? result.pairs.flatMap(\.places) : result.matches.map(\.range)
        var reason: String? = nil
        if found != sample.spans {
          reason =
            shouldMatch
            ? "should find \(shown(sample.spans, sample.text)) but finds \(shown(found, sample.text))"
            : "should find nothing but finds \(shown(found, sample.text))"
        } else if !rule.isNotation, let cut = try firstBadCut(sample, detector, expected: found) {
          reason = "finds something else when the text arrives in two pieces, cut at byte \(cut)"
        }
        if let reason { failures.append(Failure(rule: rule.id, file: rule.file, line: sample.line, reason: reason)) }
      }
    }
    return failures
  }

  private static func firstBadCut(_ sample: Sample, _ detector: Detector, expected: [Range<Int>]) throws(Problem)
    -> Int?
  {
    for cut in 0...sample.text.count {
      var stream = TextStream(detector, chunkSize: 1)
      var found: [Range<Int>] = []
      let collect: TextStream.Sink = { chunk in
        found += chunk.matches.map { $0.range.lowerBound + chunk.offset..<$0.range.upperBound + chunk.offset }
      }
      try stream.append(sample.text.span.extracting(first: cut), collect)
      try stream.append(sample.text.span.extracting(cut...), collect)
      try stream.finish(collect)
      if found != expected { return cut }
    }
    return nil
  }

  private static func shown(_ spans: [Range<Int>], _ text: [UInt8]) -> String {
    if spans.isEmpty { return "nothing" }
    return spans.map { "⟦" + printable(String(decoding: text[$0], as: UTF8.self)) + "⟧" }.joined(separator: " ")
  }
}
