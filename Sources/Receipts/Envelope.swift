public import Model

/// A DSSE envelope: the bytes of a statement and the signatures over them.
public struct Envelope: Sendable, Hashable {
  /// One signature.
  public struct Signature: Sendable, Hashable {
    /// Which key made it; a hint, so never a reason for trust.
    public let keyID: String
    /// The signature: 64 bytes for Ed25519, DER for P-256.
    public let bytes: [UInt8]

    /// Makes a signature from its parts.
    public init(keyID: String, bytes: [UInt8]) {
      self.keyID = keyID
      self.bytes = bytes
    }
  }

  /// The one payload type that every in-toto verifier takes.
  public static let payloadType = "application/vnd.in-toto+json"

  /// The bytes that were signed, as they were written.
  public let payload: [UInt8]
  /// The signatures, at least one in a valid envelope.
  public let signatures: [Signature]

  /// Makes an envelope from its parts.
  public init(payload: [UInt8], signatures: [Signature]) {
    self.payload = payload
    self.signatures = signatures
  }

  /// Signs `statement` with `key`.
  public init(signing statement: Statement, with key: SigningKey) throws(Problem) {
    let payload = statement.bytes
    let signature = try key.sign(Self.preAuthenticationEncoding(type: Self.payloadType, body: payload))
    self.init(payload: payload, signatures: [Signature(keyID: key.verifyingKey.keyID, bytes: signature)])
  }

  /// The envelope with another signature; Sigstore bundles allow one only.
  public func adding(signatureBy key: SigningKey) throws(Problem) -> Envelope {
    let added = Signature(keyID: key.verifyingKey.keyID, bytes: try key.sign(signedBytes))
    return Envelope(payload: payload, signatures: signatures.filter { $0.keyID != added.keyID } + [added])
  }

  /// The bytes that signatures cover, for checks with `openssl pkeyutl -verify -rawin`.
  public var signedBytes: [UInt8] { Self.preAuthenticationEncoding(type: Self.payloadType, body: payload) }

  /// The pre-authentication encoding of the DSSE protocol: lengths in bytes, single spaces, no line end.
  public static func preAuthenticationEncoding(type: String, body: [UInt8]) -> [UInt8] {
    Array("DSSEv1 \(type.utf8.count) \(type) \(body.count) ".utf8) + body
  }

  /// Returns the payload when `key` signed it; `file` names the envelope in errors.
  public func verifiedPayload(by key: VerifyingKey, subject file: String = "receipt") throws(Problem) -> [UInt8] {
    // A signature without a key id may be anybody's, so it is tried too, as DSSE asks for.
    let candidates = signatures.filter { $0.keyID == key.keyID || $0.keyID.isEmpty }
    guard !candidates.isEmpty else {
      throw Problem(
        .untrusted, file, "the receipt is signed by another key than \(key.keyID.prefix(16))…",
        mend: "Use the public key of whoever ran the gate")
    }
    guard candidates.contains(where: { key.isValid($0.bytes, for: signedBytes) }) else {
      throw Problem(
        .untrusted, file, "the signature does not fit the receipt, which was changed or signed by another key",
        mend: "Get the receipt from its source again, or run the gate again")
    }
    return payload
  }
}
