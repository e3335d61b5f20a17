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
    var next: [[Int32]] = [Array(repeating: -1, count: width)]
    var outputs: [[Int32]] = [[]]
    for (number, literal) in literals.enumerated() {
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
      outputs[state].append(Int32(number))
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
      for column in 0..<width where column != joint {
        let fallback = next[failure[state]][column]
        if next[state][column] < 0 {
          next[state][column] = fallback
        } else {
          let child = Int(next[state][column])
          failure[child] = Int(fallback)
          outputs[child] += outputs[Int(fallback)]
          queue.append(child)
        }
      }
    }
    if let joint { for state in next.indices { next[state][joint] = Int32(state) } }
    return GateAutomaton(
      classes: classes, next: next, outputs: outputs, order: [0] + queue, gates: literals.map(\.tries),
      jointClass: joint.map(UInt8.init) ?? 255)
  }
}
