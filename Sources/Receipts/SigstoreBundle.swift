public import Model

/// An envelope in the form that cosign reads: a Sigstore bundle v0.3 with a key hint and no transparency log.
///
/// `cosign verify-blob-attestation --key K --bundle B --type T --insecure-ignore-tlog FILE` checks it without a network.
public struct SigstoreBundle: Sendable, Hashable {
  static let mediaType = "application/vnd.dev.sigstore.bundle.v0.3+json"

  /// The envelope inside.
  public let envelope: Envelope

  /// Wraps `envelope`, which must have exactly one signature: verifiers refuse bundles with more.
  public init(_ envelope: Envelope) throws(Problem) {
    try self.init(envelope, subject: "Sigstore bundle")
  }

  private init(_ envelope: Envelope, subject file: String) throws(Problem) {
    guard envelope.signatures.count == 1 else {
      throw Problem(
        .invalidFile, file, "a Sigstore bundle has exactly one signature",
        mend: "Write one bundle per key, or a bare DSSE envelope")
    }
    self.envelope = envelope
  }

  /// The bundle as a file: compact JSON and a line end.
  public var bytes: [UInt8] {
    // `tlogEntries` is written although it is empty: some readers require the key.
    JSON.object([
      .init("mediaType", .string(Self.mediaType)),
      .init(
        "verificationMaterial",
        .object([
          .init("publicKey", .object([.init("hint", .string(envelope.signatures[0].keyID))])),
          .init("tlogEntries", .array([])),
        ])),
      .init("dsseEnvelope", envelope.json),
    ]).bytes + [0x0A]
  }

  static func looksLike(_ json: JSON) -> Bool {
    guard case .object(let members) = json else { return false }
    return members.contains { $0.key == "mediaType" || $0.key == "dsseEnvelope" }
  }

  init(_ json: JSON, subject file: String) throws(Problem) {
    let root = try JSONFields(json, subject: file, known: ["mediaType", "verificationMaterial", "dsseEnvelope"])
    guard try root.string("mediaType") == Self.mediaType else {
      throw Problem(
        .invalidFile, file, "`mediaType` is not `\(Self.mediaType)`", mend: "Write the bundle in version 0.3")
    }
    let material = try root.object("verificationMaterial", known: ["publicKey", "tlogEntries"])
    let hint = try material.object("publicKey", known: ["hint"]).string("hint")
    guard try material.array("tlogEntries").isEmpty else {
      throw Problem(
        .invalidFile, file, "the bundle has transparency log entries, which are not checked here",
        mend: "Check this bundle with cosign")
    }
    try self.init(try Envelope(try root.value("dsseEnvelope"), subject: file), subject: file)
    guard envelope.signatures[0].keyID == hint else {
      throw Problem(
        .untrusted, file, "the bundle's key hint is not the key id of its signature",
        mend: "Get the receipt from its source again")
    }
  }
}
