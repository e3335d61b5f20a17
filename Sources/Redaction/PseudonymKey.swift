internal import Crypto
public import Model

/// The customer's key: the same key gives the same pseudonyms in every run, on every machine.
///
/// It never appears in any output; reports name it by `identifier`.
public struct PseudonymKey: Sendable {
  /// What the text of a key file begins with.
  public static let magic = "# casegate pseudonym key"

  private let root: SymmetricKey

  /// A random key that lives as long as the process.
  public static func ephemeral() -> PseudonymKey { PseudonymKey(root: SymmetricKey(size: .bits256)) }

  private init(root: SymmetricKey) { self.root = root }

  /// Reads the text of a key file: 64 hexadecimal digits; lines that start with `#` are comments.
  ///
  /// - Parameter file: the file's name, for the error.
  public init(text: String, file: String) throws(Problem) {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }
    var bytes: [UInt8] = []
    if lines.count == 1, let line = lines.first {
      let digits = Array(line.utf8.filter { $0 != 0x20 })
      for index in stride(from: 0, to: digits.count - 1, by: 2) {
        guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else { break }
        bytes.append(byte)
      }
      if digits.count != 64 { bytes = [] }
    }
    guard bytes.count == 32 else {
      throw Problem(
        .untrusted, file, "is not a pseudonym key of 64 hexadecimal digits",
        mend: "Make one with 'casegate key new --output \(file)'")
    }
    root = SymmetricKey(data: bytes)
  }

  /// The text of a key file.
  public var text: String {
    let digits = hexadecimal(unsafe root.withUnsafeBytes { unsafe Array($0) })
    return "\(Self.magic): keep it secret, keep it out of every bundle\n\(digits)\n"
  }

  /// A name for the key that tells nothing about it: 16 hexadecimal digits.
  public var identifier: String { hexadecimal(identifierBytes) }

  /// The same as eight bytes.
  var identifierBytes: [UInt8] { unsafe derived("key identifier").withUnsafeBytes { unsafe Array($0.prefix(8)) } }

  /// The key that seals one writing of a vault.
  func vaultKey(salt: [UInt8]) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: derived("vault"), salt: salt, info: Array("casegate/1 vault content".utf8), outputByteCount: 32)
  }

  /// A key for one purpose (HKDF-SHA-256, RFC 5869), so that a category tells nothing about another.
  func derived(_ purpose: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: root, info: Array("casegate/1 \(purpose)".utf8), outputByteCount: 32)
  }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef")
  return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}
