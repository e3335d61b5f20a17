/// The characters that identifiers are made of.
package struct Alphabet: Sendable {
  package let bytes: [UInt8]

  package static let decimal = Alphabet(bytes: Array("0123456789".utf8))
  package static let hex = Alphabet(bytes: Array("0123456789abcdef".utf8))
  package static let upperHex = Alphabet(bytes: Array("0123456789ABCDEF".utf8))
  package static let base32 = Alphabet(bytes: Array("0123456789ABCDEFGHIJKLMNOPQRSTUV".utf8))
  package static let upper = Alphabet(bytes: Array("ABCDEFGHJKLMNPRSTUVWXYZ".utf8))
  package static let vehicle = Alphabet(bytes: Array("0123456789ABCDEFGHJKLMNPRSTUVWXYZ".utf8))
  package static let base62 = Alphabet(
    bytes: Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8))
  package static let base64 = Alphabet(
    bytes: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8))
}
