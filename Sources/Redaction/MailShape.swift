/// Replacements for e-mail addresses: `k7q3vdx2mn@d4x9fq.invalid`.
///
/// `.invalid` belongs to nobody (RFC 2606); addresses of one domain keep a common domain, that of its hosts.
enum MailShape {
  /// How the at sign is spelt in plain, percent-encoded, JSON-escaped and XML-escaped text.
  private static let atSigns = ["@", "%40", "\\u0040", "&#64;", "&#x40;"].map { Array($0.utf8) }
  static let domainEnd = Array(".invalid".utf8)

  /// Local part, at sign as spelt, and domain; nil when there is no at sign.
  static func parts(_ text: [UInt8]) -> (local: ArraySlice<UInt8>, at: [UInt8], domain: ArraySlice<UInt8>)? {
    for index in text.indices {
      for sign in atSigns where text[index...].starts(with: sign) {
        return (text[..<index], sign, text[(index + sign.count)...])
      }
    }
    return nil
  }

  /// An address in the domain `domain`, which is a replacement already.
  ///
  /// It is as long as the original where that leaves room for a payload without collisions.
  static func address(_ text: [UInt8], _ digest: inout KeyedDigest, domain: [UInt8]) -> [UInt8]? {
    guard let parts = parts(text) else { return nil }
    let room = text.count - domain.count - parts.at.count
    return Label.core(&digest, payload: max(Label.payload, min(room - 2, 24))) + parts.at + domain
  }

  static func isAddress(_ text: [UInt8]) -> Bool {
    guard let parts = parts(text), HostShape.isHost(parts.domain) else { return false }
    // A label or a number stands there when one rule replaced a user and another the host.
    return Label.isCore(parts.local) || Label.isLabel(parts.local) || NumberShape.isPhone(Array(parts.local))
  }
}

func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
