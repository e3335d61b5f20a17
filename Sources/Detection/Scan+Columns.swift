internal import Model
internal import RulePacks

extension Scan {
  /// Treats the columns of rows that no header names, by what stands in them.
  ///
  /// Where some values of a column were found to be names or telephone numbers, the others are too; where rows are about
  /// people, dates of the last century are births. Each column is then treated as if a header had named it.
  mutating func passColumns(_ text: Span<UInt8>, _ range: Range<Int>) throws(Problem) {
    let groups = RowGroups.find(text, range)
    guard !groups.isEmpty else { return }
    var found: [Int: (end: Int, category: Category)] = [:]
    for match in candidates where range.contains(match.range.lowerBound) {
      if found[match.range.lowerBound]?.end ?? 0 < match.range.upperBound {
        found[match.range.lowerBound] = (match.range.upperBound, detector.rules[match.rule].category)
      }
    }
    for (range, rule) in settled where found[range.lowerBound]?.end ?? 0 < range.upperBound {
      found[range.lowerBound] = (range.upperBound, detector.rules[rule].category)
    }
    var tables: [(rows: [[Range<Int>]], columns: ColumnsOfRows, family: Int)] = []
    for group in groups {
      let rows = withoutHeader(text, group.rows)
      guard let first = rows.first, rows.count >= RowGroups.fewest, !isKeyList(text, sample(of: rows)) else { continue }
      let start = first[0].lowerBound
      let isNamed = rows.count < group.rows.count || tableRanges.contains { $0.contains(start) }
      tables.append((rows, ColumnsOfRows(text, sample(of: rows), found, isNamed: isNamed), group.family))
    }
    // Bars and semicolons part the records of one file; a record may say of whom another speaks.
    let personal = Set(tables.filter(\.columns.isPersonal).map(\.family)).intersection(
      [UInt8(ascii: "|"), UInt8(ascii: ";")].map(Int.init))
    for var table in tables {
      if personal.contains(table.family) { table.columns.areAboutPeople() }
      try take(text, table.rows, table.columns, found)
    }
  }

  private mutating func take(
    _ text: Span<UInt8>, _ rows: [[Range<Int>]], _ columns: ColumnsOfRows,
    _ found: [Int: (end: Int, category: Category)]
  ) throws(Problem) {
    for (column, kind) in columns.kinds {
      let rules = detector.columnKinds[kind] ?? []
      for row in rows where !row[column].isEmpty {
        let field = row[column]
        if let known = found[field.lowerBound], known.end >= field.upperBound { continue }
        guard columns.fits(FieldShape(text, field), kind) else { continue }
        for rule in rules {
          guard let value = try proven(field, rule: rule, in: text, line: field, isColumn: true) else { continue }
          candidates.append(Match(range: value, rule: rule))
          break
        }
      }
    }
  }

  /// Whether the rows are keys and values, each of its own kind: one of the columns holds the names.
  private func isKeyList(_ text: Span<UInt8>, _ rows: [[Range<Int>]]) -> Bool {
    rows[0].indices.contains { column in
      let names = rows.count { row in
        let field = row[column]
        return (3...40).contains(field.count) && !detector.columns.rules(for: field.map { text[$0] }).isEmpty
      }
      return names * 3 >= rows.count
    }
  }

  /// Some rows from all over; they tell what hundreds would.
  private func sample(of rows: [[Range<Int>]]) -> [[Range<Int>]] {
    let most = 96
    guard rows.count > most else { return rows }
    return (0..<most).map { rows[$0 * rows.count / most] }
  }

  /// The rows without the names of their columns: those above numbers are not made of letters alone.
  private func withoutHeader(_ text: Span<UInt8>, _ rows: [[Range<Int>]]) -> [[Range<Int>]] {
    func hasDigits(_ row: [Range<Int>]) -> Bool { row.contains { FieldShape(text, $0).digits > 0 } }
    guard let first = rows.first, !hasDigits(first), rows.dropFirst().allSatisfy(hasDigits) else { return rows }
    return Array(rows.dropFirst())
  }
}

/// What the columns of a group of rows hold.
private struct ColumnsOfRows {
  /// Columns and their kinds, in order.
  var kinds: [(column: Int, kind: ColumnKind)] {
    known.enumerated().compactMap { column, kind in kind.map { (column, $0) } }
  }
  /// Whether the rows are about people.
  private(set) var isPersonal = false
  private var known: [ColumnKind?]
  private let shapes: [[FieldShape]]
  /// Whether a header names the columns; then what its names do not say is not guessed.
  private let isNamed: Bool
  private var holdsCards = false

  private static let givenNames = Set(WordList.words("given-names").map { $0.map(lowercased) })

  init(
    _ text: Span<UInt8>, _ rows: [[Range<Int>]], _ found: [Int: (end: Int, category: Category)], isNamed: Bool
  ) {
    let count = rows[0].count
    self.isNamed = isNamed
    shapes = (0..<count).map { column in rows.map { FieldShape(text, $0[column]) } }
    known = [ColumnKind?](repeating: nil, count: count)
    var holdsAccounts = false
    for column in 0..<count {
      var hits: [ColumnKind: Int] = [:]
      var filled = 0
      for row in rows where !row[column].isEmpty {
        filled += 1
        guard let match = found[row[column].lowerBound], match.end >= row[column].upperBound else { continue }
        if match.category == .card { holdsCards = true }
        if match.category == .iban || match.category == .card { holdsAccounts = true }
        if let kind = ColumnKind(match.category) { hits[kind, default: 0] += 1 }
      }
      // In a fixed order: of two kinds that are equally many, the first has the column in every run.
      guard let kind = ColumnKind.allCases.max(by: { hits[$0] ?? 0 < hits[$1] ?? 0 }), let most = hits[kind] else {
        continue
      }
      let least = kind == .userName || kind == .account ? 5 : 3
      if most >= 2, most * 10 >= filled * least { known[column] = kind }
    }
    for column in 0..<count where known[column] == nil {
      let distinct = Set(shapes[column].filter(\.isName).map(\.firstWord))
      let given = distinct.count(where: Self.givenNames.contains)
      if distinct.count >= 3, given * 10 >= distinct.count * 4 { known[column] = .name }
    }
    isPersonal = holdsAccounts || known.contains { $0?.isPersonal ?? false }
    for column in 0..<count where known[column] == nil && !isNamed {
      known[column] = Self.strongKind(shapes[column])
    }
    for column in 0..<max(0, count - 1) where known[column] == nil && known[column + 1] == nil {
      if Self.arePlaces(shapes[column], shapes[column + 1]) {
        (known[column], known[column + 1]) = (.latitude, .longitude)
      }
    }
    // A family name stands beside the given name.
    for column in 0..<count where known[column] == .name && Self.areGivenNames(shapes[column]) {
      for next in [column - 1, column + 1] where (0..<count).contains(next) && known[next] == nil {
        let names = shapes[next].filter(\.isName)
        let distinct = Set(names.map(\.words)).count
        if distinct >= 3, distinct * 10 >= rows.count * 4, names.count * 10 >= rows.count * 8 { known[next] = .name }
      }
    }
    if isPersonal { areAboutPeople() }
    // Rows with a bank account, or with a number or birthday of a person, hold numbers of customers; rows with a name or a
    // telephone number alone hold those of orders and cases as well.
    let isRegister =
      holdsAccounts || known.contains { $0 == .nationalID || $0 == .birthDate || $0 == .passport }
    if isRegister, !isNamed {
      for column in 0..<count where known[column] == nil {
        if Self.filled(shapes[column], of: \.isLongNumber), !Self.filled(shapes[column], of: \.isEpoch) {
          known[column] = .account
        }
      }
    }
  }

  /// Guesses what the columns of rows hold that are about people.
  mutating func areAboutPeople() {
    guard !isNamed else { return }
    for column in shapes.indices where known[column] == nil {
      if holdsCards, Self.filled(shapes[column], of: \.isCardCheck) {
        known[column] = .cvv
      } else if Self.filled(shapes[column], of: { $0.isNumber && $0.digits == 15 }) {
        known[column] = .imsi
      } else if Self.filled(shapes[column], of: \.isCode) {
        known[column] = .account
      } else if Self.filled(shapes[column], of: \.isLogin) {
        known[column] = .userName
      }
    }
  }

  /// Whether a field may be a value of the kind, whatever the rest of its column is.
  func fits(_ field: FieldShape, _ kind: ColumnKind) -> Bool {
    switch kind {
    case .name: field.isName
    case .phone, .nationalID, .imei, .imsi: field.digits >= 6
    case .vehicle: field.isVehicleNumber
    case .cvv: field.isCardCheck
    case .account, .passport, .licence, .plate, .patient, .address: field.digits >= 1
    case .birthDate: field.year != nil
    case .latitude, .longitude: field.degrees != nil
    case .email, .userName: true
    }
  }

  private static func areGivenNames(_ shapes: [FieldShape]) -> Bool {
    let names = shapes.filter(\.isName)
    return names.count { $0.words.count == 1 } * 2 > names.count
  }

  /// The kind of a column whose values leave no doubt.
  private static func strongKind(_ shapes: [FieldShape]) -> ColumnKind? {
    if filled(shapes, of: \.isVehicleNumber) { return .vehicle }
    let values = shapes.filter { !$0.small.isEmpty }
    let years = values.compactMap(\.year)
    guard years.count >= 3, years.count == values.count, let first = years.min(), let last = years.max() else {
      return nil
    }
    // Births go back far, over many years, and end before those that customers sign contracts in.
    let isOld = years.count { $0 <= 2010 } * 10 >= years.count * 9
    return isOld && first <= 1985 && last - first >= 15 ? .birthDate : nil
  }

  /// Whether a column holds nothing but values of one shape, most of them different.
  private static func filled(_ shapes: [FieldShape], of isShape: (FieldShape) -> Bool) -> Bool {
    let values = shapes.filter { !$0.small.isEmpty }
    return values.count >= 3 && values.allSatisfy(isShape)
      && Set(values.map(\.small)).count * 10 >= values.count * 5
  }

  private static func arePlaces(_ first: [FieldShape], _ second: [FieldShape]) -> Bool {
    let pairs = zip(first, second).filter { $0.digits > 0 || $1.digits > 0 }
    let places = pairs.compactMap { first, second in
      first.degrees.flatMap { latitude in second.degrees.map { (latitude, $0) } }
    }
    guard places.count >= 3, places.count == pairs.count else { return false }
    let isOnEarth = places.allSatisfy { abs($0.0) <= 90 && abs($0.1) <= 180 }
    // Shares and times have no sign, and hardly leave the units.
    return isOnEarth && places.contains { $0.0 < 0 || $0.1 < 0 } && places.contains { abs($0.0) > 10 }
  }
}
