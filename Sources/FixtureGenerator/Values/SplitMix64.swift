/// The generator's own source of randomness: the same seed gives the same numbers on every machine and toolchain.
///
/// The standard library's `random(in:using:)` may change how it draws from a source, hence the functions below.
package struct SplitMix64: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A stream of its own for item `index` of `kind`, so that items can be made in any order.
  package init(seed: UInt64, kind: UInt64, index: Int) {
    var mixer = SplitMix64(seed: seed ^ (kind &* 0xD6E8_FEB8_6659_FD93))
    state = mixer.next() ^ (UInt64(truncatingIfNeeded: index) &* 0xA076_1D64_78BD_642F)
    state = next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number from 0 up to, but not including, `bound`.
  package mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  package mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  package mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// True once in `count` draws.
  package mutating func one(in count: Int) -> Bool { below(count) == 0 }
}

extension SplitMix64 {
  package mutating func string(_ count: Int, of alphabet: Alphabet) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for _ in 0..<count { bytes.append(alphabet.bytes[below(alphabet.bytes.count)]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  package mutating func digits(_ count: Int) -> String { string(count, of: .decimal) }

  package mutating func hex(_ count: Int) -> String { string(count, of: .hex) }

  /// A GUID in the usual 8-4-4-4-12 form.
  package mutating func guid() -> String { "\(hex(8))-\(hex(4))-4\(hex(3))-a\(hex(3))-\(hex(12))" }
}
