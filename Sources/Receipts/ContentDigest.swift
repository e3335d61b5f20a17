internal import Crypto
internal import Foundation
public import Model

/// The SHA-256 of some bytes: what a receipt says about a bundle, and about the rules that judged it.
public struct ContentDigest: Sendable, Hashable, CustomStringConvertible {
  private let bytes: [UInt8]

  /// Hashes `content`.
  public init(of content: [UInt8]) { bytes = Array(SHA256.hash(data: content)) }

  /// Reads 64 lower-case hexadecimal digits, the only spelling that in-toto allows.
  public init(hex: String) throws(Problem) {
    var nibbles: [UInt8] = []
    for digit in hex.utf8 {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): nibbles.append(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): nibbles.append(digit - UInt8(ascii: "a") + 10)
      default: throw Self.malformed
      }
    }
    guard nibbles.count == 64 else { throw Self.malformed }
    bytes = stride(from: 0, to: 64, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hex: String { hexadecimal(bytes) }

  /// The digest as 64 lower-case hexadecimal digits.
  public var description: String { hex }

  private static let malformed = Problem(
    .invalidFile, "receipt", "a SHA-256 digest is not 64 lower-case hexadecimal digits",
    mend: "Write it as `sha256sum` prints it")
}

/// `bytes` as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef")
  return bytes.reduce(into: "") { text, byte in
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
}
