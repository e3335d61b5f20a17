/// Looks up the values that were learned, at the beginnings of words: one glance each, however many values there are.
struct LearnedIndex: Sendable {
  /// So many bytes of a value are looked at first; no learned value is shorter.
  static let head = LearnedValues.shortest

  private struct Entry: Sendable {
    let head: UInt64
    /// Where the value stands in `bytes`, in small letters.
    let range: Range<Int>
    let rule: Int
    /// The entry with the same slot that comes next; -1 for none.
    let next: Int32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var slots: [Int32]
  private let mask: UInt64
  /// Whether a value begins with this byte.
  private var begins = [Bool](repeating: false, count: 256)

  /// - Parameter firstRule: the number of the rule for the first of the learned categories.
  init(_ values: LearnedValues, firstRule: Int) {
    var size = 1024
    while size < 2 * values.values.count { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = UInt64(size - 1)
    // In order, so that the same values give the same index.
    for (value, category) in values.values.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let rule = LearnedValues.categories.firstIndex(of: category), value.count >= Self.head else { continue }
      let start = bytes.count
      bytes += value.map(lowercased)
      let head = bytes[start..<start + Self.head].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let slot = Int(Self.hash(head) & mask)
      entries.append(
        Entry(head: head, range: start..<bytes.count, rule: firstRule + rule, next: slots[slot]))
      slots[slot] = Int32(entries.count - 1)
      begins[Int(value[0])] = true
      begins[Int(lowercased(value[0]))] = true
      if (0x61...0x7A).contains(value[0]) { begins[Int(value[0] - 0x20)] = true }
    }
  }

  /// Whether a value may begin with `byte`.
  func mayBegin(with byte: UInt8) -> Bool { begins[Int(byte)] }

  /// Calls `found` with the rule and the end of each value that begins at `start`.
  func values(in text: Span<UInt8>, at start: Int, limit: Int, _ found: (Int, Int) -> Void) {
    guard start + Self.head <= limit else { return }
    var head: UInt64 = 0
    for index in start..<start + Self.head { head = head << 8 | UInt64(lowercased(text[index])) }
    var place = slots[Int(Self.hash(head) & mask)]
    while place >= 0 {
      let entry = entries[Int(place)]
      place = entry.next
      let end = start + entry.range.count
      guard entry.head == head, end <= limit else { continue }
      let isSame = (Self.head..<entry.range.count).allSatisfy {
        lowercased(text[start + $0]) == bytes[entry.range.lowerBound + $0]
      }
      if isSame { found(entry.rule, end) }
    }
  }

  /// Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, section 6.4).
  private static func hash(_ head: UInt64) -> UInt64 { (head &* 0x9E37_79B9_7F4A_7C15) >> 24 }
}
