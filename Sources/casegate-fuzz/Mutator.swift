/// Damages archives in the ways that matter: bits, numbers, lengths, and pieces of other archives.
struct Mutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to `bound`, which it never is.
  mutating func below(_ bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }

  /// `bytes` with one to four changes; pieces come from `other`.
  mutating func mutated(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...below(4) {
      guard !bytes.isEmpty else { return bytes }
      let place = below(bytes.count)
      switch below(9) {
      case 0: bytes[place] ^= 1 << UInt8(below(8))
      case 1: bytes[place] = UInt8(truncatingIfNeeded: next())
      case 2: bytes.removeSubrange(place...)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + below(600)))
      case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 1 + below(600))], at: below(bytes.count))
      case 5: number(at: place, in: &bytes)
      case 6: digits(at: place, in: &bytes)
      case 7:
        let start = below(other.count)
        bytes.insert(contentsOf: other[start..<min(other.count, start + 1 + below(2000))], at: place)
      default: bytes += other.prefix(below(other.count))
      }
      if bytes.count > 4 << 20 { bytes.removeSubrange((4 << 20)...) }
    }
    return bytes
  }

  /// A length or an offset of two, four or eight bytes that says something extreme.
  private mutating func number(at place: Int, in bytes: inout [UInt8]) {
    let width = [2, 4, 8][below(3)]
    let value = [0, 1, 0x7FFF_FFFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF_FFFF, next(), UInt64(bytes.count)][below(6)]
    for index in 0..<width where place + index < bytes.count {
      bytes[place + index] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(index)))
    }
  }

  /// An octal or hexadecimal number, as headers of tar and cpio have them.
  private mutating func digits(at place: Int, in bytes: inout [UInt8]) {
    for index in place..<min(bytes.count, place + 11) where (0x30...0x39).contains(bytes[index]) {
      bytes[index] = 0x30 + UInt8(below(8))
    }
  }
}
