/// A set of byte values.
public struct ByteSet: Sendable, Hashable {
  private var words: SIMD4<UInt64> = .zero

  /// Makes a set of `bytes`.
  public init(_ bytes: some Sequence<UInt8>) { for byte in bytes { insert(byte) } }

  /// Adds a byte.
  public mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  /// Whether the byte is in the set.
  public func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0 }

  static let digits = ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
  static let upper = ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z"))
  static let letters = ByteSet(
    Array(UInt8(ascii: "A")...UInt8(ascii: "Z")) + Array(UInt8(ascii: "a")...UInt8(ascii: "z")))
  static let hex = ByteSet("0123456789abcdefABCDEF".utf8)
  static let alphanumerics = ByteSet(
    Array(UInt8(ascii: "A")...UInt8(ascii: "Z")) + Array(UInt8(ascii: "a")...UInt8(ascii: "z"))
      + Array(UInt8(ascii: "0")...UInt8(ascii: "9")))
}
