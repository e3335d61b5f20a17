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
    for (range, rule) in settled where found[range.lowerBound] == nil {
      found[range.lowerBound] = (range.upperBound, detector.rules[rule].category)
    }
    for group in groups {
      let rows = withoutHeader(text, group)
      guard let first = rows.first, rows.count >= RowGroups.fewest else { continue }
      if isKeyList(text, sample(of: rows)) { continue }
      let start = first[0].lowerBound
      let isNamed = rows.count < group.count || tableRanges.contains { $0.contains(start) }
      let columns = ColumnsOfRows(text, sample(of: rows), found, isNamed: isNamed)
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
  private(set) var kinds: [(column: Int, kind: ColumnKind)] = []

  private static let givenNames = Set(WordList.words("given-names").map { $0.map(lowercased) })

  /// - Parameter isNamed: whether a header names the columns; then what its names do not say is not guessed.
  init(
    _ text: Span<UInt8>, _ rows: [[Range<Int>]], _ found: [Int: (end: Int, category: Category)], isNamed: Bool
  ) {
    let count = rows[0].count
    let shapes = (0..<count).map { column in
      rows.map { FieldShape(text, $0[column]) }
    }
    var known = [ColumnKind?](repeating: nil, count: count)
    var (holdsCards, holdsAccounts) = (false, false)
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
      guard let (kind, most) = hits.max(by: { $0.value < $1.value }) else { continue }
      let least = kind == .userName || kind == .account ? 5 : 3
      if most >= 2, most * 10 >= filled * least { known[column] = kind }
    }
    for column in 0..<count where known[column] == nil {
      let names = shapes[column].filter(\.isName)
      let distinct = Set(names.map(\.firstWord))
      let given = distinct.count(where: Self.givenNames.contains)
      if distinct.count >= 3, given * 10 >= distinct.count * 4 { known[column] = .name }
    }
    let isPersonal = holdsAccounts || known.contains { $0?.isPersonal ?? false }
    for column in 0..<count where known[column] == nil && !isNamed {
      known[column] = Self.kind(shapes[column], isPersonal: isPersonal, holdsCards: holdsCards)
    }
    // Rows with a bank account, or with a number or birthday of a person, hold numbers of customers; rows with a name or a
    // telephone number alone hold those of orders and cases as well.
    if holdsAccounts || known.contains(where: { $0 == .nationalID || $0 == .birthDate || $0 == .passport }) {
      for column in 0..<count where known[column] == nil && !isNamed && Self.areNumbers(shapes[column]) {
        known[column] = .account
      }
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
    kinds = known.enumerated().compactMap { column, kind in kind.map { (column, $0) } }
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

  private static func kind(_ shapes: [FieldShape], isPersonal: Bool, holdsCards: Bool) -> ColumnKind? {
    let filled = shapes.filter { !$0.small.isEmpty }
    guard filled.count >= 3 else { return nil }
    if filled.allSatisfy(\.isVehicleNumber) { return .vehicle }
    let years = filled.compactMap(\.year)
    if years.count == filled.count, let first = years.min(), let last = years.max() {
      // Births go back far, over many years, and end before those that customers sign contracts in.
      let isOld = years.count { $0 <= 2010 } * 10 >= years.count * 9
      return isOld && first <= 1985 && last - first >= 15 ? .birthDate : nil
    }
    let distinct = Set(filled.map(\.small)).count
    guard isPersonal, distinct * 10 >= filled.count * 7 else { return nil }
    if holdsCards, filled.allSatisfy(\.isCardCheck) { return .cvv }
    if filled.allSatisfy({ $0.isNumber && $0.digits == 15 }) { return .imsi }
    return filled.allSatisfy(\.isLogin) ? .userName : nil
  }

  private static func areNumbers(_ shapes: [FieldShape]) -> Bool {
    let filled = shapes.filter { !$0.small.isEmpty }
    guard filled.count >= 3, Set(filled.map(\.small)).count * 10 >= filled.count * 7 else { return false }
    return filled.allSatisfy(\.isLongNumber) && !filled.allSatisfy(\.isEpoch) || filled.allSatisfy(\.isCode)
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
