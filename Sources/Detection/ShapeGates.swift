internal import RulePacks

/// All shapes of a rule set as one nondeterministic automaton; `ShapeStates` makes it deterministic as far as a text
/// asks for it.
struct ShapeGates: Sendable {
  /// The column of a state's row for each byte value.
  let classes: [UInt8]
  /// A row has two to this power of columns.
  let shift: Int
  /// For each column, the positions whose set holds its bytes.
  let fitting: [Bits]
  /// The first positions of all sequences.
  let firsts: Bits
  /// The positions that another one follows in their sequence.
  let inner: Bits
  /// Where sequences end, and the rules to try then.
  let lasts: [(position: Int, tries: [GateAutomaton.Try])]

  init(_ shapes: [(shape: Shape, tries: [GateAutomaton.Try])]) {
    var sets: [ByteSet] = []
    var starts: [Int] = []
    var lasts: [(position: Int, tries: [GateAutomaton.Try])] = []
    for (shape, tries) in shapes {
      for sequence in shape.sequences {
        starts.append(sets.count)
        sets += sequence
        lasts.append((sets.count - 1, tries))
      }
    }
    let ends = Set(lasts.map(\.position))
    self.lasts = lasts
    firsts = Bits(starts, count: sets.count)
    inner = Bits(sets.indices.filter { !ends.contains($0) }, count: sets.count)

    // Bytes that no set tells apart share a column.
    let distinct = Array(Set(sets))
    var columns: [[Bool]: UInt8] = [:]
    var examples: [UInt8] = []
    classes = (UInt8.min...UInt8.max).map { value in
      let signature = distinct.map { $0.contains(value) }
      if let column = columns[signature] { return column }
      columns[signature] = UInt8(examples.count)
      examples.append(value)
      return UInt8(examples.count - 1)
    }
    var shift = 0
    while 1 << shift < examples.count { shift += 1 }
    self.shift = shift
    fitting = examples.map { byte in Bits(sets.indices.filter { sets[$0].contains(byte) }, count: sets.count) }
  }
}

/// The states of the shape automaton that a scan has met so far; it grows on demand and starts anew when it is large.
///
/// The whole deterministic automaton may be huge, but texts visit a few hundred of its states.
struct ShapeStates {
  /// From this value on an entry of `table` needs a closer look: it is not known yet, or a gate ends there.
  static let flag: UInt32 = 0x8000_0000
  private static let unknown = UInt32.max
  private static let limit = 8_192

  private let gates: ShapeGates
  /// The next state, as the start of its row; with `flag` added where a gate ends.
  private(set) var table: [UInt32] = []
  private var subsets: [Bits] = []
  private var numbers: [Bits: Int] = [:]
  private var tries: [[GateAutomaton.Try]] = []

  init(_ gates: ShapeGates) {
    self.gates = gates
    start()
  }

  private mutating func start() {
    table.removeAll(keepingCapacity: true)
    subsets.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    tries.removeAll(keepingCapacity: true)
    _ = number(of: gates.firsts.intersection(Bits([], like: gates.firsts)))
  }

  /// The entry for the state at `row` and a column that was not known, worked out and remembered.
  mutating func entry(row: UInt32, column: UInt8) -> UInt32 {
    let known = table[Int(row) + Int(column)]
    if known != Self.unknown { return known }
    let from = subsets[Int(row) >> gates.shift]
    let subset = from.advanced(over: gates.inner).union(gates.firsts).intersection(gates.fitting[Int(column)])
    if subsets.count >= Self.limit, numbers[subset] == nil {
      // Only the state to go on from survives.
      start()
      let state = number(of: subset)
      return UInt32(state << gates.shift) | (tries[state].isEmpty ? 0 : Self.flag)
    }
    let state = number(of: subset)
    let entry = UInt32(state << gates.shift) | (tries[state].isEmpty ? 0 : Self.flag)
    table[Int(row) + Int(column)] = entry
    return entry
  }

  /// The rules to try when the state at `row` is reached.
  func tries(at row: UInt32) -> [GateAutomaton.Try] { tries[Int(row) >> gates.shift] }

  private mutating func number(of subset: Bits) -> Int {
    if let known = numbers[subset] { return known }
    let state = subsets.count
    numbers[subset] = state
    subsets.append(subset)
    let ended = gates.lasts.filter { subset.contains($0.position) }.flatMap(\.tries)
    tries.append(GateAutomaton.Try.widest(ended))
    table.append(contentsOf: repeatElement(Self.unknown, count: 1 << gates.shift))
    return state
  }
}

/// A set of small numbers.
struct Bits: Hashable, Sendable {
  private var words: [UInt64]

  init(_ members: some Sequence<Int>, count: Int) {
    words = Array(repeating: 0, count: (count + 63) / 64 + 1)
    for member in members { words[member >> 6] |= 1 << UInt64(member & 63) }
  }

  /// A set with the capacity of `other`.
  init(_ members: some Sequence<Int>, like other: Bits) { self.init(members, count: (other.words.count - 1) * 64) }

  func contains(_ member: Int) -> Bool { words[member >> 6] & 1 << UInt64(member & 63) != 0 }

  func union(_ other: Bits) -> Bits {
    var result = self
    for index in words.indices { result.words[index] |= other.words[index] }
    return result
  }

  func intersection(_ other: Bits) -> Bits {
    var result = self
    for index in words.indices { result.words[index] &= other.words[index] }
    return result
  }

  /// Each member that is in `inner` moved on by one, the others left out.
  func advanced(over inner: Bits) -> Bits {
    var result = self
    var carry: UInt64 = 0
    for index in words.indices {
      let kept = words[index] & inner.words[index]
      result.words[index] = kept << 1 | carry
      carry = kept >> 63
    }
    return result
  }
}
