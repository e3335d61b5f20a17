import Detection
import RulePacks
import Testing

@Suite struct ValidatorTests {
  @Test(arguments: [
    ("card", "4111 1111 1111 1111", true), ("card", "4111111111111112", false), ("card", "378282246310005", true),
    ("card", "0000000000000000", false), ("card", "6011111111111117", true), ("card", "1234567812345670", false),
    ("iban", "GB82 WEST 1234 5698 7654 32", true), ("iban", "GB82WEST12345698765433", false),
    ("iban", "DE8937040044053201300", false), ("ssn", "219-09-9999", true), ("ssn", "666-12-3456", false),
    ("ssn", "219-00-9999", false), ("ipv4", "192.0.2.1", true), ("ipv4", "127.0.0.1", false),
    ("ipv4", "240.1.2.3", false), ("ipv4", "1.2.3", false), ("ipv6", "2001:db8::1", true), ("ipv6", "::1", false),
    ("ipv6", "ff02::1", false), ("ipv6", "1:2:3:4:5:6:7", false), ("ipv6", "1::2::3", false),
    ("mac", "00:00:5e:00:53:af", true), ("mac", "ff:ff:ff:ff:ff:ff", false), ("phone", "+1 212 555 0147", true),
    ("phone", "123", false), ("phone", "0000000000", false), ("nanp", "212-555-0147", true),
    ("nanp", "112-555-0147", false),
  ])
  func checks(name: String, value: String, isGood: Bool) throws {
    let rule = """
      - {id: t.a, title: t, category: account, pattern: '^.*$', validate: [\(name)]}
      """
    #expect(try Texts.found(value, try Texts.detector(rule)).isEmpty != isGood)
  }
}
