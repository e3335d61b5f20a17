import Foundation
import Model
import Receipts
import TestSupport

/// What the tests of this target share: the fixture keys, and one statement.
enum Samples {
  static let folder = Repository.fixtures.appending(path: "receipts")
  static let noon = Timestamp(secondsSinceEpoch: 1_795_608_000)
  static let bundle = ContentDigest(of: Array("a bundle".utf8))
  static let rules = ContentDigest(of: Array("a rule pack".utf8))

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

  static func key(_ scheme: SignatureScheme) throws -> SigningKey {
    try SigningKey(pem: try text("\(fileStem(scheme)).test-key.pem"))
  }

  static func publicKey(_ scheme: SignatureScheme) throws -> VerifyingKey {
    try VerifyingKey(pem: try text("\(fileStem(scheme)).test-key.pub.pem"))
  }

  static func fileStem(_ scheme: SignatureScheme) -> String {
    switch scheme {
    case .ed25519: "ed25519"
    case .p256: "p256"
    }
  }

  static func statement(
    form: Statement.Form = .svr, names: [String] = ["bundle.zip"], digest: ContentDigest = bundle,
    time: Timestamp = noon, properties: [String] = [ReceiptProperty.gatePassed, ReceiptProperty.scanComplete]
  ) throws -> Statement {
    var subjects: [Statement.Subject] = []
    for (index, name) in names.enumerated() {
      subjects.append(
        try Statement.Subject(name: name, digest: index == 0 ? digest : ContentDigest(of: Array(name.utf8))))
    }
    return try Statement(
      subjects: subjects, form: form, verifier: "https://casegate.example/verifier/v1",
      policies: [Statement.Policy(uri: "https://casegate.example/rules/telecom@1", digest: rules)], timeCreated: time,
      properties: properties)
  }

  /// The code of the problem that `body` throws; nil when it throws none.
  static func code(of body: () throws -> Void) -> Problem.Code? {
    do { try body() } catch { return (error as? Problem)?.code }
    return nil
  }
}

extension Receipt.Verification {
  /// The reasons of a refusal; empty when the receipt is trusted.
  var reasons: [String] {
    switch self {
    case .trusted: []
    case .refused(let problems): problems.map(\.description)
    }
  }

  var isTrusted: Bool { reasons.isEmpty }
}
