import Model
import Redaction
import Testing

/// 100,000 distinct values of each type have as many pseudonyms, each known as one and of the form of its value.
@Suite struct InjectivityTests {
  /// A small generator with a seed (SplitMix64), so that a failure comes again.
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  private static func digits(_ count: Int, _ random: inout Random) -> String {
    String((0..<count).map { _ in Character(String(Int.random(in: 0...9, using: &random))) })
  }

  private static func hex(_ count: Int, _ random: inout Random) -> String {
    String((0..<count).map { _ in Array("0123456789abcdef")[Int.random(in: 0..<16, using: &random)] })
  }

  private static func octets(_ random: inout Random) -> String {
    (0..<2).map { _ in String(Int.random(in: 0...255, using: &random)) }.joined(separator: ".")
  }

  /// Numbers with a check digit by Luhn, as real cards have.
  private static func card(_ random: inout Random) -> String {
    let body = "4" + digits(14, &random)
    let sum = body.reversed().enumerated().reduce(0) { sum, entry in
      let value = (entry.element.wholeNumberValue ?? 0) * (entry.offset % 2 == 0 ? 2 : 1)
      return sum + (value > 9 ? value - 9 : value)
    }
    return body + String((10 - sum % 10) % 10)
  }

  private static func value(_ kind: String, _ random: inout Random) -> (String, Model.Category) {
    switch kind {
    case "phone": ("\(Int.random(in: 200...999, using: &random))555\(digits(4, &random))", .phone)
    case "phone in one area": ("+1-212-\(digits(3, &random))-\(digits(4, &random))", .phone)
    case "card": (card(&random), .card)
    case "national id": ("\(digits(3, &random))-\(digits(2, &random))-\(digits(4, &random))", .nationalID)
    case "iban": ("GB82WEST" + digits(14, &random), .iban)
    case "private address": ("10.\(Int.random(in: 0...255, using: &random)).\(octets(&random))", .ipAddress)
    case "public address":
      (
        "\(Int.random(in: 11...99, using: &random)).\(Int.random(in: 0...255, using: &random)).\(octets(&random))",
        .ipAddress
      )
    case "ipv6": ("2001:db8:\(hex(4, &random)):\(hex(4, &random))::\(hex(4, &random))", .ipAddress)
    case "hardware address": ("00:00:5e:" + [0, 1, 2].map { _ in hex(2, &random) }.joined(separator: ":"), .macAddress)
    case "email": ("u\(hex(6, &random))@d\(hex(2, &random)).example", .email)
    case "host": ("h\(hex(6, &random)).site\(hex(1, &random)).example.com", .host)
    case "user": ("user\(hex(8, &random))", .userName)
    case "person": ("Jane \(hex(8, &random))", .personName)
    case "account": (digits(10, &random), .account)
    default: ("secret\(hex(12, &random))", .token)
    }
  }

  @Test(arguments: [
    "phone", "phone in one area", "card", "national id", "iban", "private address", "public address", "ipv6",
    "hardware address", "email", "host", "user", "person", "account", "token",
  ])
  func differentValuesNeverShareAPseudonym(kind: String) throws {
    var random = Random(state: 7)
    var values: Set<String> = []
    var category = Model.Category.token
    while values.count < 100_000 {
      let (value, kind) = Self.value(kind, &random)
      category = kind
      if category != .nationalID || !value.hasPrefix("000") { values.insert(value) }
    }
    var redactor = Redactor(key: RedactorTests.key)
    var seen: Set<String> = []
    for (index, value) in values.enumerated() {
      let replacement = try #require(RedactorTests.replaced(value, category, &redactor))
      seen.insert(replacement)
      if replacement == value || !RedactorTests.isReplacement(replacement, category) {
        Issue.record("a \(kind) has a pseudonym that is none")
      }
      if index % 97 == 0, [.phone, .card, .nationalID, .iban, .macAddress].contains(category) {
        #expect(replacement.count == value.count)
      }
    }
    #expect(seen.count == 100_000)
  }

  /// Numbers that begin alike are permuted, so that not even the order in which they are met counts.
  @Test(arguments: ["phone in one area", "private address", "ipv6", "hardware address"])
  func whereAPermutationIsUsedTheOrderDoesNotCount(kind: String) {
    var random = Random(state: 11)
    let values = Set((0..<50_000).map { _ in Self.value(kind, &random).0 }).sorted()
    let category = Self.value(kind, &random).1
    var forward = Redactor(key: RedactorTests.key)
    var backward = Redactor(key: RedactorTests.key)
    let first = values.map { RedactorTests.replaced($0, category, &forward) }
    let second = values.reversed().map { RedactorTests.replaced($0, category, &backward) }
    #expect(first == second.reversed())
  }

  @Test func aCardsReplacementFailsItsCheck() throws {
    var random = Random(state: 3)
    var redactor = Redactor(key: RedactorTests.key)
    for _ in 0..<2_000 {
      let replacement = try #require(RedactorTests.replaced(Self.card(&random), .card, &redactor))
      let sum = replacement.reversed().enumerated().reduce(0) { sum, entry in
        let value = (entry.element.wholeNumberValue ?? 0) * (entry.offset % 2 == 0 ? 1 : 2)
        return sum + (value > 9 ? value - 9 : value)
      }
      #expect(sum % 10 != 0 && replacement.hasPrefix("000"))
    }
  }
}
