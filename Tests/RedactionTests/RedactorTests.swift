import Model
import Redaction
import Testing

@Suite struct RedactorTests {
  static let key: PseudonymKey = {
    do {
      return try PseudonymKey(text: String(repeating: "0f", count: 32), file: "test")
    } catch {
      fatalError("the test key is broken")
    }
  }()

  static func replaced(
    _ value: String, _ category: Model.Category, _ redactor: inout Redactor, action: Action = .pseudonym
  ) -> String? {
    let bytes = Array(value.utf8)
    return redactor.replacement(for: bytes.span, category: category, action: action).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  static func isReplacement(_ value: String, _ category: Model.Category) -> Bool {
    let bytes = Array(value.utf8)
    return Replacement.isOne(bytes.span, category)
  }

  static let values: [(String, Model.Category)] = [
    ("+1 (212) 555-0147", .phone), ("2125550147", .phone), ("%2B12125550147", .phone), ("020 7946 0123", .phone),
    ("jane.roe@example.com", .email), ("jane%40example.com", .email), ("a\\u0040b.example", .email),
    ("192.0.2.7", .ipAddress), ("10.1.2.3", .ipAddress), ("10-1-2-3", .ipAddress), ("2001:db8::7", .ipAddress),
    ("fe80::1", .ipAddress), ("::ffff:192.0.2.7", .ipAddress), ("\\u002b12125550147", .phone),
    ("sip01.corp", .host), ("example.com", .host), ("+44 (0)20 7946 0123", .phone), ("00:00:5e:00:53:af", .macAddress),
    ("0000.5E00.53AF", .macAddress),
    ("4111 1111 1111 1111", .card), ("378282246310005", .card), ("GB82 WEST 1234 5698 7654 32", .iban),
    ("219-09-9999", .nationalID), ("12345678Z", .nationalID), ("jroe", .userName), ("Jane Roe", .personName),
    ("sip01", .host), ("sip01.example.com", .host), ("hunter2", .password), ("00123456", .account),
    ("eyJhbGciOiJub25lIn0.e30.", .token), ("12 Example Road", .postalAddress), ("4321", .pin), ("9876#", .digits),
  ]

  @Test(arguments: values)
  func aReplacementIsKnownAsOneAndIsNeverTheValue(value: String, category: Model.Category) throws {
    for style in Style.allCases {
      var redactor = Redactor(key: Self.key, style: style)
      let replacement = try #require(Self.replaced(value, category, &redactor))
      #expect(replacement != value)
      if !replacement.allSatisfy({ $0 == "*" }) { #expect(Self.isReplacement(replacement, category), "\(replacement)") }
      #expect(!Self.isReplacement(value, category), "a real value is not taken for a replacement")
    }
  }

  @Test func theSameKeyGivesTheSamePseudonymInAnyOrder() {
    var first = Redactor(key: Self.key)
    var second = Redactor(key: Self.key)
    let forward = Self.values.map { Self.replaced($0.0, $0.1, &first) }
    let backward = Self.values.reversed().map { Self.replaced($0.0, $0.1, &second) }
    #expect(forward == backward.reversed())
  }

  @Test func anotherKeyGivesAnotherPseudonym() {
    var first = Redactor(key: Self.key)
    var second = Redactor(key: .ephemeral())
    #expect(Self.replaced("2125550147", .phone, &first) != Self.replaced("2125550147", .phone, &second))
  }

  @Test func oneNumberInManySpellingsIsOnePseudonym() throws {
    var redactor = Redactor(key: Self.key)
    let spellings = [
      "2125550147", "12125550147", "+12125550147", "212-555-0147", "(212) 555-0147", "+1 212 555 0147",
      "1-212-555-0147",
      "%2B12125550147", "\\u002b12125550147", "&#43;12125550147", "0012125550147", "001 (212) 555-0147",
      "212%20555%200147",
    ]
    let digits = spellings.compactMap {
      Self.replaced($0, .phone, &redactor)?.replacing(/%2B|%20|\\u002b|&#43;/, with: "").filter(\.isNumber).suffix(10)
    }
    #expect(
      Self.replaced("+44 (0)20 7946 0123", .phone, &redactor)?.replacing("(0)", with: "")
        == Self.replaced("+44 20 7946 0123", .phone, &redactor), "the trunk 0 is no part of a number")
    #expect(Set(digits.map(String.init)).count == 1)
    #expect(Self.replaced("(212) 555-0147", .phone, &redactor)?.hasPrefix("(000) ") == true, "the form found is kept")
  }

  @Test func spellingsOfANameAgree() {
    var redactor = Redactor(key: Self.key)
    let spellings = ["Jane Roe", "JANE ROE", "Roe, Jane", "Jane_Roe", "jane.roe", "Jane+Roe"]
    #expect(Set(spellings.map { Self.replaced($0, .personName, &redactor) }).count == 1)
    #expect(Self.replaced("Roe Jane", .personName, &redactor) != Self.replaced("Jane Roe", .personName, &redactor))
  }

  @Test func spellingsOfMailAndHostsAgree() {
    var redactor = Redactor(key: Self.key)
    let plain = Self.replaced("Jane.Roe@Example.com", .email, &redactor)
    #expect(
      Self.replaced("jane.roe@example.com", .email, &redactor)?.split(separator: "@").last
        == plain?.split(separator: "@").last)
    #expect(Self.replaced("SIP01", .host, &redactor) == Self.replaced("sip01", .host, &redactor))
    let dotted = Self.replaced("10.1.2.3", .ipAddress, &redactor)
    #expect(Self.replaced("10-1-2-3", .ipAddress, &redactor) == dotted?.replacing(".", with: "-"))
    #expect(Self.replaced("::ffff:10.1.2.3", .ipAddress, &redactor) == dotted.map { "::ffff:" + $0 })
    #expect(Self.replaced("::ffff:a01:203", .ipAddress, &redactor)?.hasPrefix("::ffff:f1") == true)
  }

  @Test func hostsShowTheNamesAndDomainsTheyShare() throws {
    var redactor = Redactor(key: Self.key)
    func host(_ name: String) throws -> [Substring] {
      try #require(Self.replaced(name, .host, &redactor)).split(separator: ".")
    }
    let full = try host("SIP01.Example.com")
    #expect(try full.count == 3 && full[0] == host("sip01").first, "the short name is the first label")
    #expect(try host("sip02.example.com").dropFirst() == full.dropFirst() && host("sip02.example.com") != full)
    let mail = try #require(Self.replaced("jane@example.com", .email, &redactor))
    #expect(mail.hasSuffix("@" + full.dropFirst().joined(separator: ".")), "mail and hosts of one domain agree")
    #expect(try host("example.com") == Array(full.dropFirst()) && host("sip01.corp").first == full[0])
  }

  @Test(arguments: ["127.0.0.1", "0.0.0.0", "224.0.0.5", "255.255.255.255", "::1", "::", "ff02::1", "::ffff:127.0.0.1"])
  func addressesThatMeanTheSameEverywhereStay(address: String) {
    var redactor = Redactor(key: Self.key)
    for _ in 0..<2 { #expect(Self.replaced(address, .ipAddress, &redactor) == nil) }
  }

  @Test func settingsOfCategoriesYieldToTheRulesOwnAction() {
    var redactor = Redactor(key: Self.key, categories: [.phone: .token, .card: .mask(.unhideLast(4))])
    #expect(Self.replaced("2125550147", .phone, &redactor)?.hasPrefix("<phone:") == true)
    #expect(Self.replaced("2125550147", .phone, &redactor, action: .shape)?.hasPrefix("000") == true)
    #expect(Self.replaced("2125550147", .phone, &redactor, action: .remove) == "**********")
    #expect(Self.replaced("4111111111111111", .card, &redactor) == "************1111")
    #expect(Self.replaced("jroe", .userName, &redactor)?.hasPrefix("user-name-") == true)
  }

  @Test(arguments: [
    ("+1 212 555 0147", Model.Category.phone), ("4111-1111-1111-1111", .card), ("219-09-9999", .nationalID),
    ("GB82 WEST 1234", .iban), ("00-00-5E-00-53-AF", .macAddress),
  ])
  func lengthAndPunctuationStay(value: String, category: Model.Category) throws {
    var redactor = Redactor(key: Self.key)
    let replacement = try #require(Self.replaced(value, category, &redactor))
    #expect(replacement.count == value.count)
    #expect(zip(value, replacement).allSatisfy { ($0.isLetter || $0.isNumber) == ($1.isLetter || $1.isNumber) })
  }

  @Test func smallDomainsAreHiddenNotRenamed() {
    var redactor = Redactor(key: Self.key)
    #expect(Self.replaced("1234", .pin, &redactor) == "****")
    #expect(Self.replaced("12#", .digits, &redactor) == "***")
  }

  @Test(arguments: [
    (Action.Mask.hide, "********"), (.hideFirst(4), "****type_1"), (.hideLast(3), "App_typ***"),
    (.unhideFirst(2), "Ap********"), (.unhideLast(1), "*********1"), (.unhideLast(100), "**********"), (.skip, ""),
    (.tag("<!", "!>"), "<!**********!>"),
  ])
  func theVendorsOperatorsNeverShowAWholeValue(mask: Action.Mask, expected: String) {
    var redactor = Redactor(key: Self.key)
    #expect(Self.replaced("App_type_1", .content, &redactor, action: .mask(mask)) == expected)
  }

  @Test func anyBytesCanBeAskedAbout() {
    let alphabet = Array("0123456789abcdefZ<>:-.%@+invalid \u{FF}".utf8)
    for length in 0..<40 {
      for seed in 0..<200 {
        let bytes = (0..<length).map { alphabet[($0 &* 31 &+ seed &* 17 &+ $0 &* seed) % alphabet.count] }
        for category in [Model.Category.phone, .email, .ipAddress, .card, .iban, .host] {
          if length > 0 { _ = Replacement.isOne(bytes.span, category) }
        }
      }
    }
  }

  @Test func keepLeavesTheValue() {
    var redactor = Redactor(key: Self.key)
    #expect(Self.replaced("x", .host, &redactor, action: .keep) == nil)
  }
}
