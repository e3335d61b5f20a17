import Model
import Redaction
import Testing

@Suite struct RevealedTextTests {
  private static func vault(_ pairs: [(String, Model.Category, String)]) -> Vault {
    var vault = Vault()
    for (pseudonym, category, original) in pairs {
      vault.add(category, pseudonym: Array(pseudonym.utf8), original: Array(original.utf8))
    }
    return vault
  }

  private static let known = vault([
    ("+10004175032", .phone, "+12125550147"), ("0004175032", .phone, "2125550147"),
    ("249.1.2.3", .ipAddress, "192.0.2.7"), ("249.1.2.30", .ipAddress, "192.0.2.80"),
    ("5e:ca:01:02:03:04", .macAddress, "00:00:5e:00:53:af"), ("user-name-39k2edvw5b", .userName, "jroe"),
    ("<phone:39k2edvw5b>", .phone, "+1 212 555 0147"),
  ])

  private static func revealed(_ text: [UInt8], _ vault: Vault = known, pieces: Int = .max) -> [UInt8] {
    var reveal = RevealedText(vault)
    var output: [UInt8] = []
    var rest = text[...]
    while !rest.isEmpty {
      reveal.append(rest.prefix(pieces), isLast: false, to: &output)
      rest = rest.dropFirst(pieces)
    }
    reveal.append([], isLast: true, to: &output)
    return output
  }

  private static func revealed(_ text: String) -> String {
    String(decoding: revealed(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""), ("0", "0"), ("call +10004175032!", "call +12125550147!"), ("0004175032", "2125550147"),
    ("249.1.2.3 249.1.2.30", "192.0.2.7 192.0.2.80"), ("249.1.2.35", "249.1.2.35"), ("9249.1.2.3", "9249.1.2.3"),
    ("00004175032", "00004175032"), ("00041750321", "00041750321"), ("x0004175032x", "x2125550147x"),
    ("5e:ca:01:02:03:04", "00:00:5e:00:53:af"), ("5e:ca:01:02:03:04a", "5e:ca:01:02:03:04a"),
    ("user-name-39k2edvw5buser-name-39k2edvw5b", "jroejroe"), ("<phone:39k2edvw5b>", "+1 212 555 0147"),
    ("user-name-39k2edvw5", "user-name-39k2edvw5"),
  ])
  func wholePseudonymsAndNothingElse(text: String, expected: String) {
    #expect(Self.revealed(text) == expected)
  }

  @Test func aTextCutAnywhereGivesTheSame() {
    let text =
      Array("a +10004175032\u{0}b 249.1.2.30,user-name-39k2edvw5b é\r\n".utf8) + [0xFF, 0xC3] + Array("0004175032".utf8)
    let whole = Self.revealed(text)
    #expect(String(decoding: whole, as: UTF8.self).contains("192.0.2.80,jroe é\r\n"))
    for size in 1...text.count { #expect(Self.revealed(text, pieces: size) == whole, "\(size)") }
  }

  @Test(arguments: [true, false])
  func utf16IsRevealedToo(bigEndian: Bool) {
    func wide(_ text: String) -> [UInt8] {
      text.utf16.flatMap { (unit: UInt16) -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
        return bigEndian ? [high, low] : [low, high]
      }
    }
    #expect(Self.revealed(wide("call 249.1.2.30 größe 00041750321")) == wide("call 192.0.2.80 größe 00041750321"))
  }

  @Test func onePseudonymOfTwoKindsIsLeft() {
    let vault = Self.vault([("0004175032", .phone, "2125550147"), ("0004175032", .nationalID, "2190999990")])
    var reveal = RevealedText(vault)
    var output: [UInt8] = []
    reveal.append(Array("x 0004175032".utf8), isLast: true, to: &output)
    #expect(output == Array("x 0004175032".utf8) && reveal.ambiguous == 1 && reveal.count == 0)
  }
}
