public import ArgumentParser

/// The command `casegate`.
public struct Root: ParsableCommand {
  /// Its name, its help, its parts.
  public static let configuration = CommandConfiguration(
    commandName: "casegate",
    abstract: "Check a support case, scrub its logs, and gate the upload.",
    discussion: """
      A support case is ready when every duty of the vendor's support guide is met and nothing personal or secret is \
      in what is sent.

        casegate check --case case.yaml --customer customer.yaml
        casegate scrub logs.tar.gz --output logs-clean.tar.gz --manifest manifest.json
        casegate gate --case case.yaml --customer customer.yaml logs-clean.tar.gz -- sftp-upload {}

      EXIT STATUS
        0  pass, or nothing found (warnings allowed)
        1  blocked by findings
        2  could not decide: usage, configuration, a broken rule pack, unreadable, unscannable or damaged input
        3  'scrub --check' would change something
        4  the gate passed, but the command it ran failed

      'casegate --version --verbose' also says what shields the reading of foreign archives on this system.
      """,
    version: Version.text,
    subcommands: [
      Init.self, Schema.self, Check.self, Targets.self, Scan.self, Scrub.self, Filter.self, Verify.self, Gate.self,
      Token.self, Reveal.self, Key.self, ReceiptTool.self, Rules.self, Config.self, Explain.self,
    ])

  /// Makes the command.
  public init() {}
}
