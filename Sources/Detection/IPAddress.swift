/// IP addresses that name a host, as against those that mean something to the protocol itself.
enum IPAddress {
  /// Whether `value` is a dotted quad that names a host.
  ///
  /// Left alone: 0/8, 127/8, multicast (RFC 5771), 240/4 with broadcast (reserved, RFC 1112; where replacements lie),
  /// and netmasks.
  static func isIPv4Host(_ value: Span<UInt8>) -> Bool {
    var octets: [Int] = []
    var current: Int? = nil
    for index in value.indices {
      let byte = value[index]
      if (0x30...0x39).contains(byte) {
        current = (current ?? 0) * 10 + Int(byte) - 0x30
        if current ?? 0 > 255 { return false }
      } else {
        guard let octet = current else { return false }
        octets.append(octet)
        current = nil
      }
    }
    if let last = current { octets.append(last) }
    guard octets.count == 4 else { return false }
    return octets[0] != 0 && octets[0] != 127 && octets[0] < 224
  }

  /// Whether `value` is an IPv6 address (RFC 4291) that names a host: not `::`, `::1`, multicast or a bare prefix.
  static func isIPv6Host(_ value: Span<UInt8>) -> Bool {
    guard let groups = groups(value) else { return false }
    if groups.dropLast().allSatisfy({ $0 == 0 }) { return false }
    return groups[0] & 0xFF00 != 0xFF00
  }

  /// The eight groups of an IPv6 address; nil when `value` is none.
  static func groups(_ value: Span<UInt8>) -> [UInt16]? {
    var head: [UInt16] = []
    var tail: [UInt16]? = nil
    var digits = 0
    var group: UInt16 = 0
    var index = 0
    func add(_ group: UInt16) { if tail == nil { head.append(group) } else { tail?.append(group) } }
    while index < value.count {
      if let digit = hexValue(value[index]) {
        guard digits < 4 else { return nil }
        group = group << 4 | UInt16(digit)
        digits += 1
        index += 1
        continue
      }
      guard value[index] == UInt8(ascii: ":") else { return nil }
      if index + 1 < value.count, value[index + 1] == UInt8(ascii: ":") {
        guard tail == nil else { return nil }
        if digits > 0 { add(group) }
        tail = []
        index += 2
      } else {
        guard digits > 0, index + 1 < value.count else { return nil }
        add(group)
        index += 1
      }
      (digits, group) = (0, 0)
    }
    if digits > 0 { add(group) }
    guard let tail else { return head.count == 8 ? head : nil }
    guard head.count + tail.count < 8 else { return nil }
    return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
