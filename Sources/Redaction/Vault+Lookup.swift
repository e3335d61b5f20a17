internal import Model

extension Vault {
  /// What stands behind each of `tokens`; an empty list for one that the vault does not hold.
  ///
  /// A token is looked for as it is printed, and then, so that a number may be typed with other punctuation, in its one
  /// canonical form. The vault is gone through once, however many tokens there are.
  public func entries(behind tokens: [[UInt8]]) -> [[Entry]] {
    var wanted: [Place: [Int]] = [:]
    for (index, token) in tokens.enumerated() {
      for category in Category.allCases {
        wanted[Place(category: category, pseudonym: Canonical.form(of: token, category)), default: []].append(index)
      }
    }
    var exact: [[Entry]] = Array(repeating: [], count: tokens.count)
    var alike = exact
    forEach { entry in
      let form = Canonical.form(of: entry.pseudonym, entry.category)
      for index in wanted[Place(category: entry.category, pseudonym: form)] ?? [] {
        if tokens[index] == entry.pseudonym { exact[index].append(entry) } else { alike[index].append(entry) }
      }
    }
    return zip(exact, alike).map { exact, alike in
      (exact.isEmpty ? alike : exact).sorted {
        ($0.category.rawValue, String(decoding: $0.pseudonym, as: UTF8.self))
          < ($1.category.rawValue, String(decoding: $1.pseudonym, as: UTF8.self))
      }
    }
  }
}
