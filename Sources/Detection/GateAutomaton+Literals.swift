extension GateAutomaton {
  /// More states than built-in and users' packs together should ever need; a table of this size is 64 MB.
  private static let stateLimit = 250_000

  /// Finds literals, ignoring the case of ASCII letters (Aho and Corasick, 1975).
  ///
  /// - Parameter joints: bytes that are passed over wherever they stand, as between the words of a key.
  static func literals(
    _ literals: [(text: [UInt8], tries: [Try])], passingOver joints: [UInt8] = []
  ) throws(TooLarge) -> GateAutomaton {
    let used = Set(literals.flatMap(\.text).map(lowercased))
    var classes = [UInt8](repeating: 0, count: 256)
    for (index, byte) in used.sorted().enumerated() {
      classes[Int(byte)] = UInt8(index + 1)
      if (0x61...0x7A).contains(byte) { classes[Int(byte) - 32] = UInt8(index + 1) }
    }
    let joint = joints.isEmpty ? nil : used.count + 1
    for byte in joints { classes[Int(byte)] = UInt8(used.count + 1) }
    let width = used.count + (joint == nil ? 1 : 2)
    // One flat table, a row for each state.
    var next = [Int32](repeating: -1, count: width)
    var outputs: [[Int32]] = [[]]
    for (number, literal) in literals.enumerated() {
      var state = 0
      for byte in literal.text {
        let place = state * width + Int(classes[Int(lowercased(byte))])
        if next[place] < 0 {
          guard outputs.count < stateLimit else { throw TooLarge() }
          next[place] = Int32(outputs.count)
          next.append(contentsOf: repeatElement(-1, count: width))
          outputs.append([])
        }
        state = Int(next[place])
      }
      outputs[state].append(Int32(number))
    }
    // Breadth first, so that the state a failure leads to is complete before it is needed.
    var failure = [Int](repeating: 0, count: outputs.count)
    var queue: [Int] = []
    for column in 0..<width {
      if next[column] < 0 { next[column] = 0 } else { queue.append(Int(next[column])) }
    }
    var position = 0
    while position < queue.count {
      let row = queue[position] * width
      let fallbackRow = failure[queue[position]] * width
      position += 1
      for column in 0..<width where column != joint {
        let fallback = next[fallbackRow + column]
        if next[row + column] < 0 {
          next[row + column] = fallback
        } else {
          let child = Int(next[row + column])
          failure[child] = Int(fallback)
          outputs[child] += outputs[Int(fallback)]
          queue.append(child)
        }
      }
    }
    if let joint { for state in outputs.indices { next[state * width + joint] = Int32(state) } }
    return GateAutomaton(
      classes: classes, width: width, next: next, outputs: outputs, order: [0] + queue, gates: literals.map(\.tries),
      jointClass: joint.map(UInt8.init) ?? 255)
  }
}
