public import Model

/// A mapping whose keys are all known.
public struct YAMLMap: Sendable {
  /// The mapping itself, for problems that concern it as a whole.
  public let origin: YAMLValue
  private let values: [String: YAMLValue]

  init(_ origin: YAMLValue, _ pairs: [(key: String, keyLine: Int, keyColumn: Int, value: YAMLValue)]) {
    self.origin = origin
    values = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The value under `key`; nil when it is absent or null.
  public subscript(_ key: String) -> YAMLValue? {
    values[key].flatMap { $0.isNull ? nil : $0 }
  }

  /// The keys present, sorted.
  public var keys: [String] { values.keys.sorted() }

  /// The value under `key`, which must be there.
  public func required(_ key: String) throws(Problem) -> YAMLValue {
    guard let value = self[key] else { throw origin.problem("lacks the key '\(key)'", mend: "Add '\(key):'") }
    return value
  }
}

extension YAMLValue {
  /// The value as a mapping that has no keys but `known`.
  public func map(_ known: [String]) throws(Problem) -> YAMLMap {
    guard case .map(let pairs) = content else { throw mismatch("a mapping of keys to values") }
    for pair in pairs where !known.contains(pair.key) {
      let near = nearest(to: pair.key, in: known)
      throw Problem(
        .invalidFile, file, line: pair.keyLine, column: pair.keyColumn,
        // A key that is no word may be a value in the wrong place, and is not repeated.
        (isWord(pair.key) ? "unknown key '\(pair.key)'" : "a key that is not known")
          + (path.isEmpty ? "" : " in '\(path)'"),
        mend: near.map { "Did you mean '\($0)'?" } ?? "Known keys are: " + known.joined(separator: ", "))
    }
    return YAMLMap(self, pairs)
  }

  /// The value as a mapping with free keys, in the order of the file.
  public func pairs() throws(Problem) -> [(key: String, value: YAMLValue)] {
    guard case .map(let pairs) = content else { throw mismatch("a mapping of keys to values") }
    return pairs.map { ($0.key, $0.value) }
  }

  /// The value as a list.
  public func list() throws(Problem) -> [YAMLValue] {
    guard case .list(let items) = content else { throw mismatch("a list") }
    return items
  }

  /// The value as text; a plain number or date is taken as it is written.
  public func string() throws(Problem) -> String {
    guard case .scalar(let text, _) = content else { throw mismatch("text") }
    return text
  }

  /// The value as a list of texts.
  public func strings() throws(Problem) -> [String] {
    var result: [String] = []
    for item in try list() { result.append(try item.string()) }
    return result
  }

  /// The value as `true` or `false`.
  public func bool() throws(Problem) -> Bool {
    if case .scalar(let text, quoted: false) = content {
      if ["true", "True", "TRUE"].contains(text) { return true }
      if ["false", "False", "FALSE"].contains(text) { return false }
    }
    throw mismatch("true or false")
  }

  /// The value as a whole number.
  public func int() throws(Problem) -> Int {
    guard case .scalar(let text, quoted: false) = content, let number = Int(text) else {
      throw mismatch("a whole number")
    }
    return number
  }

  /// The value as one of the words of a closed list.
  public func choice<Choice>(_ type: Choice.Type = Choice.self) throws(Problem) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    let text = try string()
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    // The text itself is not repeated: a value typed into the wrong field may be personal data.
    throw problem(
      "must be one of: " + known.joined(separator: ", "),
      mend: nearest(to: text, in: known).map { "Did you mean '\($0)'?" })
  }

  private func mismatch(_ expected: String) -> Problem {
    let found =
      switch content {
      case .null: "empty"
      case .scalar: "a single value"
      case .list: "a list"
      case .map: "a mapping"
      }
    return problem("must be \(expected), but is \(found)")
  }
}

private func isWord(_ text: String) -> Bool {
  text.utf8.count <= 40
    && text.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || $0 == 0x5F || $0 == 0x2D }
}

/// The word of `known` that `word` is most likely a misspelling of; nil when none is near.
public func nearest(to word: String, in known: [String]) -> String? {
  let ranked = known.map { ($0, distance(Array(word.lowercased().utf8), Array($0.lowercased().utf8))) }
  guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
  return best.1 <= max(2, word.utf8.count / 3) ? best.0 : nil
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two words.
private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var rows = [Array(0...right.count)]
  for i in 0..<left.count {
    var row = [i + 1]
    for j in 0..<right.count {
      var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
      row.append(cost)
    }
    rows.append(row)
  }
  return rows[left.count][right.count]
}
