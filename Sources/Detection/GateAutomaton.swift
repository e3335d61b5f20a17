/// A deterministic automaton that finds all literal gates in one pass.
///
/// States are numbered so that those in which a gate has just ended come last: the scanning loop asks one comparison.
struct GateAutomaton: Sendable {
  /// A rule that is worth trying behind a gate.
  struct Try: Sendable, Hashable {
    /// The rule's position.
    let rule: Int
    /// How far before the end of the gate a match starts at most; `Int.max` when unknown.
    let reach: Int
    /// What is known beforehand of the key whose name the gate is part of, or of the word that it is.
    var key: Key? = nil

    /// A stretch of a key's name.
    struct Key: Sendable, Hashable {
      /// How many letters and digits it has; joints between words come on top.
      let length: Int
      /// Whether the name starts, and ends, with it.
      let isStart: Bool
      let isEnd: Bool
    }

    /// Each rule once, with the widest of its reaches; each of its keys that end together on its own.
    static func widest(_ tries: [Try]) -> [Try] {
      struct Name: Hashable { let rule: Int; let length: Int? }
      var merged: [Name: Try] = [:]
      for attempt in tries {
        let name = Name(rule: attempt.rule, length: attempt.key?.length)
        guard let other = merged[name] else {
          merged[name] = attempt
          continue
        }
        var key: Key? = nil
        if let mine = attempt.key, let others = other.key {
          key = Key(length: mine.length, isStart: mine.isStart && others.isStart, isEnd: mine.isEnd && others.isEnd)
        }
        merged[name] = Try(rule: attempt.rule, reach: max(attempt.reach, other.reach), key: key)
      }
      return merged.values.sorted { ($0.rule, $0.key?.length ?? 0) < ($1.rule, $1.key?.length ?? 0) }
    }
  }

  /// The column of the table for each byte value.
  let classes: [UInt8]
  /// The next state, as the start of its row: `table[row + classes[byte]]`.
  let table: [UInt32]
  /// The number of columns.
  let width: Int
  /// The column of bytes that are passed over; 255 when there are none.
  let jointClass: UInt8
  /// The first row of a state in which a gate ends.
  let firstHit: UInt32
  /// Where the tries of each of those states start in `tries`, counted from `firstHit`; one more at the end.
  let starts: [Int]
  /// The rules to try, state after state.
  let tries: [Try]

  struct TooLarge: Error {}

  /// The places in `tries` that belong to the state that starts at `row`.
  func tries(at row: UInt32) -> Range<Int> {
    let state = Int(row - firstHit) / width
    return starts[state]..<starts[state + 1]
  }

  /// Lays out the table of an automaton whose states are given by their transitions.
  ///
  /// - Parameters:
  ///   - width: the number of columns.
  ///   - next: the next state, for each state and column.
  ///   - outputs: for each state, the gates that end in it, as positions in `gates`.
  ///   - order: the states, those that are visited most first, so that they lie together in the cache.
  init(
    classes: [UInt8], width: Int, next: [Int32], outputs: [[Int32]], order: [Int], gates: [[Try]],
    jointClass: UInt8 = 255
  ) {
    let silent = order.filter { outputs[$0].isEmpty }
    let loud = order.filter { !outputs[$0].isEmpty }
    var row = [UInt32](repeating: 0, count: outputs.count)
    for (rank, state) in (silent + loud).enumerated() { row[state] = UInt32(rank * width) }
    var table = [UInt32](repeating: 0, count: outputs.count * width)
    for (rank, state) in (silent + loud).enumerated() {
      for column in 0..<width { table[rank * width + column] = row[Int(next[state * width + column])] }
    }
    var tries: [Try] = []
    var starts: [Int] = []
    for state in loud {
      starts.append(tries.count)
      tries += Try.widest(outputs[state].flatMap { gates[Int($0)] })
    }
    self.classes = classes
    self.jointClass = jointClass
    self.width = width
    self.table = table
    self.tries = tries
    self.starts = starts + [tries.count]
    firstHit = UInt32(silent.count * width)
  }
}

func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
