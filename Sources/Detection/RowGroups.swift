/// Lines that are rows of one kind: cut in the same way into the same number of fields.
struct RowGroups {
  /// Rows of one kind, their fields without blanks and quotes around them.
  struct Group {
    var rows: [[Range<Int>]]
    /// The same for kinds of one file: records that are told apart by their first field.
    let family: Int
  }

  /// How lines are cut.
  private struct Key: Hashable {
    let separator: UInt8
    let count: Int
    /// Where the fields start, in rows of fixed width.
    let starts: [Int]
  }

  /// Fewer rows say nothing about their columns.
  static let fewest = 4
  private static let longestLine = 4096
  private static let mostFields = 64
  private static let separators = Array("\t|;,".utf8)

  /// The rows of each kind in `range`.
  static func find(_ text: Span<UInt8>, _ range: Range<Int>) -> [Group] {
    var lines: [Key: [Range<Int>]] = [:]
    var order: [Key] = []
    var tuples: [Int: [[Range<Int>]]] = [:]
    var start = range.lowerBound
    while start < range.upperBound {
      var counts: (tab: Int, bar: Int, semicolon: Int, comma: Int, gap: Int) = (0, 0, 0, 0, 0)
      var end = start
      var blanks = 0
      var isQuoted = false
      while end < range.upperBound {
        let byte = unsafe text[unchecked: end]
        if byte == 0x0A { break }
        switch byte {
        case 0x20:
          blanks += 1
          end += 1
          continue
        case 0x09: counts.tab += 1
        case UInt8(ascii: "|"): counts.bar += 1
        case UInt8(ascii: ";"): counts.semicolon += 1
        case UInt8(ascii: ","): counts.comma += 1
        case UInt8(ascii: "\""): isQuoted = true
        default: break
        }
        if blanks > 1 { counts.gap += 1 }
        blanks = 0
        end += 1
      }
      let line = start..<end
      start = end + 1
      guard (8...longestLine).contains(line.count) else { continue }
      if counts.comma >= 2, holdsTuples(text, line) {
        for row in Fields.tuples(text, line, escapes: true).rows where row.count >= 3 {
          tuples[row.count, default: []].append(row)
        }
        continue
      }
      let all = [counts.tab, counts.bar, counts.semicolon, counts.comma]
      let key: Key
      if let index = all.firstIndex(where: { $0 >= 2 }) {
        let count =
          isQuoted ? Fields.delimited(text, line, by: separators[index]).count : all[index] + 1
        key = Key(separator: separators[index], count: count, starts: [])
      } else if counts.gap >= 2 {
        let fields = gaps(text, line)
        key = Key(separator: 0x20, count: fields.count, starts: fields.map { $0.lowerBound - line.lowerBound })
      } else {
        continue
      }
      guard (3...mostFields).contains(key.count) else { continue }
      if lines[key] == nil { order.append(key) }
      lines[key, default: []].append(line)
    }
    var groups = tuples.keys.sorted().compactMap { tuples[$0] }.filter { $0.count >= fewest }.map {
      Group(rows: $0, family: -1)
    }
    for key in order {
      guard let group = lines[key], group.count >= fewest else { continue }
      if key.separator == 0x20 {
        groups.append(Group(rows: splitAtEqualWords(text, group.map { gaps(text, $0) }), family: 0x20))
      } else {
        let rows = group.map { Fields.delimited(text, $0, by: key.separator) }
        groups += byRecordType(text, rows.filter { $0.count == key.count }).map {
          Group(rows: $0, family: Int(key.separator))
        }
      }
    }
    return groups
  }

  /// Whether the line is rows of values as in SQL: `(1, 'Jane'), (2, ...` with or without the statement before.
  private static func holdsTuples(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let first = line.first(where: { text[$0] > 0x20 }) else { return false }
    if text[first] == UInt8(ascii: "(") { return true }
    let word = Array("insert".utf8)
    return line.upperBound - first > 20 && word.indices.allSatisfy { lowercased(text[first + $0]) == word[$0] }
  }

  /// Fields between two blanks or more.
  private static func gaps(_ text: Span<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start: Int?
    var last = line.lowerBound
    for index in line where text[index] > 0x20 {
      if let open = start, index - last > 2 {
        fields.append(open..<last + 1)
        start = index
      }
      if start == nil { start = index }
      last = index
    }
    if let start { fields.append(start..<last + 1) }
    return fields
  }

  /// Rows of fixed width with one blank between two columns: there the words before it are equally long in all rows.
  private static func splitAtEqualWords(_ text: Span<UInt8>, _ rows: [[Range<Int>]]) -> [[Range<Int>]] {
    var rows = rows
    var column = 0
    while column < rows[0].count, rows[0].count < mostFields {
      let lengths = Set(rows.map { wordLength(text, $0[column]) })
      guard lengths.count == 1, let length = lengths.first, rows.allSatisfy({ length + 1 < $0[column].count }) else {
        column += 1
        continue
      }
      for index in rows.indices {
        let field = rows[index][column]
        rows[index].replaceSubrange(
          column...column,
          with: [
            field.lowerBound..<field.lowerBound + length, field.lowerBound + length + 1..<field.upperBound,
          ])
      }
      column += 1
    }
    return rows
  }

  private static func wordLength(_ text: Span<UInt8>, _ field: Range<Int>) -> Int {
    (field.first { text[$0] == 0x20 } ?? field.upperBound) - field.lowerBound
  }

  /// Rows whose first field says what kind they are: `10|...`, `KD;...`, `RE-2024-0422;...`.
  private static func byRecordType(_ text: Span<UInt8>, _ rows: [[Range<Int>]]) -> [[[Range<Int>]]] {
    guard rows.count >= 2 * fewest else { return rows.count >= fewest ? [rows] : [] }
    var kinds: [[UInt8]: [[Range<Int>]]] = [:]
    for row in rows { kinds[recordType(text, row[0]), default: []].append(row) }
    guard kinds.count <= 16, kinds.count * 3 <= rows.count else { return [rows] }
    let sorted = kinds.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    // Kinds of few rows are told together.
    let rest = Array(sorted.filter { $0.count < fewest }.joined())
    return sorted.filter { $0.count >= fewest } + (rest.count >= fewest ? [rest] : [])
  }

  /// A short number, or the letters that a field begins with.
  private static func recordType(_ text: Span<UInt8>, _ field: Range<Int>) -> [UInt8] {
    let bytes = field.map { text[$0] }
    if bytes.count <= 3 { return bytes }
    return Array(bytes.prefix { (0x41...0x5A).contains($0 & 0xDF) }.prefix(7))
  }
}
