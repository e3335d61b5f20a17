/// How a key signs, by the name securesystemslib gives it.
public enum SignatureScheme: String, Sendable, Hashable, CaseIterable {
  /// Pure Ed25519 (RFC 8032), never its prehashed form: verifiers of receipts do not know that.
  case ed25519
  /// ECDSA on P-256 over SHA-256, signatures in DER: the raw form fails in some verifiers.
  case p256 = "ecdsa-sha2-nistp256"

  var keyType: String {
    switch self {
    case .ed25519: "ed25519"
    case .p256: "ecdsa"
    }
  }
}

/// The DER around an Ed25519 key, which never changes (RFC 8410 sections 4 and 7).
enum Ed25519DER {
  static let privatePrefix: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]
  static let publicPrefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]

  /// The 32 bytes that follow `prefix` in `der`; nil when it is some other kind of key.
  static func key(in der: [UInt8], after prefix: [UInt8]) -> [UInt8]? {
    der.count == prefix.count + 32 && der.starts(with: prefix) ? Array(der.dropFirst(prefix.count)) : nil
  }
}
