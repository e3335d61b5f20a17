internal import Model

/// Where a scan ends when its text goes on behind it.
extension Scan {
  func goesOver(_ value: Range<Int>, _ place: Int, in text: Span<UInt8>) -> Bool {
    value.lowerBound <= place && place < value.upperBound
      && (value.lowerBound < place || place > 0 && text[place - 1] == 0x0A)
  }

  /// Leaves out what lies beyond `held`, moving the cut so that it goes through no value and no row of a table.
  func cut(
    _ matches: [Match], at held: Int, from: Int, end: Int, tables: TableState, headers: [Int], claims: [Match]
  ) throws(Problem) -> Result {
    var held = held
    var kept = matches
    func withdraw() {
      while let last = kept.last, last.range.upperBound > held {
        kept.removeLast()
        held = min(held, last.range.lowerBound)
      }
    }
    withdraw()
    while !rowStarts.isEmpty {
      guard let row = rowStarts.last(where: { from < $0 && $0 <= held }) else {
        throw Problem(
          .limit, "", "a row of values in an SQL statement is too long to be read whole",
          mend: "Split the line that holds it")
      }
      held = row
      withdraw()
      if held == row { break }
    }
    guard held > from || end - from <= Self.overlap || matches.isEmpty else {
      throw Problem(
        .limit, "", "a single value is longer than \(Self.overlap) bytes", mend: "Split the line that holds it")
    }
    var tables = tables
    for definition in definitions where definition.position < held {
      tables.definitions[definition.name] = definition.columns
    }
    return Result(matches: kept, end: held, claims: claims, pairs: pairs, tables: tables, headers: headers)
  }
}
