public import Model
public import RulePacks

/// Holds gated rules against the same rules tried on every line: a gate may cost time, never a value.
public enum GateRun {
  /// What the gates of `rule` lose in `texts`; nil when they lose nothing.
  public static func complaint(_ rule: Rule, _ texts: [[UInt8]]) throws(Problem) -> String? {
    guard !rule.gates.isEmpty, rule.block == nil else { return nil }
    var gated = Scan(try Detector([rule]))
    var ungated = Scan(try Detector([rule.withoutGates()]))
    for text in texts {
      let all = try places(&ungated, text)
      guard !all.isEmpty else { continue }
      let found = try places(&gated, text)
      if let lost = all.first(where: { !found.contains($0) }) {
        let shown = printable(String(decoding: text[lost].prefix(40), as: UTF8.self))
        return "has a gate that hides ⟦\(shown)⟧, which its pattern finds; widen 'gate', 'shape' or 'reach'"
      }
    }
    return nil
  }

  private static func places(_ scan: inout Scan, _ text: [UInt8]) throws(Problem) -> [Range<Int>] {
    let result = try scan.scan(text.span)
    return result.matches.map(\.range) + result.pairs.map(\.value)
  }
}
