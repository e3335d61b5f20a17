internal import ArgumentParser
internal import Bundles
internal import CaseGateKit
internal import Files
internal import Model
internal import Redaction
internal import Reports

struct Filter: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Scrub text from standard input to standard output.",
    discussion: """
      Line by line as it comes, exact to the byte outside the values replaced.

        tail -f sip.log | casegate filter --key-file site.key
      """)

  @OptionGroup var rules: RuleOptions
  @OptionGroup var keys: KeyOptions
  @OptionGroup var styles: StyleOptions
  @OptionGroup var vaults: VaultOptions
  @OptionGroup var display: OutputOptions

  func run() throws {
    let settings = try rules.settings()
    let gate = try rules.caseGate(settings, styles: styles)
    let vault = try vaults.file(keys, settings, apartFrom: [])
    let session = gate.session(key: try keys.key(settings, quiet: display.quiet), vault: vault)
    guard let vault else { return try session.filter(try InputFile("-"), to: StandardOutput()) }
    let stream = VaultedStream(try InputFile("-"), StandardOutput(), vault)
    try session.filter(stream, to: stream)
    try stream.release()
  }
}
