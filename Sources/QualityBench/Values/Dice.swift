/// The bench's own source of randomness: the same seed gives the same numbers on every machine and toolchain.
struct Dice: Sendable {
  private var state: UInt64

  /// A stream of its own for item `index` of `kind`, so that items can be made in any order.
  init(seed: UInt64, kind: UInt64 = 0, index: Int = 0) {
    state = seed &* 0x9FB2_1C65_1E98_DF25 ^ (kind &+ 1) &* 0xD6E8_FEB8_6659_FD93
    _ = next()
    state ^= UInt64(truncatingIfNeeded: index) &* 0xA076_1D64_78BD_642F
    _ = next()
  }

  /// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number in `range`.
  mutating func roll(_ range: ClosedRange<Int>) -> Int {
    let count = UInt64(range.upperBound - range.lowerBound + 1)
    return range.lowerBound + Int(next().multipliedFullWidth(by: count).high)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(0...elements.count - 1)] }

  /// True once in `count` throws.
  mutating func one(in count: Int) -> Bool { roll(1...count) == 1 }

  mutating func string(_ count: Int, of alphabet: [UInt8]) -> String {
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes.append(pick(alphabet)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func digits(_ count: Int) -> String { string(count, of: Self.decimal) }
  mutating func hex(_ count: Int) -> String { string(count, of: Self.hexadecimal) }
  mutating func letters(_ count: Int) -> String { string(count, of: Self.small) }
  mutating func word(_ count: Int) -> String { string(count, of: Self.base62) }

  static let decimal = Array("0123456789".utf8)
  static let hexadecimal = Array("0123456789abcdef".utf8)
  static let small = Array("abcdefghijklmnopqrstuvwxyz".utf8)
  static let base62 = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
  static let base32 = Array("0123456789ABCDEFGHIJKLMNOPQRSTUV".utf8)
  static let base64 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
