internal import RulePacks

extension GateAutomaton {
  /// Finds shapes, by the subset construction over the positions in their sequences.
  static func shapes(_ shapes: [(shape: Shape, tries: [Try])]) throws(TooLarge) -> GateAutomaton {
    let positions = Positions(shapes.map(\.shape))
    let classes = ByteClasses(Array(Set(positions.sets)))
    // For each column, the positions whose set holds its bytes.
    let fitting = classes.examples.map { byte in
      Bits(positions.sets.indices.lazy.filter { positions.sets[$0].contains(byte) }, count: positions.sets.count)
    }
    var numbers: [Bits: Int32] = [:]
    var subsets: [Bits] = []
    var next: [[Int32]] = []
    func number(_ subset: Bits) throws(TooLarge) -> Int32 {
      if let known = numbers[subset] { return known }
      guard subsets.count < 20_000 else { throw TooLarge() }
      numbers[subset] = Int32(subsets.count)
      subsets.append(subset)
      return Int32(subsets.count - 1)
    }
    // A subset holds the positions just passed; where the last of a sequence is among them, a gate has ended.
    _ = try number(Bits([], count: positions.sets.count))
    while next.count < subsets.count {
      let reachable = subsets[next.count].advanced(over: positions.inner).union(positions.firsts)
      var row: [Int32] = []
      for fit in fitting { row.append(try number(reachable.intersection(fit))) }
      next.append(row)
    }
    let outputs = subsets.map { subset in positions.lasts.filter { subset.contains($0.position) }.map(\.gate) }
    return GateAutomaton(
      classes: classes.columns, next: next, outputs: outputs, order: Array(subsets.indices),
      gates: shapes.map(\.tries))
  }
}

/// All sequences of all shapes, one after the other.
private struct Positions {
  private(set) var sets: [ByteSet] = []
  /// Where sequences end, and the gate that has ended there.
  private(set) var lasts: [(position: Int, gate: Int32)] = []
  private(set) var firsts: Bits
  /// The positions that another one follows in their sequence.
  private(set) var inner: Bits

  init(_ shapes: [Shape]) {
    var starts: [Int] = []
    var ends: Set<Int> = []
    for (gate, shape) in shapes.enumerated() {
      for sequence in shape.sequences {
        starts.append(sets.count)
        sets += sequence
        ends.insert(sets.count - 1)
        lasts.append((sets.count - 1, Int32(gate)))
      }
    }
    firsts = Bits(starts, count: sets.count)
    inner = Bits(sets.indices.filter { !ends.contains($0) }, count: sets.count)
  }
}

/// The columns of a table: bytes that no set tells apart share one.
private struct ByteClasses {
  private(set) var columns: [UInt8] = []
  /// A byte of each column.
  private(set) var examples: [UInt8] = []

  init(_ sets: [ByteSet]) {
    var known: [[Bool]: UInt8] = [:]
    for value in UInt8.min...UInt8.max {
      let signature = sets.map { $0.contains(value) }
      if let column = known[signature] {
        columns.append(column)
      } else {
        let column = UInt8(examples.count)
        known[signature] = column
        examples.append(value)
        columns.append(column)
      }
    }
  }
}

/// A set of small numbers.
private struct Bits: Hashable {
  private var words: [UInt64]

  init(_ members: some Sequence<Int>, count: Int) {
    words = Array(repeating: 0, count: (count + 63) / 64 + 1)
    for member in members { words[member >> 6] |= 1 << UInt64(member & 63) }
  }

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

  /// Each member of `inner` moved on by one.
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
