internal import Crypto

/// The keyed digest of one value, read off as digits, letters and bytes.
struct KeyedDigest {
  private let bytes: [UInt8]
  private var position = 0

  /// HMAC-SHA-256 (RFC 2104) of `value`; `attempt` gives further digests of the same value.
  init(_ value: some Sequence<UInt8>, attempt: UInt8 = 0, key: CategoryKey) {
    var message = Array(value)
    message.append(0)
    message.append(attempt)
    bytes = key.authenticationCode(for: message)
  }

  /// 64 bits that tell values apart; no replacement shows them.
  var identity: UInt64 { bytes[24..<32].reduce(0) { $0 << 8 | UInt64($1) } }

  /// The next byte; a digest has 32.
  mutating func byte() -> UInt8 {
    defer { position += 1 }
    return bytes[position % bytes.count]
  }

  /// `count` characters of the label alphabet, five bits each.
  mutating func letters(_ count: Int) -> [UInt8] { (0..<count).map { _ in Label.alphabet[Int(byte() & 31)] } }

  /// All 256 bits, as the coins of a binary tree of eight levels.
  func coin(_ index: Int) -> UInt8 { bytes[index >> 3] >> UInt8(index & 7) & 1 }
}

/// The key of one category, with the part of the work done that is the same for every value.
struct CategoryKey: Sendable {
  private let prepared: HMAC<SHA256>

  init(_ key: SymmetricKey) { prepared = HMAC(key: key) }

  func authenticationCode(for message: [UInt8]) -> [UInt8] {
    var code = prepared
    code.update(data: message)
    return Array(code.finalize())
  }

  /// The first 64 bits of the code, as a number.
  func number(for message: [UInt8]) -> UInt64 {
    var code = prepared
    code.update(data: message)
    return code.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
