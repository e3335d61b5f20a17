public import Model
internal import RulePacks

/// Values that were found with certainty somewhere in a bundle, to be found everywhere in it.
///
/// Only values that hardly mean anything else are learned: whole names, logins and machine names that are no words, long
/// numbers of customers. Their number is bounded.
public struct LearnedValues: Sendable {
  /// The categories whose values are learned.
  public static let categories: [Category] = [.userName, .personName, .host, .account]
  private static let limit = 200_000

  private(set) var values: [[UInt8]: Category] = [:]

  /// Makes an empty collection.
  public init() {}

  /// Whether there is nothing to look for.
  public var isEmpty: Bool { values.isEmpty }

  /// Takes up a value that a rule found, if it is one to look for elsewhere; of a machine, its short name too.
  public mutating func consider(_ value: Span<UInt8>, _ category: Category) {
    guard value.count <= 128, values.count < Self.limit else { return }
    var bytes: [UInt8] = []
    for index in value.indices { bytes.append(value[index]) }
    add(bytes, category)
    if category == .host, let dot = bytes.firstIndex(of: UInt8(ascii: ".")) { add(Array(bytes[..<dot]), category) }
  }

  private mutating func add(_ value: [UInt8], _ category: Category) {
    guard (5...64).contains(value.count), values[value] == nil, Self.isTelling(value, category) else { return }
    values[value] = category
  }

  private static func isTelling(_ value: [UInt8], _ category: Category) -> Bool {
    let digits = value.count { (0x30...0x39).contains($0) }
    let letters = value.count { (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0x80 }
    guard value.allSatisfy({ $0 > 0x20 || $0 == 0x20 && category == .personName }) else { return false }
    switch category {
    // Two words or more, each with a capital: "Jane Roe", not "main office".
    case .personName:
      let words = value.split(separator: 0x20)
      return words.count >= 2 && letters >= 6 && digits == 0
        && words.allSatisfy { (0x41...0x5A).contains($0[$0.startIndex]) || $0[$0.startIndex] >= 0x80 }
    // A login or a machine with a digit in its name is hardly a word.
    case .userName, .host: return letters >= 2 && digits >= 1 && digits < value.count - 1
    case .account: return digits >= 8 && value.count <= 24
    default: return false
    }
  }
}

extension Scan {
  /// Finds the values that were learned elsewhere, where no word goes on before or behind them.
  mutating func passLearned(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard let automaton = detector.learned else { return }
    let table = automaton.table.span
    let classes = automaton.classes.span
    var state: UInt32 = 0
    var position = range.lowerBound
    while position < range.upperBound {
      state = unsafe table[unchecked: Int(state) + Int(classes[unchecked: Int(text[unchecked: position])])]
      position += 1
      guard state >= automaton.firstHit else { continue }
      if position < text.count, isAlphanumeric(text[position]) || text[position] == UInt8(ascii: "_") { continue }
      for place in automaton.tries(at: state) {
        let attempt = automaton.tries[place]
        let start = position - attempt.reach
        guard start >= range.lowerBound else { continue }
        if start > 0, isAlphanumeric(text[start - 1]) || text[start - 1] == UInt8(ascii: "_") { continue }
        candidates.append(Match(range: start..<position, rule: attempt.rule))
      }
    }
  }
}
