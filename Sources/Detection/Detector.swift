public import Model
public import RulePacks

/// A rule set made ready to scan: one pass over the bytes finds all gates, PCRE2 decides where a gate opened.
///
/// A detector is immutable and shared; each thread scans with a `Scan` of its own.
public final class Detector: Sendable {
  /// The rules; a `Match` names its rule by position.
  public let rules: [Rule]
  /// Says whether a value is a replacement already, so that a second run finds nothing.
  public typealias Recogniser = @Sendable (_ value: Span<UInt8>, _ category: Category) -> Bool

  let literals: GateAutomaton
  let shapes: GateAutomaton
  /// The rules without a gate, tried on every line.
  let ungated: [Int]
  let isReplacement: Recogniser

  /// Builds the automata.
  ///
  /// - Throws: `Problem` of code `invalid-rule` when the gates need more states than memory should hold.
  public init(
    _ rules: [Rule], isReplacement: @escaping Recogniser = { _, _ in false }
  ) throws(Problem) {
    self.rules = rules
    self.isReplacement = isReplacement
    var numbers: [Rule.Gate: Int] = [:]
    var gates: [Rule.Gate] = []
    var rulesByGate: [[Int]] = []
    for (index, rule) in rules.enumerated() {
      for gate in rule.gates {
        let number = numbers[gate] ?? gates.count
        if number == gates.count {
          numbers[gate] = number
          gates.append(gate)
          rulesByGate.append([])
        }
        rulesByGate[number].append(index)
      }
    }
    ungated = rules.indices.filter { rules[$0].gates.isEmpty }
    do {
      literals = try .literals(
        gates.enumerated().compactMap { number, gate in
          if case .literal(let text) = gate { (text, Int32(number)) } else { nil }
        }, rules: rulesByGate)
      shapes = try .shapes(
        gates.enumerated().compactMap { number, gate in
          if case .shape(let shape) = gate { (shape, Int32(number)) } else { nil }
        }, rules: rulesByGate)
    } catch {
      throw Problem(
        .invalidRule, "", "the gates of all rules together are too large to search at once",
        mend: "Use fewer or shorter shapes, or literals")
    }
  }
}

/// A value found: where it is and which rule says so.
public struct Match: Sendable, Hashable {
  /// The bytes of the value, counted from the start of the scanned text.
  public let range: Range<Int>
  /// The position of the rule in `Detector.rules`.
  public let rule: Int
}
