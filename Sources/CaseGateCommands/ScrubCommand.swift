internal import ArgumentParser
internal import Bundles
internal import CaseGateKit
internal import Files
internal import Foundation
internal import Model
internal import Redaction
internal import Reports

struct Scrub: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rewrite a file, folder or archive without personal data and secrets.",
    discussion: """
      The output has the shape of the input, or the one its name asks for (.tar.gz, .tar.zst, .zip, .7z, .gz, a folder ...). Equal \
      values get equal pseudonyms everywhere; bytes outside the values stay as they are. If anything cannot be \
      scanned, there is no output at all.

        casegate key new --output site.key
        casegate scrub logs.tar.gz --output clean.tar.gz --key-file site.key --manifest manifest.json
        casegate scrub disc.iso --output clean.tar.gz --allow-format iso --limit stall=900
        casegate scrub logs/ --output clean.zip

      Exit status: 0 done, 2 something could not be scanned or written; with --check 3 when something would change.
      """)

  @Argument(help: "A file, folder or archive; several become members of one output. '-' is standard input.")
  var paths: [String]

  @Option(name: .shortAndLong, help: "Where the result goes.")
  var output: String?

  @OptionGroup var rules: RuleOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var keys: KeyOptions
  @OptionGroup var styles: StyleOptions
  @OptionGroup var vaults: VaultOptions
  @OptionGroup var display: OutputOptions

  @Option(help: "Write the ledger to this file: each entry, what became of it, and digests.")
  var manifest: String?

  @Option(help: ArgumentHelp("Let entries whose name fits GLOB pass unscanned. May be repeated.", valueName: "glob"))
  var allowUnscanned: [String] = []

  @Flag(
    help: """
      Leave out members that cannot be scanned, such as dumps and pictures, instead of refusing the whole; the output \
      then holds a list of them.
      """)
  var dropBlocked = false

  @Option(help: "How many threads work; by default as many as there are cores. The output does not depend on it.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(
    inversion: .prefixedNo,
    help: "Read the input twice, so that a value which is certain in one place is found in all others.")
  var learn = true

  @Flag(help: "Replace an output that exists.")
  var force = false

  @Flag(
    help: """
      Open the result again before it appears: run all rules over it, and look for every value that was certain, in all \
      spellings. Anything found is an error, and there is no output. What a style leaves visible counts too.
      """)
  var verify = false

  @Flag(help: "Write nothing; exit with 3 if something would change.")
  var check = false

  @Option(help: "Show progress on standard error: auto, always or never.")
  var progress: ProgressMode = .auto

  func validate() throws {
    guard (1...256).contains(jobs) else { throw ValidationError("--jobs must be from 1 to 256.") }
  }

  func run() throws {
    let settings = try rules.settings()
    let gate = try rules.caseGate(settings, styles: styles, limits: limits)
    let key = try keys.key(settings, quiet: display.quiet)
    let vault = try vaults.file(keys, settings, apartFrom: paths + [output, manifest])
    let session = gate.session(key: key, vault: vault, jobs: jobs)
    session.allowedUnscanned = allowUnscanned
    session.learns = learn
    session.dropsBlocked = dropBlocked
    session.looksTwice = verify
    let inputs = paths + rules.files(settings) + [keys.keyFile].compactMap(\.self)
    if check {
      Isolation.enter(reading: inputs, writing: [])
      try session.scan(paths)
      try conclude(session.ledger, verb: "would be replaced")
      throw Ending(session.ledger.totals.hits.isEmpty ? .pass : .wouldChange)
    }
    guard let output else { throw Problem(.usage, "--output", "is missing", mend: "Say where the result goes") }
    let others = paths + [output] + rules.files(settings) + [keys.keyFile, vaults.vault].compactMap(\.self)
    let manifestFile = try manifest.map { path throws(Problem) in try ResultFile(path, inputs: others) }
    let size = paths.compactMap { Paths.status($0, followingLinks: true)?.size }.reduce(0, +)
    let line = ProgressLine(progress, total: size, quiet: display.quiet)
    if let line { session.onProgress = line.update }
    Isolation.enter(reading: inputs, writing: Paths.folders(of: [output, manifest, vaults.vault].compactMap(\.self)))
    if let manifestFile {
      let before = session.beforeCommit
      session.beforeCommit = { outcome throws(Problem) in
        try before?(outcome)
        try ManifestWriter.write(gate.manifest(outcome, session, key: key), manifestFile.write)
        // A disk that is full shows here, while there is no output yet.
        try manifestFile.save()
      }
    }
    let outcome = try session.scrub(paths, to: output, replacing: force)
    line?.end()
    if let manifestFile {
      if !outcome.complete { try ManifestWriter.write(gate.manifest(outcome, session, key: key), manifestFile.write) }
      try manifestFile.commit()
    }
    try conclude(session.ledger, verb: "replaced")
  }

  private func conclude(_ ledger: Ledger, verb: String) throws {
    let isBlocked = !ledger.blocked.isEmpty
    if isBlocked || !display.quiet {
      Terminal.note(
        LedgerText.summary(ledger, verb: verb, paint: Terminal.paint(noColor: display.noColor, forError: true)))
    }
    guard isBlocked else { return }
    Terminal.note("No output was written, because it would hold what could not be scanned.")
    throw Ending(.undecided)
  }
}
