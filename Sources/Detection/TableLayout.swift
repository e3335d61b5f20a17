/// The columns of a table that a header has named, and how its rows are written.
struct TableLayout: Sendable, Hashable {
  enum Form: Sendable, Hashable {
    /// Fields between this byte, in quotes where they hold it: CSV and its like.
    case delimited(UInt8)
    /// Values in parentheses, as in SQL: `(1, 'Jane Roe'), (2, ...)`.
    case tuples
    /// Columns that start at these places of every row.
    case fixed([Int])
  }

  let form: Form
  /// For each column, the rules whose keys include its name.
  let columns: [[Int]]
  /// The columns that hold the name of a field and its value, where a table has such rows.
  var pair: (key: Int, value: Int)? { keyColumn.map { ($0, valueColumn) } }
  private var keyColumn: Int?
  private var valueColumn = 0

  /// How many bytes of its own line the header takes; rows may follow on it.
  var headerLength = 0
  /// How many rows in a row did not fit; a table ends at the third.
  var misfits = 0

  init(form: Form, columns: Columns, headerLength: Int = 0) {
    self.form = form
    self.columns = columns.rules
    self.headerLength = headerLength
    keyColumn = columns.pair?.key
    valueColumn = columns.pair?.value ?? 0
  }

  /// What the names of columns say.
  struct Columns {
    /// For each column, the rules whose keys include its name.
    var rules: [[Int]] = []
    /// The columns that hold the name of a field and its value.
    var pair: (key: Int, value: Int)?
  }

  /// The fields of a row, without quotes and blanks around them; nil when the line is no row of this table.
  func fields(_ text: Span<UInt8>, _ line: Range<Int>) -> [Range<Int>]? {
    let fields: [Range<Int>]
    switch form {
    case .delimited(let delimiter): fields = Fields.delimited(text, line, by: delimiter)
    case .tuples: return nil
    case .fixed(let starts):
      guard let cut = Fields.fixed(text, line, at: starts) else { return nil }
      fields = cut
    }
    return fields.count == columns.count ? fields : nil
  }

  /// Whether the line only draws the table: `---+---`.
  static func isRule(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.allSatisfy { [0x2D, 0x2B, 0x7C, 0x3D, 0x20, 0x3A, 0x0D, 0x09].contains(text[$0]) }
  }
}

/// Cuts lines into fields.
enum Fields {
  /// Fields between `delimiter`; a field in quotes may hold it, a doubled quote stands for one.
  static func delimited(_ text: Span<UInt8>, _ line: Range<Int>, by delimiter: UInt8) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = line.lowerBound
    var quote: UInt8? = nil
    var position = start
    while position < line.upperBound {
      let byte = text[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == delimiter {
        fields.append(trimmed(text, start..<position))
        start = position + 1
      } else if byte == UInt8(ascii: "\""), isBlank(text, start..<position) {
        quote = byte
      }
      position += 1
    }
    fields.append(trimmed(text, start..<line.upperBound))
    return fields
  }

  /// The tuples on a line.
  struct Tuples {
    /// The values of each.
    var rows: [[Range<Int>]] = []
    /// Where each starts.
    var starts: [Int] = []
    /// Whether the line cuts off the last one, which has the values up to there.
    var isCut = false
    /// Whether the line ends the statement.
    var isEnd = false
  }

  /// Reads the tuples on a line.
  ///
  /// - Parameter escapes: whether a backslash in a string takes the next byte with it, as in MySQL.
  static func tuples(_ text: Span<UInt8>, _ range: Range<Int>, escapes: Bool) -> Tuples {
    var tuples = Tuples()
    var row: [Range<Int>] = []
    var start = range.lowerBound
    var quote: UInt8? = nil
    var depth = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      if let open = quote {
        if byte == open { quote = nil }
        position += escapes && byte == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "("):
        depth += 1
        if depth == 1 {
          (row, start) = ([], position + 1)
          tuples.starts.append(position)
        }
      case UInt8(ascii: ",") where depth == 1:
        row.append(trimmed(text, start..<position))
        start = position + 1
      case UInt8(ascii: ")"):
        if depth == 1 { tuples.rows.append(row + [trimmed(text, start..<position)]) }
        depth = max(0, depth - 1)
      case UInt8(ascii: ";") where depth == 0:
        tuples.isEnd = true
        return tuples
      default: break
      }
      position += 1
    }
    if depth == 0 { return tuples }
    var last = trimmed(text, min(start, range.upperBound)..<range.upperBound)
    if quote != nil, let first = last.first, text[first] == quote { last = first + 1..<last.upperBound }
    tuples.rows.append(row + [last])
    tuples.isCut = true
    return tuples
  }

  /// Fields that start at fixed places, each with a blank before it; the places are counted in characters, or in bytes
  /// where that does not fit.
  static func fixed(_ text: Span<UInt8>, _ line: Range<Int>, at starts: [Int]) -> [Range<Int>]? {
    var places: [Int] = []
    var characters = 0
    for index in line where text[index] & 0xC0 != 0x80 {
      if places.count < starts.count, characters == starts[places.count] { places.append(index - line.lowerBound) }
      characters += 1
    }
    return (places.count == starts.count ? cut(text, line, at: places) : nil) ?? cut(text, line, at: starts)
  }

  private static func cut(_ text: Span<UInt8>, _ line: Range<Int>, at starts: [Int]) -> [Range<Int>]? {
    var fields: [Range<Int>] = []
    for (index, start) in starts.enumerated() {
      let from = line.lowerBound + start
      guard from < line.upperBound else { return nil }
      if start > 0, text[from - 1] != 0x20, text[from - 1] != 0x09 { return nil }
      let to = index + 1 < starts.count ? min(line.upperBound, line.lowerBound + starts[index + 1]) : line.upperBound
      fields.append(trimmed(text, from..<to))
    }
    return fields
  }

  private static func isBlank(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.allSatisfy { text[$0] == 0x20 || text[$0] == 0x09 }
  }

  /// `[phone]` without its brackets, as SQL Server writes names.
  static func withoutBrackets(_ text: Span<UInt8>, _ field: Range<Int>) -> Range<Int> {
    guard field.count > 2, text[field.lowerBound] == UInt8(ascii: "["), text[field.upperBound - 1] == UInt8(ascii: "]")
    else { return field }
    return field.lowerBound + 1..<field.upperBound - 1
  }

  /// Without blanks, a carriage return, and a pair of quotes.
  static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, text[lower] <= 0x20 { lower += 1 }
    while upper > lower, text[upper - 1] <= 0x20 { upper -= 1 }
    // SQL marks a string of another alphabet with N.
    if upper - lower >= 3, text[lower] == UInt8(ascii: "N"), text[lower + 1] == UInt8(ascii: "'") { lower += 1 }
    if upper - lower >= 2, text[lower] == text[upper - 1],
      text[lower] == UInt8(ascii: "\"") || text[lower] == UInt8(ascii: "'") || text[lower] == UInt8(ascii: "`")
    {
      return lower + 1..<upper - 1
    }
    return lower..<upper
  }
}
