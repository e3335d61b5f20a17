/// The characters that identifiers are made of.
struct Alphabet: Sendable {
  let bytes: [UInt8]

  static let decimal = Alphabet(bytes: Array("0123456789".utf8))
  static let hex = Alphabet(bytes: Array("0123456789abcdef".utf8))
  static let upperHex = Alphabet(bytes: Array("0123456789ABCDEF".utf8))
  static let base32 = Alphabet(bytes: Array("0123456789ABCDEFGHIJKLMNOPQRSTUV".utf8))
  static let upper = Alphabet(bytes: Array("ABCDEFGHJKLMNPRSTUVWXYZ".utf8))
  static let vehicle = Alphabet(bytes: Array("0123456789ABCDEFGHJKLMNPRSTUVWXYZ".utf8))
  static let base62 = Alphabet(
    bytes: Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8))
  static let base64 = Alphabet(
    bytes: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8))
}
