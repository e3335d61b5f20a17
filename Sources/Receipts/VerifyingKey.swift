internal import Crypto
internal import Foundation
public import Model

/// The public half of a key: checks receipts, and may be given to anybody.
public struct VerifyingKey: Sendable, Hashable, CustomStringConvertible {
  /// How the key signs.
  public let scheme: SignatureScheme
  private let raw: [UInt8]

  init(_ key: Curve25519.Signing.PublicKey) {
    scheme = .ed25519
    raw = Array(key.rawRepresentation)
  }

  init(_ key: P256.Signing.PublicKey) {
    scheme = .p256
    raw = Array(key.x963Representation)
  }

  /// Reads an SPKI `PUBLIC KEY` block, as `openssl pkey -pubout` writes it; `file` names it in errors.
  public init(pem text: String, subject file: String = "public key") throws(Problem) {
    let pem = try PEM(parsing: text, subject: file)
    guard pem.label == "PUBLIC KEY" else {
      throw Problem(
        .untrusted, file,
        pem.label.hasSuffix("PRIVATE KEY") ? "the file holds a private key" : "the file does not hold a public key",
        mend: "Write the public key with `casegate key public` or `openssl pkey -pubout`, and name that file")
    }
    if let raw = Ed25519DER.key(in: pem.der, after: Ed25519DER.publicPrefix),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
    {
      self.init(key)
    } else if let key = try? P256.Signing.PublicKey(derRepresentation: pem.der) {
      self.init(key)
    } else {
      throw Problem(
        .untrusted, file, "the key is neither Ed25519 nor ECDSA on P-256",
        mend: "Use a key made with `casegate key new`, or `openssl genpkey -algorithm ed25519`")
    }
  }

  /// The key as an SPKI `PUBLIC KEY` block.
  public var pem: String {
    let der =
      switch scheme {
      case .ed25519: Ed25519DER.publicPrefix + raw
      case .p256: Array((try? P256.Signing.PublicKey(x963Representation: raw))?.derRepresentation ?? Data())
      }
    return PEM(label: "PUBLIC KEY", der: der).text
  }

  /// The key's name in signatures: the SHA-256 of its description in canonical JSON, as securesystemslib computes it.
  ///
  /// That library finds no signature whose key id differs from its own. Its canonical JSON escapes quotes and
  /// backslashes only, so the line ends in a PEM block go in as they are.
  public var keyID: String {
    let value =
      switch scheme {
      case .ed25519: hexadecimal(raw)
      case .p256: pem
      }
    let canonical =
      "{\"keytype\":\"\(scheme.keyType)\",\"keyval\":{\"public\":\"\(value)\"},\"scheme\":\"\(scheme.rawValue)\"}"
    return ContentDigest(of: Array(canonical.utf8)).hex
  }

  /// Whether `signature` is this key's over `message`.
  public func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    switch scheme {
    case .ed25519:
      guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw) else { return false }
      return key.isValidSignature(signature, for: message)
    case .p256:
      guard let key = try? P256.Signing.PublicKey(x963Representation: raw),
        let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature)
      else { return false }
      return key.isValidSignature(signature, for: message)
    }
  }

  /// The key's id.
  public var description: String { keyID }
}
