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
  let shapes: ShapeGates
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
    var tries: [Rule.Gate.Mark: [GateAutomaton.Try]] = [:]
    for (index, rule) in rules.enumerated() {
      for gate in rule.gates {
        tries[gate.mark, default: []].append(GateAutomaton.Try(rule: index, gate))
      }
    }
    ungated = rules.indices.filter { rules[$0].gates.isEmpty }
    var literals: [(text: [UInt8], tries: [GateAutomaton.Try])] = []
    var shapes: [(shape: Shape, tries: [GateAutomaton.Try])] = []
    for (mark, tries) in tries {
      switch mark {
      case .literal(let text): literals.append((text, tries))
      case .shape(let shape): shapes.append((shape, tries))
      }
    }
    self.shapes = ShapeGates(shapes)
    do {
      self.literals = try .literals(literals)
    } catch {
      throw Problem(
        .invalidRule, "", "the literal gates of all rules together are too large to search at once",
        mend: "Use fewer or shorter ones")
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
