internal import RulePacks

/// The key names of all rules, to look up what a column of a table holds.
struct ColumnNames: Sendable {
  private var exact: [[UInt8]: [Int]] = [:]
  /// Names that hold only when they are the whole name of a column.
  private var whole: [[UInt8]: [Int]] = [:]
  private var wild: [(head: [UInt8], tail: [UInt8], rule: Int)] = []

  init(_ rules: [Rule]) {
    for (index, rule) in rules.enumerated() {
      for name in rule.keyNames {
        if name.hasPrefix("^") {
          whole[Self.letters(Array(name.dropFirst().utf8)), default: []].append(index)
        } else if let star = name.firstIndex(of: "*") {
          let tail = name.reversed().prefix { $0 != "*" }.reversed()
          wild.append((Self.letters(Array(name[..<star].utf8)), Self.letters(Array(String(tail).utf8)), index))
        } else {
          exact[Self.letters(Array(name.utf8)), default: []].append(index)
        }
      }
    }
  }

  /// The rules for a column with this name: those that have it among their keys, or a part of it that starts at a joint
  /// or a turn of camel case.
  func rules(for name: [UInt8]) -> [Int] {
    var name = name
    // The mark that a file in UTF-8 may begin with.
    if name.starts(with: [0xEF, 0xBB, 0xBF]) { name.removeFirst(3) }
    // Names of rules are in UTF-8.
    if String(validating: name, as: UTF8.self) == nil {
      name = name.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
    }
    // What Salesforce adds to fields of one's own.
    if name.count > 3, name.suffix(3) == Array("__c".utf8)[...] { name.removeLast(3) }
    let full = Self.letters(name)
    guard !full.isEmpty else { return [] }
    if let rules = whole[full] { return rules + (exact[full] ?? []) }
    for start in Self.wordStarts(name) {
      let part = Self.letters(Array(name[start...]))
      if let rules = exact[part] { return rules }
      let fitting = wild.filter {
        part.count >= $0.head.count + $0.tail.count && part.starts(with: $0.head)
          && part.suffix($0.tail.count) == $0.tail[...]
      }
      if !fitting.isEmpty { return fitting.map(\.rule) }
    }
    return []
  }

  private static func wordStarts(_ name: [UInt8]) -> [Int] {
    name.indices.filter { index in
      guard isAlphanumeric(name[index]) else { return false }
      guard index > 0 else { return true }
      let isTurn = (0x41...0x5A).contains(name[index]) && (0x61...0x7A).contains(name[index - 1])
      return isTurn || !isAlphanumeric(name[index - 1])
    }
  }

  /// The name in lower case without what joins its words.
  private static func letters(_ name: [UInt8]) -> [UInt8] {
    name.filter { isAlphanumeric($0) || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "$") }.map(lowercased)
  }
}
