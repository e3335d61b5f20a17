/// Replacements for IP and hardware addresses.
///
/// A replacement shares as long a prefix with another as the originals do, because each bit is flipped or not by a
/// keyed coin that depends on the bits before it (Xu et al., "Prefix-preserving IP address anonymization", 2002). The
/// 256 bits of one keyed digest are the coins for all eight bits that follow a given prefix.
enum AddressShape {
  /// An IPv4 replacement lies in 240.0.0.0/4 (reserved, RFC 1112), and the kind of network stays visible.
  ///
  /// 10/8 is 241/8, 172.16/12 is 242.16/12, 192.168/16 is 243.168/16, 100.64/10 is 244.64/10, 169.254/16 is
  /// 245.254/16: one to one. Everything else is 248 to 254: prefixes of 8 bits and more are kept; 2^32 addresses share
  /// 2^27.8, so two may meet, and the second one met moves.
  static func ipv4(_ octets: [UInt8], attempt: UInt8, key: CategoryKey) -> [UInt8] {
    func tree(fixed: Int, _ head: [UInt8]) -> [UInt8] {
      let coins = permuted(octets, fixedBits: fixed, attempt: attempt, key: key)
      return head + coins[head.count...]
    }
    switch (octets[0], octets[1]) {
    case (10, _): return tree(fixed: 8, [241])
    case (172, 16...31): return tree(fixed: 12, [242])
    case (192, 168): return tree(fixed: 16, [243, 168])
    case (100, 64...127): return tree(fixed: 10, [244])
    case (169, 254): return tree(fixed: 16, [245, 254])
    default:
      var digest = KeyedDigest([octets[0]], attempt: attempt, key: key)
      return tree(fixed: 8, [248 + digest.byte() % 7])
    }
  }

  /// IPv6 lies in 3fff::/20 (documentation, RFC 9637); unique local and link-local networks stay visible.
  ///
  /// The first 32 bits become 12, prefixes of 32 bits and more are kept.
  static func ipv6(_ octets: [UInt8], attempt: UInt8, key: CategoryKey) -> [UInt8] {
    let coins = permuted(octets, fixedBits: 32, attempt: attempt, key: key)
    var digest = KeyedDigest(octets[0..<4], attempt: attempt, key: key)
    let second: UInt16 =
      switch octets[0] {
      case 0xFC, 0xFD: 0x0FC0
      case 0xFE where octets[1] & 0xC0 == 0x80: 0x0FE8
      default: (UInt16(digest.byte()) << 8 | UInt16(digest.byte())) % 0x0F00
      }
    return [0x3F, 0xFF, UInt8(second >> 8), UInt8(second & 0xFF)] + coins[4...]
  }

  /// `octets` with every bit behind `fixedBits` flipped by its coin.
  private static func permuted(_ octets: [UInt8], fixedBits: Int, attempt: UInt8, key: CategoryKey) -> [UInt8] {
    var result = octets
    for index in (fixedBits / 8)..<octets.count {
      let coins = KeyedDigest(octets[0..<index], attempt: attempt, key: key)
      var node = 1
      for bit in 0..<8 {
        let shift = UInt8(7 - bit)
        if index * 8 + bit >= fixedBits { result[index] ^= coins.coin(node) << shift }
        node = node << 1 | Int(octets[index] >> shift & 1)
      }
    }
    return result
  }

  /// Hardware addresses lie in 5e:ca:.., which is locally administered and unicast (IEEE 802).
  ///
  /// The last four octets are a permutation of the address's own, one for each first two octets.
  static func mac(_ octets: [UInt8], attempt: UInt8, key: CategoryKey) -> [UInt8] {
    let digits = octets.flatMap { [$0 >> 4, $0 & 15] }
    let permutation = DigitPermutation(tweak: Array(digits.prefix(4)), attempt: attempt, radix: 16, key: key)
    let result = permutation.applied(to: digits.dropFirst(4))
    return [0x5E, 0xCA] + stride(from: 0, to: 8, by: 2).map { result[$0] << 4 | result[$0 + 1] }
  }

  /// Whether an address means the same everywhere, and stays: unspecified, loopback, multicast (RFC 6890, RFC 5771,
  /// RFC 4291), and broadcast.
  static func isFixed(_ text: [UInt8]) -> Bool {
    if let octets = AddressText.ipv4(text) { return isFixedIPv4(octets) }
    guard let octets = AddressText.ipv6(text) else { return false }
    if let quad = AddressText.mapped(octets) { return isFixedIPv4(quad) }
    return octets[0] == 0xFF || octets.dropLast().allSatisfy { $0 == 0 } && octets[15] < 2
  }

  private static func isFixedIPv4(_ octets: [UInt8]) -> Bool {
    octets[0] == 0 || octets[0] == 127 || (224..<240).contains(octets[0]) || octets == [255, 255, 255, 255]
  }
}
