internal import ArgumentParser
internal import CaseGateKit
internal import Model
internal import Receipts
internal import Redaction

struct Key: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make keys, and show their public part.", subcommands: [New.self, Public.self])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a key that only its owner can read.",
      discussion: """
        A pseudonym key makes equal values equal over all bundles of a site; keep it, and keep it secret. With \
        --signing the key signs receipts instead.
        """)
    @Option(name: .shortAndLong, help: "Where the key goes; the file must not exist.") var output: String
    @Flag(help: "A key for receipts, as PEM.") var signing = false
    @Option(help: "With --signing: ed25519, or p256 where the far side cannot verify that.") var scheme: Scheme?

    /// The schemes by the names of the command line.
    enum Scheme: String, ExpressibleByArgument, CaseIterable {
      case ed25519, p256
    }

    func validate() throws {
      if scheme != nil, !signing { throw ValidationError("--scheme is for --signing.") }
    }

    func run() throws {
      if signing {
        let key = SigningKey(scheme: scheme == .p256 ? .p256 : .ed25519)
        try KeyFile.create(key, at: output)
        Terminal.note("signing key written; give the far side the output of 'casegate key public \(output)'")
      } else {
        let key = try PseudonymKeyFile.create(output)
        Terminal.note("pseudonym key \(key.identifier) written")
      }
    }
  }

  struct Public: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the public part of a signing key, as PEM.")
    @Argument(help: "The signing key.") var file: String

    func run() throws { try Terminal.out(try KeyFile.readSigningKey(at: file).verifyingKey.pem) }
  }
}
