import Model
import Receipts
import Testing

/// No change of a single bit anywhere in a receipt goes unseen.
struct TamperTests {
  @Test(arguments: SignatureScheme.allCases, [false, true])
  func `every flipped bit of the file is caught`(scheme: SignatureScheme, bundled: Bool) throws {
    let key = try Samples.key(scheme)
    let envelope = try Envelope(signing: try Samples.statement(), with: key)
    let bytes = bundled ? try SigstoreBundle(envelope).bytes : envelope.bytes
    #expect(verify(bytes, key.verifyingKey))
    var unseen: [Int] = []
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        if verify(changed, key.verifyingKey) { unseen.append(index) }
      }
    }
    #expect(unseen.isEmpty)
  }

  @Test(arguments: SignatureScheme.allCases)
  func `every flipped byte of payload and signature is caught`(scheme: SignatureScheme) throws {
    let key = try Samples.key(scheme)
    let envelope = try Envelope(signing: try Samples.statement(), with: key)
    let signature = envelope.signatures[0]
    for index in envelope.payload.indices {
      var payload = envelope.payload
      payload[index] ^= 0xFF
      let changed = Envelope(payload: payload, signatures: [signature])
      #expect(Samples.code { _ = try changed.verifiedPayload(by: key.verifyingKey) } == .untrusted)
    }
    for index in signature.bytes.indices {
      var bytes = signature.bytes
      bytes[index] ^= 0xFF
      let changed = Envelope(payload: envelope.payload, signatures: [.init(keyID: signature.keyID, bytes: bytes)])
      #expect(Samples.code { _ = try changed.verifiedPayload(by: key.verifyingKey) } == .untrusted)
    }
  }

  @Test func `a receipt cut short anywhere is refused`() throws {
    let key = try Samples.key(.ed25519)
    let bytes = try Envelope(signing: try Samples.statement(), with: key).bytes
    // The last byte is the line end, which says nothing.
    for length in 0..<bytes.count - 1 { #expect(!verify(Array(bytes[..<length]), key.verifyingKey)) }
  }

  private func verify(_ bytes: [UInt8], _ key: VerifyingKey) -> Bool {
    Receipt.verify(bytes, bundles: [Samples.bundle], key: key, now: Samples.noon).isTrusted
  }
}
