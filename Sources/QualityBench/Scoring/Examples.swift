/// Leaks and altered traps with what stands around them; a few of each kind are kept.
struct Examples: Sendable {
  enum Fault: String, Sendable, Hashable, Codable, CaseIterable {
    case leak, altered, innocent, pseudonyms, again
  }

  struct Example: Sendable, Equatable, Codable {
    let fault: Fault
    let context: String
    /// The category, the kind of trap, or nothing for innocent text.
    let what: String
    /// The rule that touched it.
    let rule: String?
    /// The text around it, the place in double brackets.
    let text: String
  }

  private struct Group: Hashable {
    let fault: Fault
    let context: String
    let what: String
  }

  private struct Place: Hashable {
    let group: Group
    let before: [UInt8]
  }

  private var seen: Set<Place> = []
  private var groups: [Group: (count: Int, kept: [Example])] = [:]

  mutating func add(
    _ fault: Fault, _ context: String, _ what: String, _ rule: String?, _ bytes: [UInt8], _ range: Range<Int>
  ) {
    let group = Group(fault: fault, context: context, what: what)
    var entry = groups[group] ?? (0, [])
    entry.count += 1
    if entry.kept.count < 6 {
      let text = Self.excerpt(bytes, range)
      // Another place in the same kind of line teaches nothing new.
      let before = bytes[max(0, range.lowerBound - 6)..<range.lowerBound].map { (0x30...0x39).contains($0) ? 0x30 : $0 }
      if seen.insert(Place(group: group, before: before)).inserted {
        entry.kept.append(Example(fault: fault, context: context, what: what, rule: rule, text: text))
      }
    }
    groups[group] = entry
  }

  /// Adds a value with its two replacements.
  mutating func add(twoPseudonyms value: [UInt8], _ what: String, _ replacements: [String]) {
    let group = Group(fault: .pseudonyms, context: "", what: what)
    var entry = groups[group] ?? (0, [])
    entry.count += 1
    if entry.kept.count < 6 {
      let text = "\(String(decoding: value, as: UTF8.self)): \(replacements.joined(separator: ", "))"
      entry.kept.append(Example(fault: .pseudonyms, context: "all contexts", what: what, rule: nil, text: text))
    }
    groups[group] = entry
  }

  /// `count` examples of a fault: one of each kind first, the most frequent kinds leading, then a second of each.
  func picked(_ fault: Fault, _ count: Int) -> [Example] {
    let sorted = groups.filter { $0.key.fault == fault }.sorted {
      ($1.value.count, $0.key.context, $0.key.what) < ($0.value.count, $1.key.context, $1.key.what)
    }
    let rounds = (0..<6).flatMap { round in sorted.compactMap { $0.value.kept.dropFirst(round).first } }
    return Array(rounds.prefix(count))
  }

  /// The place with 48 bytes on either side, fit for a terminal.
  static func excerpt(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    func text(_ range: Range<Int>) -> String {
      var result = ""
      for scalar in String(decoding: bytes[range].filter { $0 != 0 }, as: UTF8.self).unicodeScalars {
        switch scalar {
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += "."
        default: result.unicodeScalars.append(scalar)
        }
      }
      return result
    }
    let before = text(max(0, range.lowerBound - 48)..<range.lowerBound)
    let after = text(range.upperBound..<min(bytes.count, range.upperBound + 48))
    let middle = range.count > 120 ? text(range.lowerBound..<range.lowerBound + 100) + "..." : text(range)
    return "\(before)[[\(middle)]]\(after)"
  }
}
