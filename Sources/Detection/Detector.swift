public import Model
public import RulePacks

/// A rule set made ready to scan: one pass over the bytes finds all gates, PCRE2 decides where a gate opened.
///
/// A detector is immutable and shared; each thread scans with a `Scan` of its own.
public final class Detector: Sendable {
  /// The rules; a `Match` names its rule by position.
  ///
  /// Behind those of the packs stand the ones for learned values.
  public let rules: [Rule]
  /// Says whether a value is a replacement already, or part of one, so that a second run finds nothing.
  public typealias Recogniser = @Sendable (_ text: Span<UInt8>, _ value: Range<Int>, _ category: Category) -> Bool

  let literals: GateAutomaton
  let keys: GateAutomaton
  let shapes: ShapeGates
  /// The names of keys, for the columns of tables.
  let columns: ColumnNames
  /// The rules for columns that no header names.
  let columnKinds: [ColumnKind: [Int]]
  /// The rules without a gate, tried on every line.
  let ungated: [Int]
  /// Says whether a value is a replacement already.
  public let isReplacement: Recogniser

  /// Finds learned values; nil when there are none.
  let learned: LearnedIndex?
  /// Which rules count, by their positions; nil for all.
  let teachers: [Bool]?
  /// What was found before; nil where each text is met once.
  let memory: ScanMemory?

  /// Builds the automata.
  ///
  /// - Parameters:
  ///   - rules: what to look for.
  ///   - isReplacement: says whether a value is a replacement already.
  /// - Throws: `Problem` of code `invalid-rule` when the gates need more states than memory should hold.
  public init(
    _ rules: [Rule], isReplacement: @escaping Recogniser = { _, _, _ in false }
  ) throws(Problem) {
    self.rules = rules
    self.isReplacement = isReplacement
    learned = nil
    teachers = nil
    memory = nil
    var literals: [[UInt8]: [GateAutomaton.Try]] = [:]
    var shapes: [Shape: [GateAutomaton.Try]] = [:]
    var keys: [[UInt8]: [GateAutomaton.Try]] = [:]
    for (index, rule) in rules.enumerated() {
      for gate in rule.gates {
        var attempt = GateAutomaton.Try(rule: index, reach: gate.reach ?? .max)
        switch gate.mark {
        case .literal(let text): literals[text, default: []].append(attempt)
        case .word(let text):
          attempt.key = GateAutomaton.Try.Key(length: text.count, isStart: true, isEnd: true)
          literals[text, default: []].append(attempt)
        case .shape(let shape): shapes[shape, default: []].append(attempt)
        case .key(let name, let isStart, let isEnd):
          attempt.key = GateAutomaton.Try.Key(length: name.count, isStart: isStart, isEnd: isEnd)
          keys[name, default: []].append(attempt)
        }
      }
    }
    // The columns of a table may be called no more than this; see `TableLayout.pair`.
    for name in ["value", "val"] { keys[Array(name.utf8), default: []] += [] }
    columns = ColumnNames(rules)
    columnKinds = ColumnKind.rules(columns)
    ungated = rules.indices.filter { rules[$0].gates.isEmpty }
    self.shapes = ShapeGates(shapes.map { ($0.key, $0.value) })
    do {
      self.literals = try .literals(literals.map { ($0.key, $0.value) })
      self.keys = try .literals(keys.map { ($0.key, $0.value) }, passingOver: Array(" _.-".utf8))
    } catch {
      throw Problem(
        .invalidRule, "", "the literal gates of all rules together are too large to search at once",
        mend: "Use fewer or shorter ones")
    }
  }

  /// The gates of `other`, for another use of what they open.
  private init(_ other: Detector, rules: [Rule], learned: LearnedIndex?, teachers: [Bool]?, memory: ScanMemory?) {
    self.rules = rules
    self.learned = learned
    self.teachers = teachers
    self.memory = memory
    isReplacement = other.isReplacement
    literals = other.literals
    keys = other.keys
    shapes = other.shapes
    columns = other.columns
    columnKinds = other.columnKinds
    ungated = other.ungated
  }

  /// The same detector for a first pass that values are learned from: only the rules that are certain have a say.
  ///
  /// What it finds is remembered for the one that is made of it by `knowing(_:)`.
  public func teaching() -> Detector {
    let teachers = rules.map { rule in
      // A machine's name with its domain is certain enough, though its rule shares the shape with other things. Notations
      // have no category, and lead to the rules that have.
      rule.isNotation
        || LearnedValues.categories.contains(rule.category) && (rule.confidence == .high || rule.category == .host)
    }
    return Detector(self, rules: rules, learned: nil, teachers: teachers, memory: ScanMemory())
  }

  /// The same detector for the pass behind the first: all rules have a say, and `values` are looked for besides.
  public func knowing(_ values: LearnedValues) -> Detector {
    guard !values.isEmpty else { return Detector(self, rules: rules, learned: nil, teachers: nil, memory: memory) }
    return Detector(
      self, rules: rules + LearnedValues.categories.map { .learned($0) },
      learned: LearnedIndex(values, firstRule: rules.count), teachers: nil, memory: memory)
  }
}
