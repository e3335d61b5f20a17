internal import RulePacks

/// A deterministic automaton that finds all gates of one kind in one pass.
///
/// States are numbered so that those in which a gate has just ended come last: the scanning loop asks one comparison.
struct GateAutomaton: Sendable {
  /// The column of the table for each byte value.
  let classes: [UInt8]
  /// The next state, as the start of its row: `table[row + classes[byte]]`.
  let table: [UInt32]
  /// A row has two to this power of columns, so that a state's number is a shift away.
  let shift: Int
  /// The first row of a state in which a gate ends.
  let firstHit: UInt32
  /// Where the rules of each of those states start in `hits`, counted from `firstHit`; one more at the end.
  let hitStarts: [Int]
  /// The rules to try, state after state.
  let hits: [Int]

  /// More states than built-in and users' packs together should ever need; a table of this size is 64 MB.
  private static let stateLimit = 250_000

  struct TooLarge: Error {}

  /// Finds literals, ignoring the case of ASCII letters (Aho and Corasick, 1975).
  static func literals(
    _ literals: [(text: [UInt8], gate: Int32)], rules: [[Int]]
  ) throws(TooLarge) -> GateAutomaton {
    let used = Set(literals.flatMap(\.text).map(lowercased))
    var classes = [UInt8](repeating: 0, count: 256)
    for (index, byte) in used.sorted().enumerated() {
      classes[Int(byte)] = UInt8(index + 1)
      if (0x61...0x7A).contains(byte) { classes[Int(byte) - 32] = UInt8(index + 1) }
    }
    let width = used.count + 1
    var next: [[Int32]] = [Array(repeating: -1, count: width)]
    var outputs: [Set<Int32>] = [[]]
    for literal in literals {
      var state = 0
      for byte in literal.text {
        let column = Int(classes[Int(lowercased(byte))])
        if next[state][column] < 0 {
          guard next.count < stateLimit else { throw TooLarge() }
          next[state][column] = Int32(next.count)
          next.append(Array(repeating: -1, count: width))
          outputs.append([])
        }
        state = Int(next[state][column])
      }
      outputs[state].insert(literal.gate)
    }
    // Breadth first, so that the state a failure leads to is complete before it is needed.
    var failure = [Int](repeating: 0, count: next.count)
    var queue: [Int] = []
    for column in 0..<width {
      if next[0][column] < 0 { next[0][column] = 0 } else { queue.append(Int(next[0][column])) }
    }
    var position = 0
    while position < queue.count {
      let state = queue[position]
      position += 1
      for column in 0..<width {
        let fallback = next[failure[state]][column]
        if next[state][column] < 0 {
          next[state][column] = fallback
        } else {
          let child = Int(next[state][column])
          failure[child] = Int(fallback)
          outputs[child].formUnion(outputs[Int(fallback)])
          queue.append(child)
        }
      }
    }
    return GateAutomaton(
      classes: classes, next: next, outputs: outputs.map { $0.sorted() }, order: [0] + queue, rules: rules)
  }

  /// Finds shapes, by the subset construction over their positions.
  static func shapes(
    _ shapes: [(shape: Shape, gate: Int32)], rules: [[Int]]
  ) throws(TooLarge) -> GateAutomaton {
    let sequences = shapes.flatMap { entry in entry.shape.sequences.map { (sets: $0, gate: entry.gate) } }
    // Bytes that no set tells apart share a column.
    let sets = Array(Set(sequences.flatMap(\.sets)))
    var columns: [[Bool]: UInt8] = [:]
    var examples: [UInt8] = []
    let classes = (0...255).map { value -> UInt8 in
      let signature = sets.map { $0.contains(UInt8(value)) }
      if let known = columns[signature] { return known }
      let column = UInt8(clamping: columns.count)
      columns[signature] = column
      examples.append(UInt8(value))
      return column
    }
    var starts: [Int32] = []
    var flat: [(set: ByteSet, last: Bool, gate: Int32)] = []
    for sequence in sequences {
      starts.append(Int32(flat.count))
      for (index, set) in sequence.sets.enumerated() {
        flat.append((set, index == sequence.sets.count - 1, sequence.gate))
      }
    }
    struct Subset: Hashable { var positions: [Int32]; var gates: [Int32] }
    var numbers: [Subset: Int32] = [Subset(positions: [], gates: []): 0]
    var subsets = [Subset(positions: [], gates: [])]
    var next: [[Int32]] = []
    while next.count < subsets.count {
      let active = subsets[next.count].positions + starts
      next.append(
        try examples.map { byte throws(TooLarge) -> Int32 in
          var positions: Set<Int32> = []
          var gates: Set<Int32> = []
          for position in active where flat[Int(position)].set.contains(byte) {
            let element = flat[Int(position)]
            if element.last { gates.insert(element.gate) } else { positions.insert(position + 1) }
          }
          let subset = Subset(positions: positions.sorted(), gates: gates.sorted())
          if let known = numbers[subset] { return known }
          guard subsets.count < 20_000 else { throw TooLarge() }
          numbers[subset] = Int32(subsets.count)
          subsets.append(subset)
          return Int32(subsets.count - 1)
        })
    }
    return GateAutomaton(
      classes: classes, next: next, outputs: subsets.map(\.gates), order: Array(subsets.indices), rules: rules)
  }

  private init(classes: [UInt8], next: [[Int32]], outputs: [[Int32]], order: [Int], rules: [[Int]]) {
    var shift = 0
    while 1 << shift < next[0].count { shift += 1 }
    let silent = order.filter { outputs[$0].isEmpty }
    let loud = order.filter { !outputs[$0].isEmpty }
    let ranked = silent + loud
    var row = [UInt32](repeating: 0, count: next.count)
    for (rank, state) in ranked.enumerated() { row[state] = UInt32(rank << shift) }
    var table = [UInt32](repeating: 0, count: ranked.count << shift)
    for (rank, state) in ranked.enumerated() {
      for (column, target) in next[state].enumerated() { table[(rank << shift) + column] = row[Int(target)] }
    }
    var hits: [Int] = []
    var hitStarts: [Int] = []
    for state in loud {
      hitStarts.append(hits.count)
      hits += Set(outputs[state].flatMap { rules[Int($0)] }).sorted()
    }
    self.classes = classes
    self.shift = shift
    self.table = table
    self.hits = hits
    self.hitStarts = hitStarts + [hits.count]
    firstHit = UInt32(silent.count << shift)
  }

  /// The places in `hits` of the rules to try in the state that starts at `row`.
  func rules(at row: UInt32) -> Range<Int> {
    let state = Int(row - firstHit) >> shift
    return hitStarts[state]..<hitStarts[state + 1]
  }
}

func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
