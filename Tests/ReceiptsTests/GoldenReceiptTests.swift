import Foundation
import Model
import Receipts
import Testing

/// The receipts in `Fixtures/receipts` were written once, and other verifiers were run on them: they must stay good,
/// and their statements must not change by a byte.
///
/// `RECORD_SNAPSHOTS=1` writes those again whose statement changed, and fails.
struct GoldenReceiptTests {
  enum Golden: String, CaseIterable {
    case svr = "ed25519.svr.dsse.json"
    case svrByP256 = "p256.svr.dsse.json"
    case summary = "ed25519.vsa.dsse.json"
    case bundle = "ed25519.svr.sigstore.json"

    var scheme: SignatureScheme { self == .svrByP256 ? .p256 : .ed25519 }
    var form: Statement.Form { self == .summary ? .vsa(resource: "https://casegate.example/cases/1") : .svr }
  }

  @Test(arguments: Golden.allCases) func `a committed receipt verifies for ever`(golden: Golden) throws {
    let digest = ContentDigest(of: try Samples.bytes("bundle.txt"))
    let statement = try Samples.statement(form: golden.form, names: ["bundle.txt"], digest: digest)
    let recorded = try? Samples.bytes(golden.rawValue)
    if try recorded.map({ try Envelope(parsing: $0).payload }) != statement.bytes,
      recorded == nil || ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
    {
      let envelope = try Envelope(signing: statement, with: try Samples.key(golden.scheme))
      let bytes = golden == .bundle ? try SigstoreBundle(envelope).bytes : envelope.bytes
      try Data(bytes).write(to: Samples.folder.appending(path: golden.rawValue))
      Issue.record("recorded Fixtures/receipts/\(golden.rawValue); run verify_receipt.py on it")
    }
    let bytes = try Samples.bytes(golden.rawValue)
    #expect(try Envelope(parsing: bytes).payload == statement.bytes)
    let result = Receipt.verify(
      bytes, bundles: [digest], key: try Samples.publicKey(golden.scheme),
      requirements: Receipt.Requirements(allowedRules: [Samples.rules], maxAge: 60), now: Samples.noon)
    #expect(try result.get().statement == statement)
  }

  @Test func `a committed receipt is written the same way today`() throws {
    let envelope = try Envelope(parsing: try Samples.bytes(Golden.svr.rawValue))
    #expect(envelope.bytes == (try Samples.bytes(Golden.svr.rawValue)))
    #expect(try SigstoreBundle(envelope).bytes == (try Samples.bytes(Golden.bundle.rawValue)))
  }
}
