/// Columns of text, the first to the left, the others to the right.
struct Table {
  private var rows: [[String]]

  init(_ titles: [String]) { rows = [titles] }

  mutating func add(_ row: [String]) { rows.append(row) }

  var lines: [String] {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = "  "
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        line += column == 0 ? cell + blanks : "  " + blanks + cell
      }
      return line
    }
  }
}

/// `1.25 %`, with as many decimals as a small share needs.
func percentage(_ rate: Double) -> String {
  let scaled = Int((rate * 100_000).rounded())
  let decimals = String(scaled % 1000)
  let padded = String(repeating: "0", count: 3 - decimals.count) + decimals
  return "\(scaled / 1000).\(padded) %"
}
