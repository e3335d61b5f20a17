public import Model
internal import RulePacks

/// Values that were found with certainty somewhere in a bundle, to be found everywhere in it.
///
/// Only values that hardly mean anything else are learned: whole names, logins and machine names that are no words, long
/// numbers, secrets of mixed characters. Their number is bounded.
public struct LearnedValues: Sendable {
  /// The categories whose values are learned.
  public static let categories: [Category] = [
    .userName, .personName, .host, .account, .phone, .nationalID, .password, .token,
  ]
  private static let limit = 200_000
  /// Shorter values mean too many things.
  static let shortest = 5

  private(set) var values: [[UInt8]: Category] = [:]
  /// The family names of whole names, in small letters.
  private var families: Set<[UInt8]> = []
  private var logins = LearnedLogins()

  /// Makes an empty collection.
  public init() {}

  /// Whether there is nothing to look for.
  public var isEmpty: Bool { values.isEmpty }

  /// Takes up a value that a rule found, if it is one to look for elsewhere, with its other spellings.
  public mutating func consider(_ value: Span<UInt8>, _ category: Category) {
    guard value.count <= 128, values.count < Self.limit else { return }
    var bytes: [UInt8] = []
    for index in value.indices { bytes.append(value[index]) }
    for spelling in Self.spellings(of: bytes, category) { add(spelling, category) }
    if category == .personName, families.count < Self.limit, let family = Self.family(of: bytes) {
      families.insert(family)
    }
    if category == .userName { logins.consider(login: bytes) }
    if category == .personName || category == .userName && Self.isDotted(bytes) { logins.consider(name: bytes) }
  }

  /// Adds what becomes certain only by all values together.
  public mutating func settle() {
    // Who is called by the family name alone is the same person.
    for family in families.sorted(by: { $0.lexicographicallyPrecedes($1) })
    where values[family] == nil && values.count < Self.limit {
      values[family] = .personName
    }
    for login in logins.certain where login.count >= Self.shortest && values[login] == nil { values[login] = .userName }
  }

  /// How else a value may be written: the short name of a machine, a number without what separates its digits, a name
  /// with the family first.
  private static func spellings(of value: [UInt8], _ category: Category) -> [[UInt8]] {
    switch category {
    case .host:
      guard let dot = value.firstIndex(of: UInt8(ascii: ".")) else { return [value] }
      return [value, Array(value[..<dot])]
    case .phone:
      let digits = value.filter { (0x30...0x39).contains($0) }
      // The 1 of the North American plan is often left out.
      let isAmerican = digits.count == 11 && digits[0] == UInt8(ascii: "1")
      return isAmerican
        ? [digits, Array(digits[1...])] : digits.count == 10 ? [digits, [UInt8(ascii: "1")] + digits] : [digits]
    case .nationalID: return [value, value.filter(isAlphanumeric)]
    case .personName:
      let words = value.split(separator: 0x20).map(Array.init)
      guard words.count == 2, !value.contains(UInt8(ascii: ",")) else { return [value] }
      let (first, last) = (words[0], words[1])
      return [
        value, last + Array(", ".utf8) + first, first + Array("_".utf8) + last, first + Array("+".utf8) + last,
        first + Array(".".utf8) + last, last + Array(".".utf8) + first,
      ]
    default: return [value]
    }
  }

  private mutating func add(_ value: [UInt8], _ category: Category) {
    guard (Self.shortest...64).contains(value.count), values[value] == nil, Self.isTelling(value, category) else {
      return
    }
    values[value] = category
  }

  private static func isTelling(_ value: [UInt8], _ category: Category) -> Bool {
    let digits = value.count { (0x30...0x39).contains($0) }
    let letters = value.count { (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0x80 }
    guard value.allSatisfy({ $0 > 0x20 || $0 == 0x20 && category == .personName }) else { return false }
    switch category {
    // Two words or more, each with a capital: "Jane Roe", not "main office".
    case .personName:
      let words = value.split { [0x20, 0x2B, 0x2E, 0x5F].contains($0) }
      return words.count >= 2 && letters >= 6 && digits == 0
        && words.allSatisfy { (0x41...0x5A).contains($0[$0.startIndex]) || $0[$0.startIndex] >= 0x80 }
    // A login or a machine with a digit in its name is hardly a word, nor are two names with a dot between them.
    case .userName, .host:
      if letters >= 2, digits >= 1, digits < value.count - 1 { return true }
      return category == .userName && isDotted(value)
    case .account: return digits >= 8 && value.count <= 24
    case .phone: return digits >= 10 && digits <= 15 && Set(value).count >= 4
    case .nationalID: return digits >= 8 && value.count <= 20 && Set(value).count >= 4
    // Eight characters or more of two kinds.
    case .password, .token:
      return value.count >= 8 && letters >= 2 && digits >= 1 && isAlphanumeric(value[0])
        && isAlphanumeric(value[value.count - 1])
    default: return false
    }
  }

  private static let words = Set(
    ["family-words", "given-names", "word-names", "no-family-words"].flatMap(WordList.words).map { small($0) })

  private static func small(_ word: some Sequence<UInt8>) -> [UInt8] { word.map(lowercased) }

  /// The family name in small letters, when it is hardly a word: `Jane van Thistlewood` has one, `Jane Baker` has none.
  private static func family(of name: [UInt8]) -> [UInt8]? {
    let parts = name.split(separator: UInt8(ascii: ","), maxSplits: 1)
    // "Roe, Jane" has it in front, all others have it last.
    guard let whole = parts.first, !(parts.count == 1 && !whole.contains(0x20)) else { return nil }
    guard let last = whole.split(separator: 0x20).last, (shortest + 1...32).contains(last.count),
      (0x41...0x5A).contains(last[last.startIndex]) || last[last.startIndex] >= 0x80,
      last.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0x80 })
    else { return nil }
    let family = small(last)
    return words.contains(family) ? nil : family
  }

  /// Two words of letters such as `jane.roe`, the second of which is no ending of a file.
  private static func isDotted(_ value: [UInt8]) -> Bool {
    let words = value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard words.count == 2, words[0].count >= 3, words[1].count >= 5 else { return false }
    return words.allSatisfy { $0.allSatisfy { (0x61...0x7A).contains($0) } }
  }
}

extension Scan {
  /// Finds the values that were learned elsewhere, where no word goes on before or behind them.
  mutating func passLearned(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard let index = detector.learned else { return }
    for start in range {
      let byte = text[start]
      guard index.mayBegin(with: byte), !WordBorder.goesOn(text, before: start) || isEscape(text, start) else {
        continue
      }
      index.values(in: text, at: start, limit: range.upperBound) { rule, end in
        if continuesNumber(text, end) { return }
        // A family name alone has a capital; in small letters it is likelier a word.
        if detector.rules[rule].category == .personName, (0x61...0x7A).contains(byte),
          !(start..<end).contains(where: { !isAlphanumeric(text[$0]) })
        {
          return
        }
        candidates.append(Match(range: start..<end, rule: rule))
      }
    }
  }

  /// Whether a number goes on at `place` behind a dot, as in the version of `app-7.0.2.tgz`.
  private func continuesNumber(_ text: Span<UInt8>, _ place: Int) -> Bool {
    func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(text[index]) }
    return place + 1 < text.count && text[place] == UInt8(ascii: ".") && isDigit(place - 1) && isDigit(place + 1)
  }

  /// Whether the byte before `place` ends an escape such as `%22` or `\\n`.
  private func isEscape(_ text: Span<UInt8>, _ place: Int) -> Bool {
    place >= 3 && text[place - 3] == UInt8(ascii: "%") || place >= 2 && text[place - 2] == UInt8(ascii: "\\")
  }
}
