internal import ArgumentParser
internal import CaseGateKit
internal import Model
internal import Receipts

/// The receipt that the gate writes.
struct ReceiptOptions: ParsableArguments {
  /// What a receipt says it is.
  enum Predicate: String, ExpressibleByArgument, CaseIterable {
    case svr, vsa
  }

  @Option(help: "Write a signed receipt to this file.") var receipt: String?
  @Option(help: "The signing key, from 'casegate key new --signing'.") var signingKey: String?
  @Option(
    help: "svr: a Simple Verification Result, the default. vsa: a SLSA Verification Summary, which needs --resource.")
  var predicate: Predicate = .svr
  @Option(
    help: ArgumentHelp(
      "Where the receiver expects the bundle, such as https://upload.example.com/cases/4711.", valueName: "uri"))
  var resource: String?

  func validate() throws {
    if (receipt == nil) != (signingKey == nil) {
      throw ValidationError("--receipt and --signing-key belong together.")
    }
    if (predicate == .vsa) != (resource != nil) {
      throw ValidationError("--predicate vsa and --resource belong together.")
    }
  }

  /// The predicate to write.
  var form: Statement.Form { resource.map { .vsa(resource: $0) } ?? .svr }

  /// The file and the key, opened before the work begins; nil when no receipt is asked for.
  func open(apartFrom inputs: [String]) throws(Problem) -> (file: ResultFile, key: SigningKey)? {
    guard let receipt, let signingKey else { return nil }
    if let resource { try Statement.Form.vsa(resource: resource).check() }
    return (try ResultFile(receipt, inputs: inputs), try KeyFile.readSigningKey(at: signingKey))
  }
}
