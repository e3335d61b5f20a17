internal import Crypto
public import Model

/// The customer's key: the same key gives the same pseudonyms in every run, on every machine.
///
/// It never appears in any output; reports name it by `identifier`.
public struct PseudonymKey: Sendable {
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
    unsafe root.withUnsafeBytes { bytes in
      var digits = ""
      for index in 0..<bytes.count { digits += hexadecimal(unsafe bytes[index]) }
      return "# casegate pseudonym key: keep it secret, keep it out of every bundle\n\(digits)\n"
    }
  }

  /// A name for the key that tells nothing about it.
  public var identifier: String {
    unsafe derived("key identifier").withUnsafeBytes { bytes in
      (0..<8).map { hexadecimal(unsafe bytes[$0]) }.joined()
    }
  }

  /// A key for one purpose (HKDF-SHA-256, RFC 5869), so that a category tells nothing about another.
  func derived(_ purpose: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: root, info: Array("casegate/1 \(purpose)".utf8), outputByteCount: 32)
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  let digits = Array("0123456789abcdef")
  return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
}
