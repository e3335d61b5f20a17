import Model
import Receipts
import Testing

struct SigstoreBundleTests {
  private let key = SigningKey()

  @Test func `a bundle has the key hint and an empty log`() throws {
    let bundle = try SigstoreBundle(try Envelope(signing: try Samples.statement(), with: key))
    let text = String(decoding: bundle.bytes, as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","verificationMaterial":"#
          + #"{"publicKey":{"hint":"\#(key.verifyingKey.keyID)"},"tlogEntries":[]},"dsseEnvelope":{"payload":""#))
    #expect(try Envelope(parsing: bundle.bytes) == bundle.envelope)
  }

  @Test func `a bundle has one signature`() throws {
    let envelope = try Envelope(signing: try Samples.statement(), with: key)
    #expect(Samples.code { _ = try SigstoreBundle(try envelope.adding(signatureBy: SigningKey())) } == .invalidFile)
    #expect(Samples.code { _ = try SigstoreBundle(Envelope(payload: [], signatures: [])) } == .invalidFile)
  }

  @Test(arguments: [
    ("bundle.v0.3", "bundle.v0.1", "version 0.3"),
    (#""tlogEntries":[]"#, #""tlogEntries":[{}]"#, "cosign"),
    (#","tlogEntries":[]"#, "", "tlogEntries` is missing"),
    (#"{"hint":"#, #"{"hint":"x","other":"#, "`verificationMaterial.publicKey.other`"),
    (#"{"mediaType""#, #"{"extra":1,"mediaType""#, "`extra`"),
  ])
  func `another shape is refused`(old: String, new: String, reason: String) throws {
    let bundle = try SigstoreBundle(try Envelope(signing: try Samples.statement(), with: key))
    let changed = String(decoding: bundle.bytes, as: UTF8.self).replacing(old, with: new)
    #expect { _ = try Envelope(parsing: Array(changed.utf8)) } throws: { "\($0)".contains(reason) }
  }
}
