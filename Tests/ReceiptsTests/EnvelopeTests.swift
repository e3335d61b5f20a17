import Model
import Receipts
import Testing

struct EnvelopeTests {
  @Test func `the signing input is the one of the DSSE protocol`() {
    let encoded = Envelope.preAuthenticationEncoding(
      type: "http://example.com/HelloWorld", body: Array("hello world".utf8))
    #expect(encoded == Array("DSSEv1 29 http://example.com/HelloWorld 11 hello world".utf8))
  }

  @Test func `lengths in the signing input count bytes, not characters`() {
    let encoded = Envelope.preAuthenticationEncoding(type: "é", body: Array("日本".utf8))
    #expect(encoded == Array("DSSEv1 2 é 6 日本".utf8))
    #expect(Envelope.preAuthenticationEncoding(type: "", body: []) == Array("DSSEv1 0  0 ".utf8))
  }

  @Test(arguments: SignatureScheme.allCases) func `an envelope survives its file`(scheme: SignatureScheme) throws {
    let key = SigningKey(scheme: scheme)
    let envelope = try Envelope(signing: try Samples.statement(), with: key)
    let read = try Envelope(parsing: envelope.bytes)
    #expect(read == envelope)
    #expect(try read.verifiedPayload(by: key.verifyingKey) == (try Samples.statement().bytes))
    #expect(read.signatures.map(\.keyID) == [key.verifyingKey.keyID])
  }

  @Test func `signatures of P-256 are DER, those of Ed25519 are 64 bytes`() throws {
    let statement = try Samples.statement()
    let ecdsa = try Envelope(signing: statement, with: SigningKey(scheme: .p256)).signatures[0].bytes
    #expect(ecdsa[0] == 0x30 && Int(ecdsa[1]) == ecdsa.count - 2)
    #expect(try Envelope(signing: statement, with: SigningKey()).signatures[0].bytes.count == 64)
  }

  @Test func `two keys may sign one envelope, and each finds its signature`() throws {
    let (first, second) = (SigningKey(), SigningKey(scheme: .p256))
    let envelope = try Envelope(signing: try Samples.statement(), with: first).adding(signatureBy: second)
    let read = try Envelope(parsing: envelope.bytes)
    #expect(read.signatures.count == 2)
    #expect(try read.verifiedPayload(by: first.verifyingKey) == (try read.verifiedPayload(by: second.verifyingKey)))
    #expect(Samples.code { _ = try read.verifiedPayload(by: SigningKey().verifyingKey) } == .untrusted)
  }

  @Test func `a signature without a key id is tried`() throws {
    let key = SigningKey()
    let signed = try Envelope(signing: try Samples.statement(), with: key)
    let text = String(decoding: signed.bytes, as: UTF8.self)
      .replacing("\"keyid\":\"\(key.verifyingKey.keyID)\",", with: "")
    let read = try Envelope(parsing: Array(text.utf8))
    #expect(try read.verifiedPayload(by: key.verifyingKey) == signed.payload)
    #expect(Samples.code { _ = try read.verifiedPayload(by: SigningKey().verifyingKey) } == .untrusted)
  }

  @Test func `the key id of another key does not pass for this key's`() throws {
    let (key, other) = (SigningKey(), SigningKey())
    let signed = try Envelope(signing: try Samples.statement(), with: other)
    let forged = Envelope(
      payload: signed.payload,
      signatures: [.init(keyID: key.verifyingKey.keyID, bytes: signed.signatures[0].bytes)])
    #expect(Samples.code { _ = try forged.verifiedPayload(by: key.verifyingKey) } == .untrusted)
  }

  @Test(arguments: [
    ("", "too early"),
    ("[]", "not a JSON object"),
    (#"{"payload":"","signatures":[]}"#, "`payloadType` is missing"),
    (#"{"payload":"","payloadType":"application/vnd.in-toto.svr+json","signatures":[]}"#, "`payloadType` is not"),
    (#"{"payload":"","payload":"","payloadType":"","signatures":[]}"#, "same key twice"),
    (#"{"payload":""} x"#, "text follows"),
    (#"{"payload":"\ud800"}"#, "surrogate"),
    (#"{"payload":01}"#, "does not end"),
    (String(repeating: "[", count: 100), "nested too deeply"),
  ])
  func `a broken envelope is refused with its reason`(text: String, reason: String) {
    #expect { _ = try Envelope(parsing: Array(text.utf8)) } throws: { "\($0)".contains(reason) }
  }

  @Test(arguments: [
    (#""""#, "[]", "nobody signed"),
    (#""YQ""#, #"[{"sig":""}]"#, "`payload` is not standard base64"),
    (#""YR==""#, #"[{"sig":""}]"#, "`payload` is not standard base64"),
    (#""_-==""#, #"[{"sig":""}]"#, "`payload` is not standard base64"),
    (#""""#, #"[{"sig":"Y Q=="}]"#, "`sig` is not standard base64"),
    ("1", #"[{"sig":""}]"#, "`payload` is not a string"),
    (#""""#, #"[{"sig":"","cert":""}]"#, "`signatures[0].cert`"),
    (#""""#, #"[{"keyid":"a","sig":""},{"keyid":"a","sig":""}]"#, "claim the same key"),
  ])
  func `a broken payload or signature is refused with its reason`(payload: String, signatures: String, reason: String) {
    let text = #"{"payload":\#(payload),"payloadType":"\#(Envelope.payloadType)","signatures":\#(signatures)}"#
    #expect { _ = try Envelope(parsing: Array(text.utf8)) } throws: { "\($0)".contains(reason) }
  }

  @Test func `text that is not UTF-8 and files that are too large are refused`() {
    let broken = Array("{\"".utf8) + [0xFF] + Array("\":1}".utf8)
    #expect(Samples.code { _ = try Envelope(parsing: broken) } == .invalidFile)
    #expect(Samples.code { _ = try Envelope(parsing: [UInt8](repeating: 0x20, count: 2 << 20)) } == .invalidFile)
  }
}
