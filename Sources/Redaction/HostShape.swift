/// Replacements for host names: `host-k7q3vdx2mn.d4x9fq.invalid`.
///
/// The first label and the domain get pseudonyms of their own, so that `sip01` and `sip01.example.com` show that they
/// share a name, hosts of one domain that they share the domain, and mail addresses of that domain too; what the
/// originals do not show together, the replacements do not either.
enum HostShape {
  /// Last labels of names that no registry gives out: what stands before one is a host, not a domain.
  private static let internalSuffixes: Set<String> = [
    "local", "localdomain", "lan", "internal", "intern", "intra", "intranet", "corp", "home", "private", "test",
  ]
  static let codeLength = 6

  /// The host's own label, nil where the name is a domain by itself, and the domain, nil for a single label.
  static func parts(_ host: [UInt8]) -> (name: [UInt8]?, domain: [UInt8]?) {
    guard let dot = host.firstIndex(of: UInt8(ascii: ".")) else { return (host, nil) }
    let rest = Array(host[(dot + 1)...])
    let isDomain =
      !rest.contains(UInt8(ascii: ".")) && !internalSuffixes.contains(String(decoding: rest, as: UTF8.self))
    return isDomain ? (nil, host) : (Array(host[..<dot]), rest)
  }

  /// The replacement of a domain.
  static func domain(_ domain: [UInt8], attempt: UInt8, key: CategoryKey) -> [UInt8] {
    var digest = KeyedDigest(domain, attempt: attempt, key: key)
    return digest.letters(codeLength) + MailShape.domainEnd
  }

  /// Whether all of `text` is the replacement of a host or a domain.
  static func isHost(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.suffix(MailShape.domainEnd.count) == MailShape.domainEnd[...] else { return false }
    let host = text.dropLast(MailShape.domainEnd.count)
    if host.count == codeLength || Label.isLabel(host) { return true }
    guard let dot = host.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return host.endIndex - dot - 1 == codeLength && Label.isLabel(host[..<dot])
  }
}
