internal import Crypto
internal import Foundation
public import Model

/// A private key that signs receipts; no description of it shows the secret.
public struct SigningKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  private enum Secret: Sendable {
    case ed25519(Curve25519.Signing.PrivateKey)
    case p256(P256.Signing.PrivateKey)
  }

  private let secret: Secret

  /// Makes a new key.
  public init(scheme: SignatureScheme = .ed25519) {
    switch scheme {
    case .ed25519: secret = .ed25519(Curve25519.Signing.PrivateKey())
    case .p256: secret = .p256(P256.Signing.PrivateKey())
    }
  }

  /// Reads an unencrypted PKCS#8 `PRIVATE KEY` block, as `openssl genpkey` writes it; `file` names it in errors.
  public init(pem text: String, subject file: String = "signing key") throws(Problem) {
    let pem = try PEM(parsing: text, subject: file)
    guard pem.label == "PRIVATE KEY" else {
      let mend =
        switch pem.label {
        case "PUBLIC KEY": "Name the private key; the public key cannot sign"
        case "ENCRYPTED PRIVATE KEY": "Decrypt it with `openssl pkey`, into a file that only you can read"
        default: "Convert it with `openssl pkcs8 -topk8 -nocrypt`, or make a key with `casegate key new`"
        }
      throw Problem(.untrusted, file, "the file does not hold an unencrypted PKCS#8 private key", mend: mend)
    }
    if let seed = Ed25519DER.key(in: pem.der, after: Ed25519DER.privatePrefix),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    {
      secret = .ed25519(key)
    } else if let key = try? P256.Signing.PrivateKey(derRepresentation: pem.der) {
      secret = .p256(key)
    } else {
      throw Problem(
        .untrusted, file, "the key is neither Ed25519 nor ECDSA on P-256",
        mend: "Make a key with `casegate key new`, or `openssl genpkey -algorithm ed25519`")
    }
  }

  /// The secret as a PKCS#8 `PRIVATE KEY` block, for `KeyFile.create` only.
  var pem: String {
    let der =
      switch secret {
      case .ed25519(let key): Ed25519DER.privatePrefix + key.rawRepresentation
      case .p256(let key): Array(key.derRepresentation)
      }
    return PEM(label: "PRIVATE KEY", der: der).text
  }

  /// The public half.
  public var verifyingKey: VerifyingKey {
    switch secret {
    case .ed25519(let key): VerifyingKey(key.publicKey)
    case .p256(let key): VerifyingKey(key.publicKey)
    }
  }

  /// Signs `message`: 64 bytes for Ed25519, DER for P-256.
  public func sign(_ message: [UInt8]) throws(Problem) -> [UInt8] {
    do {
      return switch secret {
      case .ed25519(let key): Array(try key.signature(for: message))
      case .p256(let key): Array(try key.signature(for: message).derRepresentation)
      }
    } catch {
      // The library's own error is left out: what it says about a key is not ours to vouch for.
      throw Problem(.untrusted, "signing key", "the key could not sign", mend: "Make a new key with `casegate key new`")
    }
  }

  /// The key's id, never the secret.
  public var description: String { "signing key \(verifyingKey.keyID)" }
  /// The key's id, never the secret.
  public var debugDescription: String { description }
  /// A mirror without the secret.
  public var customMirror: Mirror { Mirror(self, children: ["keyID": verifyingKey.keyID]) }
}
