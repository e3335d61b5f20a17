extension TableLayout {
  /// Reads a line as the header of a table; nil when it is none.
  ///
  /// A header names at least three columns, or two that rules know; each name is a few words of letters.
  static func header(_ text: Span<UInt8>, _ line: Range<Int>, _ names: ColumnNames) -> TableLayout? {
    if let layout = sql(text, line, names) { return layout }
    guard line.count <= longestHeader else { return nil }
    if isFieldsDirective(text, line) {
      let fields = Fields.delimited(text, line.lowerBound + fieldsDirective.count + 1..<line.upperBound, by: 0x20)
      return columns(text, fields, names).map { TableLayout(form: .delimited(0x20), columns: $0) }
    }
    var counts: [UInt8: Int] = [:]
    for index in line where delimiters.contains(text[index]) { counts[text[index], default: 0] += 1 }
    if let delimiter = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key,
      let columns = columns(text, Fields.delimited(text, line, by: delimiter), names)
    {
      return TableLayout(form: .delimited(delimiter), columns: columns)
    }
    let starts = ruleStarts(text, below: line) ?? wordStarts(text, line)
    guard starts.count >= 2 else { return nil }
    let fields = starts.indices.map { index in
      // Strokes may go on where the names have ended.
      let start = min(line.lowerBound + starts[index], line.upperBound)
      let end = index + 1 < starts.count ? min(line.lowerBound + starts[index + 1], line.upperBound) : line.upperBound
      return Fields.trimmed(text, start..<end)
    }
    return columns(text, fields, names).map { TableLayout(form: .fixed(starts), columns: $0) }
  }

  private static let longestHeader = 4096
  /// Names of columns that hold the name of a field, and its value.
  private static let keyColumns: Set<[UInt8]> = Set(
    [
      "key", "keyname", "fieldname", "field", "attribute", "attributename", "attrname", "propname", "propertyname",
      "paramname", "parameter", "variable", "varname",
    ].map { Array($0.utf8) })
  private static let valueColumns: Set<[UInt8]> = Set(
    [
      "value", "val", "strvalue", "stringvalue", "fieldvalue", "attributevalue", "attrvalue", "propvalue",
      "propertyvalue",
    ]
    .map { Array($0.utf8) })
  private static let fieldsDirective = Array("#Fields:".utf8)

  /// Whether the line names the fields of the W3C extended log format, with blanks between them.
  static func isFieldsDirective(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count > fieldsDirective.count + 1 else { return false }
    return fieldsDirective.indices.allSatisfy { text[line.lowerBound + $0] == fieldsDirective[$0] }
  }

  /// Bytes that separate the fields of tables.
  static let delimiters = Array(",;\t|".utf8)

  /// - Parameter isCertain: whether the syntax alone says that these are names of columns.
  static func columns(
    _ text: Span<UInt8>, _ fields: [Range<Int>], _ names: ColumnNames, isCertain: Bool = false
  ) -> Columns? {
    guard fields.count >= (isCertain ? 1 : 2) else { return nil }
    var columns: [[Int]] = []
    var (key, value): (Int?, Int?) = (nil, nil)
    for (index, field) in fields.enumerated() {
      // A table drawn with bars has nothing before the first and behind the last.
      if field.isEmpty, index == 0 || index == fields.count - 1 {
        columns.append([])
        continue
      }
      guard isName(text, field) else { return nil }
      let name = field.map { text[$0] }
      columns.append(names.rules(for: name))
      let letters = name.filter(isAlphanumeric).map(lowercased)
      if key == nil, Self.keyColumns.contains(letters) { key = index }
      if value == nil, Self.valueColumns.contains(letters) { value = index }
    }
    if let key, let value { return Columns(rules: columns, pair: (key, value)) }
    let known = columns.count { !$0.isEmpty }
    return known >= 2 || known == 1 && (isCertain || fields.count >= 3) ? Columns(rules: columns) : nil
  }

  private static func isName(_ text: Span<UInt8>, _ field: Range<Int>) -> Bool {
    guard (1...48).contains(field.count) else { return false }
    // `2 (CustomerPhone)` is a value that a log explains.
    if (0x30...0x39).contains(text[field.lowerBound]), field.contains(where: { text[$0] == UInt8(ascii: "(") }) {
      return false
    }
    var letters = 0
    for index in field {
      switch text[index] {
      case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: letters += 1
      case 0x30...0x39, 0x20, 0x5F, 0x2D, 0x2E, 0x23, 0x28, 0x29, 0x2F, 0x40, 0x24, 0x26, 0x27: break
      default: return false
      }
    }
    return letters * 2 > field.count
  }

  /// Where the strokes start that a line of nothing else draws under the names: `------- ----`; nil when there is none.
  private static func ruleStarts(_ text: Span<UInt8>, below line: Range<Int>) -> [Int]? {
    let first = line.upperBound + 1
    var starts: [Int] = []
    var index = first
    while index < text.count, text[index] != 0x0A {
      switch text[index] {
      case UInt8(ascii: "-"): if index == first || text[index - 1] == 0x20 { starts.append(index - first) }
      case 0x20, 0x0D: break
      default: return nil
      }
      index += 1
    }
    return starts.count >= 2 && index - first <= longestHeader ? starts : nil
  }

  /// Where names start that two blanks or more separate; empty when the line is not such a header.
  private static func wordStarts(_ text: Span<UInt8>, _ line: Range<Int>) -> [Int] {
    var starts: [Int] = []
    var blanks = 2
    for index in line {
      if text[index] == 0x20 {
        blanks += 1
      } else {
        if blanks >= 2 { starts.append(index - line.lowerBound) }
        blanks = 0
      }
    }
    return starts
  }

  /// `INSERT INTO t (id, name) VALUES ...` and `COPY t (id, name) FROM stdin;`, behind whatever a log writes before them.
  private static func sql(_ text: Span<UInt8>, _ line: Range<Int>, _ names: ColumnNames) -> TableLayout? {
    let lower = line.prefix(longestHeader).map { lowercased(text[$0]) }
    let copy = position(lower, " from stdin") != nil ? position(lower, "copy ") : nil
    guard let statement = copy ?? position(lower, "insert into") ?? position(lower, "replace into"),
      let open = lower[statement...].firstIndex(of: UInt8(ascii: "(")),
      let close = lower[open...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let list = line.lowerBound + open + 1..<line.lowerBound + close
    let fields = Fields.delimited(text, list, by: UInt8(ascii: ",")).map { Fields.withoutBrackets(text, $0) }
    guard let columns = columns(text, fields, names, isCertain: true) else { return nil }
    return TableLayout(form: copy != nil ? .delimited(0x09) : .tuples, columns: columns, headerLength: close + 1)
  }

  private static func position(_ text: [UInt8], _ word: StaticString) -> Int? {
    let word = Array(word.description.utf8)
    guard text.count >= word.count else { return nil }
    return (0...text.count - word.count).first { text[$0...].starts(with: word) }
  }
}
