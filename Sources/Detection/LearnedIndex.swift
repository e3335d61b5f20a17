/// Looks up the values that were learned, at the beginnings of words: a few glances each, however many values there are and
/// however alike they begin.
struct LearnedIndex: Sendable {
  /// So many bytes of a value are looked at first; no learned value is shorter.
  private static let head = LearnedValues.shortest

  /// The rule of each value, in small letters.
  private var rules: [[UInt8]: Int] = [:]
  /// How long the values with the same beginning are: bit n for n + 1 bytes.
  ///
  /// No learned value is longer than 64.
  private var lengths: [UInt64: UInt64] = [:]
  /// Whether a value begins with this byte.
  private var begins = [Bool](repeating: false, count: 256)

  /// - Parameter firstRule: the number of the rule for the first of the learned categories.
  init(_ values: LearnedValues, firstRule: Int) {
    // In order, so that the same values give the same index where two differ in case alone.
    for (value, category) in values.values.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let rule = LearnedValues.categories.firstIndex(of: category),
        (Self.head...64).contains(value.count)
      else { continue }
      let small = value.map(lowercased)
      if rules[small] == nil { rules[small] = firstRule + rule }
      let head = small[..<Self.head].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      lengths[head, default: 0] |= 1 << UInt64(value.count - 1)
      begins[Int(small[0])] = true
      if (0x61...0x7A).contains(small[0]) { begins[Int(small[0] - 0x20)] = true }
    }
  }

  /// Whether a value may begin with `byte`.
  func mayBegin(with byte: UInt8) -> Bool { begins[Int(byte)] }

  /// Calls `found` with the rule and the end of each value that begins at `start` and ends with a word.
  func values(in text: Span<UInt8>, at start: Int, limit: Int, _ found: (Int, Int) -> Void) {
    guard start + Self.head <= limit else { return }
    var head: UInt64 = 0
    for index in start..<start + Self.head { head = head << 8 | UInt64(lowercased(text[index])) }
    guard var left = lengths[head] else { return }
    while left != 0 {
      let end = start + left.trailingZeroBitCount + 1
      left &= left - 1
      guard end <= limit else { return }
      if WordBorder.goesOn(text, behind: end) { continue }
      if let rule = rules[(start..<end).map { lowercased(text[$0]) }] { found(rule, end) }
    }
  }
}
