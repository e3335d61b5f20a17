/// A payment card in a range that issuers keep for tests.
package struct Card: Sendable {
  package let plain: Value
  package let spaced: Value
  package let dashed: Value
  package let code: Value
  package let expiry: String
  /// The same number with a wrong check digit: no card.
  package let broken: String

  package init(_ random: inout SplitMix64) {
    let (range, length) = random.pick([("411111", 16), ("555555", 16), ("378282", 15), ("601111", 16), ("222300", 16)])
    let body = range + random.digits(length - 7)
    let check = CheckDigits.luhn(body)
    let number = body + String(check)
    plain = Value(number, .card)
    spaced = Value(Self.grouped(number, by: " "), .card)
    dashed = Value(Self.grouped(number, by: "-"), .card)
    code = Value(random.digits(length == 15 ? 4 : 3), .cvv)
    expiry = "1\(random.within(0...2))/2\(random.within(7...9))"
    broken = body + String((check + random.within(1...9)) % 10)
  }

  /// 4-4-4-4, or 4-6-5 for the numbers of 15 digits.
  private static func grouped(_ number: String, by separator: String) -> String {
    let cuts = number.utf8.count == 15 ? [4, 10] : [4, 8, 12]
    var grouped = ""
    for (index, character) in number.enumerated() {
      if cuts.contains(index) { grouped += separator }
      grouped.append(character)
    }
    return grouped
  }
}
