/// Logins of letters alone, of which those are certain that are made from the name of a person in the same bundle.
///
/// `jroe` might be a word of a log. Where the bundle also has a Jane Roe, it is she: the beginning of one of her names with
/// the beginning of another, in whichever order.
struct LearnedLogins: Sendable {
  private static let limit = 20_000
  /// So much of a family name must stand in a login.
  private static let shortest = 3

  private var logins: Set<[UInt8]> = []
  private var names: Set<[[UInt8]]> = []

  mutating func consider(login: [UInt8]) {
    guard (LearnedValues.shortest...20).contains(login.count), logins.count < Self.limit, login.allSatisfy(isLetter)
    else { return }
    logins.insert(login.map(lowercased))
  }

  mutating func consider(name: [UInt8]) {
    let words = name.split { !isLetter($0) }.map { $0.map(lowercased) }.filter { $0.count >= 2 }
    guard (2...4).contains(words.count), names.count < Self.limit else { return }
    names.insert(words)
  }

  /// The logins that names explain, in small letters.
  var certain: [[UInt8]] {
    // Words of names by their beginnings, so that a login meets few of them.
    var byBeginning: [[UInt8]: [(name: [[UInt8]], word: Int)]] = [:]
    for name in names {
      for (index, word) in name.enumerated() where word.count >= Self.shortest {
        byBeginning[Array(word.prefix(Self.shortest)), default: []].append((name, index))
      }
    }
    return logins.filter { login in
      (0...min(2, login.count - Self.shortest)).contains { start in
        (byBeginning[Array(login[start..<start + Self.shortest])] ?? []).contains { place in
          isMade(login, of: place.name, place.word, from: start)
        }
      }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether `login` is the word at `index` from `start` on, with the beginning of another word before or behind it.
  private func isMade(_ login: [UInt8], of name: [[UInt8]], _ index: Int, from start: Int) -> Bool {
    let word = name[index]
    let rest = login[start...]
    let common = zip(rest, word).prefix { $0 == $1 }.count
    let others = name.indices.filter { $0 != index }.map { name[$0] }
    func begins(_ part: ArraySlice<UInt8>) -> Bool { others.contains { $0.starts(with: part) } }
    if start > 0 { return common == rest.count && begins(login[..<start]) }
    return (Self.shortest...common).contains { length in
      let behind = login[length...]
      return !behind.isEmpty && begins(behind)
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
