/// Random-looking credentials; none opens anything.
package enum Secrets {
  package static func password(_ random: inout SplitMix64) -> Value {
    Value("\(random.string(5, of: .base62))!\(random.string(6, of: .base62))\(random.within(2...9))", .password)
  }

  package static func token(_ random: inout SplitMix64, length: Int = 40) -> Value {
    Value(random.string(length, of: .base62), .token)
  }

  package static func digest(_ random: inout SplitMix64) -> Value { Value(random.hex(32), .sessionSecret) }

  /// A key for encrypted media: 30 bytes in base64 (RFC 4568).
  package static func mediaKey(_ random: inout SplitMix64) -> Value {
    Value(random.string(40, of: .base64), .sessionSecret)
  }

  package static func basic(_ login: String, _ random: inout SplitMix64) -> Value {
    Value(base64(Array((login + ":" + password(&random).text).utf8)), .token)
  }

  /// A signed token of three parts (RFC 7519) that names `subject`.
  package static func webToken(subject: String, _ random: inout SplitMix64) -> Value {
    let header = base64(Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8), urlSafe: true)
    let claims = #"{"sub":"\#(subject)","iss":"gateway.example.com","jti":"\#(random.hex(16))"}"#
    return Value("\(header).\(base64(Array(claims.utf8), urlSafe: true)).\(random.string(43, of: .base62))", .token)
  }

  package static func privateKey(_ random: inout SplitMix64) -> Value {
    // Cut in two, so that scanners of source code do not take this file for a key.
    let kind = "PRIVATE " + "KEY-----"
    var lines = ["-----BEGIN " + kind]
    for _ in 0..<16 { lines.append(random.string(64, of: .base64)) }
    lines.append(random.string(42, of: .base64) + "==")
    lines.append("-----END " + kind)
    return Value(lines.joined(separator: "\n"), .privateKey)
  }

  /// Base64 (RFC 4648); the URL-safe form has no padding, as tokens want it.
  package static func base64(_ bytes: [UInt8], urlSafe: Bool = false) -> String {
    var alphabet = Alphabet.base64.bytes
    if urlSafe { alphabet.replaceSubrange(62..., with: Array("-_".utf8)) }
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var word = group.reduce(0) { $0 << 8 | Int($1) }
      word <<= 8 * (3 - group.count)
      for index in 0..<4 {
        if index <= group.count {
          text.append(alphabet[word >> (18 - 6 * index) & 63])
        } else if !urlSafe {
          text.append(UInt8(ascii: "="))
        }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
