#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The columns of the tables that `CREATE TABLE` has defined, for rows that are inserted without naming them.
struct TableDefinitions: Sendable {
  /// A dump has some hundred tables; what defines more than this is no dump.
  private static let most = 1024
  private static let longest = 64 * 1024

  private var columns: [[UInt8]: TableLayout.Columns] = [:]

  var isEmpty: Bool { columns.isEmpty }

  /// Takes over what `other`, from behind in the text, has defined.
  mutating func merge(_ other: TableDefinitions) {
    for (name, columns) in other.columns { self[name] = columns }
  }

  subscript(_ table: [UInt8]) -> TableLayout.Columns? {
    get { columns[table] }
    set { if columns.count < Self.most || columns[table] != nil { columns[table] = newValue } }
  }

  /// What a line says about a table.
  enum Statement {
    /// The definition of a table, whose columns rules know.
    case definition(name: [UInt8], columns: TableLayout.Columns)
    /// A definition that goes on behind the text.
    case open
    /// Rows for a table whose columns are not named.
    case rows(name: [UInt8], form: TableLayout.Form)
  }

  /// Reads the statement that begins on `line`; nil when it is none of these.
  static func statement(_ text: Span<UInt8>, _ line: Range<Int>, limit: Int, _ names: ColumnNames) -> Statement? {
    var reader = Reader(text, line.lowerBound..<min(limit, line.lowerBound + longest))
    let first = reader.words(before: line.upperBound)
    if first.contains("create"), let place = first.index(of: "table") {
      reader.position = place
      reader.skip(["if", "not", "exists", "only"])
      guard let name = reader.name(), reader.take(UInt8(ascii: "(")) else { return nil }
      guard let fields = reader.columnNames() else { return reader.isCutOff && limit < .max ? .open : nil }
      return TableLayout.columns(text, fields, names, isCertain: true).map { .definition(name: name, columns: $0) }
    }
    let isCopy = first.contains("copy")
    guard let place = first.index(of: isCopy ? "copy" : "into") else { return nil }
    reader.position = place
    guard let name = reader.name() else { return nil }
    reader.skipBlanks()
    let next = reader.word()
    if isCopy { return next == "from" ? .rows(name: name, form: .delimited(0x09)) : nil }
    return next == "values" || next == "value" ? .rows(name: name, form: .tuples) : nil
  }

  private static let beginnings = ["create", "insert", "replace", "copy "].map { Array($0.utf8) }

  /// Where lines start that begin such statements, as in a dump.
  static func lines(_ text: Span<UInt8>, _ range: Range<Int>) -> [Int] {
    var starts: [Int] = []
    var start = range.lowerBound
    while start < range.upperBound {
      if begins(text, start, range.upperBound) { starts.append(start) }
      guard let end = lineFeed(text, start..<range.upperBound) else { break }
      start = end + 1
    }
    return starts
  }

  fileprivate static func begins(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    guard start + 8 < limit else { return false }
    let first = lowercased(text[start])
    return beginnings.contains { word in
      word[0] == first && word.indices.allSatisfy { lowercased(text[start + $0]) == word[$0] }
    }
  }

  private static func lineFeed(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    unsafe text.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress else { return nil }
      guard let found = unsafe memchr(base + range.lowerBound, 0x0A, range.count) else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}

/// Reads names and brackets of SQL.
private struct Reader: ~Escapable {
  let text: Span<UInt8>
  let limit: Int
  var position: Int
  /// Whether the range ended before what was read did.
  private(set) var isCutOff = false

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    self.text = text
    limit = range.upperBound
    position = range.lowerBound
  }

  struct Words {
    var places: [(word: String, end: Int)] = []
    func contains(_ word: String) -> Bool { index(of: word) != nil }
    func index(of word: String) -> Int? { places.first { $0.word == word }?.end }
  }

  /// The words of a line up to its first bracket or quote, with where they end.
  func words(before end: Int) -> Words {
    var words = Words()
    var word: [UInt8] = []
    for index in position..<min(end, position + 400) {
      let byte = text[index]
      if isAlphanumeric(byte) {
        word.append(lowercased(byte))
      } else {
        if !word.isEmpty { words.places.append((String(decoding: word, as: UTF8.self), index)) }
        word = []
        if [UInt8(ascii: "("), UInt8(ascii: "'"), UInt8(ascii: "`")].contains(byte) { break }
      }
    }
    return words
  }

  @_lifetime(self: copy self)
  mutating func skipBlanks() { while position < limit, text[position] <= 0x20 { position += 1 } }

  @_lifetime(self: copy self)
  mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard position < limit, text[position] == byte else { return false }
    position += 1
    return true
  }

  @_lifetime(self: copy self)
  mutating func word() -> String {
    var word: [UInt8] = []
    while position < limit, isAlphanumeric(text[position]) {
      word.append(lowercased(text[position]))
      position += 1
    }
    return String(decoding: word, as: UTF8.self)
  }

  @_lifetime(self: copy self)
  mutating func skip(_ words: Set<String>) {
    while true {
      skipBlanks()
      let start = position
      if !words.contains(word()) {
        position = start
        return
      }
    }
  }

  /// The name of a table, without its schema and its quotes, in lower case.
  @_lifetime(self: copy self)
  mutating func name() -> [UInt8]? {
    skipBlanks()
    var name: [UInt8] = []
    while position < limit, text[position] > 0x20, text[position] != UInt8(ascii: "("),
      text[position] != UInt8(ascii: ";")
    {
      name.append(lowercased(text[position]))
      position += 1
    }
    let last = name.split(separator: UInt8(ascii: ".")).last ?? []
    let bare = last.filter { isAlphanumeric($0) || $0 == UInt8(ascii: "_") || $0 >= 0x80 }
    return bare.isEmpty || name.count > 256 ? nil : Array(bare)
  }

  /// The names of the columns between the brackets of a definition; nil when the text ends before them, or another
  /// statement begins: many definitions that never end must not be read to the end each.
  @_lifetime(self: copy self)
  mutating func columnNames() -> [Range<Int>]? {
    var fields: [Range<Int>] = []
    var depth = 1
    var quote: UInt8?
    var isAtStart = true
    while position < limit {
      let byte = text[position]
      if byte == 0x0A, TableDefinitions.begins(text, position + 1, limit) { return nil }
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "-"), position + 1 < limit, text[position + 1] == UInt8(ascii: "-") {
        // A comment goes to the end of its line.
        while position < limit, text[position] != 0x0A { position += 1 }
        continue
      } else if isAtStart, byte > 0x20 {
        isAtStart = false
        if let field = columnName() { fields.append(field) }
        continue
      } else if [UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`")].contains(byte) {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return fields }
      } else if byte == UInt8(ascii: ","), depth == 1 {
        isAtStart = true
      }
      position += 1
    }
    isCutOff = true
    return nil
  }

  private static let constraints: Set<String> = [
    "primary", "key", "unique", "constraint", "index", "foreign", "check", "fulltext", "spatial", "like", "exclude",
    "period",
  ]

  /// The first word of a part of a definition, without its quotes; nil when the part is a constraint.
  @_lifetime(self: copy self)
  private mutating func columnName() -> Range<Int>? {
    let open = text[position]
    let close: UInt8? =
      switch open {
      case UInt8(ascii: "`"), UInt8(ascii: "\""): open
      case UInt8(ascii: "["): UInt8(ascii: "]")
      default: nil
      }
    if close != nil { position += 1 }
    let start = position
    while position < limit, close.map({ text[position] != $0 }) ?? (text[position] > 0x20 && !isBracket(text[position]))
    {
      position += 1
    }
    let field = start..<position
    if close != nil, position < limit { position += 1 }
    let word = String(decoding: field.map { lowercased(text[$0]) }, as: UTF8.self)
    return close == nil && Self.constraints.contains(word) ? nil : field
  }

  private func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",")
  }
}

/// What tables leave behind for the text that follows.
struct TableState: Sendable {
  /// The table that goes on.
  var layout: TableLayout?
  var definitions = TableDefinitions()
  /// Whether rows were inserted into a table that the text itself did not define.
  var hasOpenRows = false
}
