internal import Model
internal import RulePacks

extension Scan {
  /// Treats the values of tables by the names of their columns.
  ///
  /// - Parameters:
  ///   - headers: where lines start that may be headers, in order.
  ///   - before: the table that goes on from before the range, and the definitions of tables.
  ///   - isCut: whether the range is part of a line that goes on behind it.
  /// - Returns: the table that goes on behind the range; definitions are kept apart, until it is clear where to cut.
  mutating func passTables(
    _ text: Span<UInt8>, _ range: Range<Int>, headers: [Int], continuing before: TableState, isCut: Bool
  ) throws(Problem) -> TableState {
    var after = before
    after.hasOpenRows = false
    guard before.layout != nil || !headers.isEmpty else { return after }
    var layout = before.layout
    var headers = headers[...]
    var start = range.lowerBound
    while start < range.upperBound {
      while let next = headers.first, next < start { headers = headers.dropFirst() }
      if layout == nil {
        // Nothing to do before the next line that may be a header.
        guard let next = headers.popFirst() else { break }
        start = next
      }
      var line = start..<lineEnd(text, start, range.upperBound)
      start = line.upperBound + 1
      if headers.first == line.lowerBound || layout == nil,
        let header = TableLayout.header(text, line, detector.columns)
      {
        layout = header
        guard header.form == .tuples else { continue }
        line = line.lowerBound + header.headerLength..<line.upperBound
      }
      if headers.first == line.lowerBound || layout == nil {
        let opens = opensRows(text, line, range.upperBound, before.definitions, &after, &layout)
        if opens, case .delimited = layout?.form { continue }
      }
      if let current = layout {
        if case .delimited = current.form, let end = recordEnd(text, line, range.upperBound) {
          line = line.lowerBound..<end
          start = end + 1
        }
        layout = try row(text, line, current, isCut: isCut)
        if let last = tableRanges.last, last.upperBound + 1 >= line.lowerBound {
          tableRanges[tableRanges.count - 1] = last.lowerBound..<line.upperBound
        } else {
          tableRanges.append(line)
        }
      }
    }
    after.layout = layout
    return after
  }

  /// Takes note of a definition, or opens the table that a line has rows for; says whether it has.
  private mutating func opensRows(
    _ text: Span<UInt8>, _ line: Range<Int>, _ limit: Int, _ known: TableDefinitions, _ after: inout TableState,
    _ layout: inout TableLayout?
  ) -> Bool {
    switch TableDefinitions.statement(text, line, limit: limit, detector.columns) {
    case .definition(let name, let columns):
      definitions.append((line.lowerBound, name, columns))
      return false
    case .open:
      openRecord = line.lowerBound
      return false
    case .rows(let name, let form):
      guard let columns = definitions.last(where: { $0.name == name })?.columns ?? known[name] else {
        after.hasOpenRows = true
        return false
      }
      layout = TableLayout(form: form, columns: columns)
      return true
    case nil: return false
    }
  }

  /// Takes the values of one line; gives the layout for the next, nil at the table's end.
  private mutating func row(
    _ text: Span<UInt8>, _ line: Range<Int>, _ layout: TableLayout, isCut: Bool
  ) throws(Problem) -> TableLayout? {
    var layout = layout
    if layout.form == .tuples {
      // A backslash in a string is an escape or itself, as the database has it: what gives whole rows is right.
      let plain = Fields.tuples(text, line, escapes: false)
      let escaped = Fields.tuples(text, line, escapes: true)
      func fit(_ tuples: Fields.Tuples) -> Int { tuples.rows.count { $0.count == layout.columns.count } }
      let tuples = fit(escaped) > fit(plain) ? escaped : plain
      for (index, fields) in tuples.rows.enumerated() {
        let isCutOff = tuples.isCut && index == tuples.rows.count - 1 && fields.count <= layout.columns.count
        if fields.count == layout.columns.count || isCutOff { try take(text, fields, layout, line) }
      }
      if isCut, !tuples.isEnd {
        rowStarts = tuples.starts
        return layout
      }
      // A statement ends with its line unless the line says that further tuples follow.
      let last = line.last { text[$0] > 0x20 }
      let goesOn = last.map { text[$0] == UInt8(ascii: ",") } ?? false
      return !tuples.isEnd && (goesOn || endsInValues(text, line)) ? layout : nil
    }
    guard let fields = layout.fields(text, line) else {
      // Below a blank line, another table may begin.
      if case .delimited = layout.form, line.allSatisfy({ text[$0] <= 0x20 }) { return nil }
      if line.isEmpty || TableLayout.isRule(text, line) { return layout }
      layout.misfits += 1
      return layout.misfits < 3 ? layout : nil
    }
    layout.misfits = 0
    try take(text, fields, layout, line)
    return layout
  }

  /// The end of a record whose quoted field goes over several lines; nil when the record ends with its line, or nowhere.
  private mutating func recordEnd(_ text: Span<UInt8>, _ line: Range<Int>, _ limit: Int) -> Int? {
    func quotes(_ range: Range<Int>) -> Int { range.count { text[$0] == UInt8(ascii: "\"") } }
    guard quotes(line) % 2 == 1 else { return nil }
    var end = line.upperBound
    for _ in 0..<64 {
      guard end < limit else {
        openRecord = line.lowerBound
        return nil
      }
      let next = end + 1..<max(end + 1, lineEnd(text, end + 1, limit))
      end = next.upperBound
      if quotes(next) % 2 == 1 { return end }
    }
    return nil
  }

  private mutating func take(
    _ text: Span<UInt8>, _ fields: [Range<Int>], _ layout: TableLayout, _ line: Range<Int>
  ) throws(Problem) {
    if let pair = layout.pair, pair.key < fields.count, pair.value < fields.count {
      pairs.append(Pair(key: fields[pair.key], value: fields[pair.value]))
    }
    for (field, rules) in zip(fields, layout.columns) where !field.isEmpty {
      for index in rules {
        if let value = try proven(field, rule: index, in: text, line: line, isColumn: true) {
          candidates.append(Match(range: value, rule: index))
        } else if try isProvenInPart(text, field, rule: index, line) {
          candidates.append(Match(range: field, rule: index))
        }
      }
    }
  }

  /// Whether one of the lines of a field is a value; then all of them are.
  private mutating func isProvenInPart(
    _ text: Span<UInt8>, _ field: Range<Int>, rule: Int, _ line: Range<Int>
  ) throws(Problem) -> Bool {
    var start = field.lowerBound
    while start < field.upperBound {
      let part = start..<lineEnd(text, start, field.upperBound)
      if part == field { return false }
      if !part.isEmpty, try proven(part, rule: rule, in: text, line: line, isColumn: true) != nil { return true }
      start = part.upperBound + 1
    }
    return false
  }

  private func endsInValues(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let word = Array("values".utf8)
    let end = Fields.trimmed(text, line).upperBound
    guard end - line.lowerBound >= word.count else { return false }
    return word.indices.allSatisfy { lowercased(text[end - word.count + $0]) == word[$0] }
  }

  private func lineEnd(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, text[end] != 0x0A { end += 1 }
    return end
  }
}
