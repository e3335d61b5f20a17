import Model
import Receipts
import Testing

struct ReceiptTests {
  private let key = SigningKey()

  private func verify(
    _ statement: Statement, bundles: [ContentDigest] = [Samples.bundle], _ requirements: Receipt.Requirements = .init(),
    after seconds: Int = 0
  ) throws -> Receipt.Verification {
    let now = Timestamp(secondsSinceEpoch: Samples.noon.secondsSinceEpoch + seconds)
    let bytes = try Envelope(signing: statement, with: key).bytes
    return Receipt.verify(bytes, bundles: bundles, key: key.verifyingKey, requirements: requirements, now: now)
  }

  @Test(arguments: [Statement.Form.svr, .vsa(resource: "urn:casegate:case")])
  func `a genuine receipt is trusted and tells its age`(form: Statement.Form) throws {
    let statement = try Samples.statement(form: form)
    let receipt = try verify(statement, after: 90).get()
    #expect(receipt.statement == statement && receipt.age == 90 && receipt.keyID == key.verifyingKey.keyID)
  }

  @Test func `another key's receipt is refused`() throws {
    let bytes = try Envelope(signing: try Samples.statement(), with: SigningKey()).bytes
    let result = Receipt.verify(bytes, bundles: [Samples.bundle], key: key.verifyingKey, now: Samples.noon)
    #expect(result.reasons.count == 1 && result.reasons[0].contains("signed by another key"))
    #expect(Samples.code { _ = try result.get() } == .untrusted)
  }

  @Test func `every bundle must be in the receipt, though not the other way round`() throws {
    let statement = try Samples.statement(names: ["bundle.zip", "second.zip"])
    let second = ContentDigest(of: Array("second.zip".utf8))
    let other = ContentDigest(of: [])
    #expect(try verify(statement, bundles: [second]).isTrusted)
    #expect(try verify(statement, bundles: [second, Samples.bundle]).isTrusted)
    #expect(try verify(statement, bundles: [second, other]).reasons[0].contains(other.hex))
    #expect(try verify(statement, bundles: []).reasons[0].contains("no bundle"))
  }

  @Test func `age is counted to the second`() throws {
    let statement = try Samples.statement()
    let day = Receipt.Requirements(maxAge: 86_400)
    #expect(try verify(statement, day, after: 86_400).isTrusted)
    #expect(try verify(statement, day, after: 86_401).reasons[0].contains("older than allowed"))
    #expect(try verify(statement, day, after: -300).get().age == 0)
    #expect(try verify(statement, day, after: -301).reasons[0].contains("in the future"))
  }

  @Test func `rules, verifier and properties can be pinned`() throws {
    let statement = try Samples.statement()
    #expect(
      try verify(
        statement, Receipt.Requirements(verifiers: [statement.verifier], allowedRules: [Samples.rules, Samples.bundle])
      ).isTrusted)
    let noRules = Receipt.Requirements(allowedRules: [])
    #expect(try verify(statement, noRules).reasons[0].contains("rules that are not allowed"))
    #expect(try verify(statement, Receipt.Requirements(verifiers: ["urn:x:y"])).reasons[0].contains("verifier"))
    let strict = Receipt.Requirements(properties: [ReceiptProperty.caseCheckPassed])
    #expect(try verify(statement, strict).reasons[0].contains("CASEGATE_CASE_CHECK_PASSED"))
    #expect(try !verify(try Samples.statement(properties: ["CASEGATE_PII_SCAN_COMPLETE"])).isTrusted)
  }

  @Test func `everything that is wrong is said at once`() throws {
    let requirements = Receipt.Requirements(verifiers: [], allowedRules: [], properties: ["X"], maxAge: 1)
    let result = try verify(try Samples.statement(), bundles: [ContentDigest(of: [])], requirements, after: 2)
    #expect(result.reasons.count == 5)
  }

  @Test func `signed text that is no statement is refused`() throws {
    let body = Array(#"{"_type":"https://in-toto.io/Link/v1"}"#.utf8)
    let signature = try key.sign(Envelope.preAuthenticationEncoding(type: Envelope.payloadType, body: body))
    let envelope = Envelope(payload: body, signatures: [.init(keyID: key.verifyingKey.keyID, bytes: signature)])
    let result = Receipt.verify(envelope.bytes, bundles: [Samples.bundle], key: key.verifyingKey)
    #expect(result.reasons[0].contains("not an in-toto Statement v1"))
  }

  @Test(arguments: ["", "0", String(repeating: "A", count: 64), String(repeating: "a", count: 63) + "g"])
  func `a digest is 64 lower-case digits`(hex: String) {
    #expect(Samples.code { _ = try ContentDigest(hex: hex) } == .invalidFile)
  }

  @Test func `a digest is that of sha256sum`() throws {
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(ContentDigest(of: []).hex == empty)
    #expect(try ContentDigest(hex: empty) == ContentDigest(of: []))
  }
}
