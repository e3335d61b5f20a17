internal import Model

/// Says of each mark of a file whether it is as it should be.
struct Verdict {
  let marks: [Mark]
  /// For each mark: whether a plant survived, or a trap did not.
  private(set) var isWrong: [Bool] = []
  /// The rule that touched the mark.
  private(set) var rules: [String?] = []
  /// What stands in the place of a plant, where one finding covers exactly that.
  private(set) var replacements: [[UInt8]?] = []
  private(set) var innocentBytes = 0
  private(set) var innocentChanged = 0
  /// Stretches of innocent bytes that were changed.
  private(set) var innocentStretches: [(range: Range<Int>, rule: String)] = []

  /// Judges by the edits.
  init(_ marks: [Mark], input: [UInt8], output: [UInt8], edits: [Edit]) {
    self.marks = marks
    var index = 0
    for mark in marks {
      while index < edits.count, edits[index].input.upperBound <= mark.range.lowerBound { index += 1 }
      let touching = edits[index...].prefix { $0.input.lowerBound < mark.range.upperBound }
      rules.append(touching.first?.rule)
      let exact = touching.first.map { $0.input == mark.range } ?? false
      replacements.append(exact ? touching.first.map { Array(output[$0.output]) } : nil)
      switch mark.kind {
      case .plant: isWrong.append(Self.survives(mark.range, input, output, Array(touching)))
      case .trap: isWrong.append(!touching.isEmpty)
      case .either: isWrong.append(false)
      }
    }
    countInnocent(input.count, edits)
  }

  /// Judges by searching the values, for a file whose edits are not known.
  init(_ marks: [Mark], input: [UInt8], searchedIn output: [UInt8]) {
    self.marks = marks
    let haystack = Haystack(output)
    for mark in marks {
      let isThere = haystack.contains(input[mark.range])
      rules.append(nil)
      replacements.append(nil)
      switch mark.kind {
      case .plant: isWrong.append(isThere)
      case .trap: isWrong.append(!isThere)
      case .either: isWrong.append(false)
      }
    }
  }

  /// Whether a letter or digit of the value survives at its place, or most of it, four at least, at either end of what
  /// replaced it.
  private static func survives(_ range: Range<Int>, _ input: [UInt8], _ output: [UInt8], _ edits: [Edit]) -> Bool {
    var position = range.lowerBound
    for edit in edits {
      if edit.input.lowerBound > position, input[position..<edit.input.lowerBound].contains(where: isAlphanumeric) {
        return true
      }
      let (old, new) = (input[edit.input], output[edit.output])
      let own = edit.input.clamped(to: range)
      let many = max(4, input[own].count(where: isAlphanumeric) / 2 + 1)
      let head = old.startIndex..<old.startIndex + common(old, new)
      let tail = old.endIndex - common(old.reversed(), new.reversed())..<old.endIndex
      for kept in [head, tail] where input[kept.clamped(to: own)].count(where: isAlphanumeric) >= many { return true }
      position = max(position, edit.input.upperBound)
    }
    return position < range.upperBound && input[position..<range.upperBound].contains(where: isAlphanumeric)
  }

  private static func common(_ old: some Sequence<UInt8>, _ new: some Sequence<UInt8>) -> Int {
    zip(old, new).prefix { $0 == $1 }.count
  }

  private mutating func countInnocent(_ count: Int, _ edits: [Edit]) {
    var index = 0
    var position = 0
    func changes(_ range: Range<Int>, _ index: inout Int) -> [(range: Range<Int>, rule: String)] {
      while index < edits.count, edits[index].input.upperBound <= range.lowerBound { index += 1 }
      return edits[index...].prefix { $0.input.lowerBound < range.upperBound }
        .map { ($0.input.clamped(to: range), $0.rule) }
    }
    for range in marks.map(\.range) + [count..<count] {
      if range.lowerBound > position {
        innocentBytes += range.lowerBound - position
        let stretches = changes(position..<range.lowerBound, &index)
        innocentChanged += stretches.reduce(0) { $0 + $1.range.count }
        innocentStretches += stretches
      }
      position = max(position, range.upperBound)
    }
  }
}

func isAlphanumeric(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
}

/// Text to search many values in.
struct Haystack {
  private let bytes: [UInt8]
  /// Where each pair of bytes stands.
  private var places: [UInt16: [Int]] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for index in bytes.indices.dropLast() {
      places[UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]), default: []].append(index)
    }
  }

  func contains(_ needle: ArraySlice<UInt8>) -> Bool {
    guard needle.count >= 2 else { return needle.first.map(bytes.contains) ?? true }
    let pair = UInt16(needle[needle.startIndex]) << 8 | UInt16(needle[needle.startIndex + 1])
    return places[pair, default: []].contains { place in
      place + needle.count <= bytes.count && bytes[place..<place + needle.count].elementsEqual(needle)
    }
  }
}
