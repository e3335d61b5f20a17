internal import Model
internal import PCRE2
public import RulePacks

/// Tries patterns on texts that are made to keep them busy.
public enum StressRun {
  /// Texts of one or two bytes over and over, with an end that makes a greedy pattern give back.
  private static let texts: [[UInt8]] = {
    let parts = [
      "a", "A", "1", "a1", "a-", "a.", "a ", "Aa ", "a_", "-", ".", " ", "/", "a/", "a@", "a:", "a=", "%4", "\\", "'a",
    ]
    let ends = ["", "!", ":", "/", "\""]
    return parts.flatMap { part in ends.map { Array((String(repeating: part, count: 600) + $0).utf8) } }
  }()

  /// What a rule's patterns say to such texts: nil when all are decided within the limits.
  public static func complaint(_ rule: Rule) -> String? {
    var matcher = Matcher()
    for (field, pattern) in [("pattern", rule.pattern), ("value", rule.valuePattern)] {
      guard let pattern else { continue }
      for text in texts {
        do {
          _ = try matcher.firstMatch(of: pattern, in: text.span, range: 0..<text.count)
        } catch {
          let start = String(decoding: text.prefix(8), as: UTF8.self)
          return "has a '\(field)' that backtracks without bound on texts such as '\(start)...': \(error.message)"
        }
      }
    }
    return nil
  }
}
