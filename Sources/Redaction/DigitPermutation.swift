/// A keyed one-to-one map of the numbers with a given count of digits onto themselves.
///
/// A Feistel network over the digits, ten rounds as in FF1 (NIST SP 800-38G), with HMAC-SHA-256 (RFC 2104) as the round
/// function. One to one is what it is for: no two numbers of one block ever share a pseudonym, whatever the order. It
/// does not make few digits a secret from whoever has the key.
struct DigitPermutation {
  /// Halves of more digits than this would not fit a 64-bit number.
  static let limit = 36
  private static let rounds = 10

  private let radix: UInt64
  private let key: CategoryKey
  /// Numbers are permuted apart for each tweak.
  private let tweak: [UInt8]

  /// Chooses one of the maps of `key`.
  ///
  /// - Parameter radix: 10, or 16 for hexadecimal digits.
  init(tweak: [UInt8], attempt: UInt8, radix: UInt64 = 10, key: CategoryKey) {
    self.radix = radix
    self.key = key
    self.tweak = [attempt, UInt8(truncatingIfNeeded: tweak.count)] + tweak
  }

  /// As many digits as `digits` has, at most `limit` of them.
  func applied(to digits: some Collection<UInt8>) -> [UInt8] {
    var left = Array(digits.prefix(digits.count / 2))
    var right = Array(digits.dropFirst(digits.count / 2))
    var message = tweak + [UInt8(digits.count), 0]
    let start = message.count
    message.reserveCapacity(start + right.count)
    // Halves change places, and may differ in length by one.
    let moduli = [left.count, right.count].map { (0..<$0).reduce(UInt64(1)) { power, _ in power * radix } }
    for round in 0..<Self.rounds {
      message[start - 1] = UInt8(round)
      message.replaceSubrange(start..., with: right)
      let modulus = moduli[round & 1]
      let number = left.reduce(UInt64(0)) { $0 * radix + UInt64($1) }
      fill(&left, with: (number + key.number(for: message) % modulus) % modulus)
      swap(&left, &right)
    }
    return left + right
  }

  private func fill(_ digits: inout [UInt8], with number: UInt64) {
    var rest = number
    for index in digits.indices.reversed() {
      digits[index] = UInt8(rest % radix)
      rest /= radix
    }
  }
}
