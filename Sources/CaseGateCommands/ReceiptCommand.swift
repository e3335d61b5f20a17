internal import ArgumentParser
internal import CaseGateKit
internal import Files
internal import Model
internal import Receipts

struct ReceiptTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt", abstract: "Take a receipt apart, for other verifiers.",
    subcommands: [Show.self, PAE.self, Sigstore.self])

  /// The receipt, whoever signed it.
  static func envelope(_ file: String) throws(Problem) -> Envelope {
    try Envelope(parsing: try InputFile(file).readAll(limit: 1 << 20, subject: file), subject: file)
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the statement, without verifying it.",
      discussion: "What it says counts only once 'casegate verify --receipt' has found the signature to be right.")
    @Argument(help: "The receipt.") var file: String

    func run() throws {
      try Terminal.out(String(decoding: try ReceiptTool.envelope(file).payload, as: UTF8.self) + "\n")
    }
  }

  struct PAE: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pae", abstract: "Write the bytes that the signature covers to standard output.",
      discussion: """
        With the signature, which is base64 in the receipt, OpenSSL verifies them:

          casegate receipt pae receipt.json > signed.bin
          openssl pkeyutl -verify -rawin -pubin -inkey signing.pub -in signed.bin -sigfile signature.bin
        """)
    @Argument(help: "The receipt.") var file: String

    func run() throws {
      let bytes = try ReceiptTool.envelope(file).signedBytes
      try StandardOutput().write(bytes.span)
    }
  }

  struct Sigstore: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the receipt as a Sigstore bundle, which cosign reads.",
      discussion: """
          casegate receipt sigstore receipt.json > receipt.sigstore.json
          cosign verify-blob-attestation --key signing.pub --bundle receipt.sigstore.json \\
            --type https://in-toto.io/attestation/svr/v0.2 --insecure-ignore-tlog clean.tar.gz
        """)
    @Argument(help: "The receipt.") var file: String

    func run() throws {
      let bytes = try SigstoreBundle(try ReceiptTool.envelope(file)).bytes
      try StandardOutput().write(bytes.span)
    }
  }
}
