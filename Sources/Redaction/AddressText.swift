/// Reading and printing of addresses in the form they were found.
enum AddressText {
  /// The four octets of a dotted or dashed quad, and what stands between them.
  static func ipv4(_ text: [UInt8]) -> [UInt8]? {
    guard let separator = text.first(where: { !(0x30...0x39).contains($0) }),
      separator == UInt8(ascii: ".") || separator == UInt8(ascii: "-")
    else { return nil }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 4, parts.allSatisfy({ (1...3).contains($0.count) }) else { return nil }
    let octets = parts.compactMap { UInt8(String(decoding: $0, as: UTF8.self)) }
    return octets.count == 4 && text.allSatisfy { (0x30...0x39).contains($0) || $0 == separator } ? octets : nil
  }

  /// `octets` with the separators of `form`, of which only the separators are looked at.
  static func ipv4(_ octets: [UInt8], like form: [UInt8]) -> [UInt8] {
    let separators = form.filter { !(0x30...0x39).contains($0) }
    var result = Array(String(octets[0]).utf8)
    for (separator, octet) in zip(separators, octets.dropFirst()) {
      result.append(separator)
      result += Array(String(octet).utf8)
    }
    return result
  }

  /// The 16 octets of an IPv6 address in any spelling of RFC 4291.
  static func ipv6(_ text: [UInt8]) -> [UInt8]? {
    guard text.contains(UInt8(ascii: ":")) else { return nil }
    if text.contains(UInt8(ascii: ".")) {
      // The last four octets as a dotted quad.
      let split = (text.lastIndex(of: UInt8(ascii: ":")) ?? 0) + 1
      guard let quad = ipv4(Array(text[split...])) else { return nil }
      return ipv6(text[..<split] + Array("0:0".utf8)).map { $0.dropLast(4) + quad }
    }
    let halves = String(decoding: text, as: UTF8.self).components(separatedByDoubleColon: ())
    func groups(_ half: Substring) -> [UInt16]? {
      if half.isEmpty { return [] }
      let parts = half.split(separator: ":", omittingEmptySubsequences: false)
      let groups = parts.compactMap { $0.count <= 4 ? UInt16($0, radix: 16) : nil }
      return groups.count == parts.count ? groups : nil
    }
    guard let head = groups(halves.0) else { return nil }
    var all = head
    if let second = halves.1 {
      guard let tail = groups(second), head.count + tail.count < 8 else { return nil }
      all = head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
    }
    guard all.count == 8 else { return nil }
    return all.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  /// The IPv4 address that an IPv6 address stands for (RFC 4291 section 2.5.5.2); nil when it is none of those.
  static func mapped(_ octets: [UInt8]) -> [UInt8]? {
    octets.prefix(10).allSatisfy { $0 == 0 } && octets[10] == 0xFF && octets[11] == 0xFF ? Array(octets[12...]) : nil
  }

  /// An IPv4 address as `::ffff:249.1.2.3`, or in hexadecimal where `form` has no dots.
  static func mapped(_ octets: [UInt8], like form: [UInt8]) -> [UInt8] {
    let start = Array("::ffff:".utf8)
    if form.contains(UInt8(ascii: ".")) { return start + ipv4(octets, like: Array("...".utf8)) }
    let groups = stride(from: 0, to: 4, by: 2).map {
      String(UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1]), radix: 16)
    }
    return start + Array(groups.joined(separator: ":").utf8)
  }

  /// Eight groups, without leading zeros.
  static func ipv6(_ octets: [UInt8]) -> [UInt8] {
    let groups = stride(from: 0, to: 16, by: 2).map { index in
      String(UInt16(octets[index]) << 8 | UInt16(octets[index + 1]), radix: 16)
    }
    return Array(groups.joined(separator: ":").utf8)
  }

  /// The six octets of a hardware address, whatever separates them.
  static func mac(_ text: [UInt8]) -> [UInt8]? {
    let hex = text.filter(isHexDigit)
    guard hex.count == 12 else { return nil }
    return stride(from: 0, to: 12, by: 2).compactMap {
      UInt8(String(decoding: hex[$0...$0 + 1], as: UTF8.self), radix: 16)
    }
  }

  /// `octets` with the separators and the case of `form`.
  static func mac(_ octets: [UInt8], like form: [UInt8]) -> [UInt8] {
    let upper = form.contains { (0x41...0x46).contains($0) }
    var digits = octets.flatMap { octet in
      let text = String(octet, radix: 16, uppercase: upper)
      return Array((octet < 16 ? "0" + text : text).utf8)
    }[...]
    return form.map { isHexDigit($0) ? digits.removeFirst() : $0 }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}

extension String {
  fileprivate func components(separatedByDoubleColon: ()) -> (Substring, Substring?) {
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      if self[index] == ":", next < endIndex, self[next] == ":" {
        return (self[..<index], self[self.index(after: next)...])
      }
      index = next
    }
    return (self[...], nil)
  }
}
