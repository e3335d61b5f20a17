public import ArgumentParser
internal import Bundles
internal import CaseGateKit
internal import Foundation
internal import Model
internal import Redaction
public import Reports
internal import RulePacks

/// Which rules are in force.
struct RuleOptions: ParsableArguments {
  @Option(name: .long, help: "A rule pack, or a folder of packs, that adds or replaces rules. May be repeated.")
  var rules: [String] = []

  @Option(name: .long, help: "The id of a rule to leave out; 'pack.*' leaves out a whole pack. May be repeated.")
  var disable: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Settings; by default those of CASEGATE_CONFIG, or of the nearest .casegate.yaml here or above.",
      valueName: "file"))
  var config: String?

  /// The files that say so, and that no report may replace.
  func files(_ settings: ConfigFile) -> [String] {
    rules + settings.rules + [settings.path, settings.keyFile].compactMap(\.self)
  }

  /// The settings in force.
  func settings() throws(Problem) -> ConfigFile {
    try ConfigFile(named: config, environment: ProcessInfo.processInfo.environment)
  }

  /// The rules in force, for commands that only look at them.
  func ruleSet() throws(Problem) -> RuleSet {
    let config = try settings()
    return try RuleSet(adding: CaseGate.packs(config.rules + rules), disabling: config.disabled + disable)
  }

  /// The rules and limits in force, with the styles that are set for a command that writes.
  func caseGate(
    _ settings: ConfigFile, styles: StyleOptions? = nil, limits: LimitOptions? = nil
  ) throws(Problem) -> CaseGate {
    var looks = StyleSettings()
    if let styles { looks = try settings.styles.adding(styles.style) }
    var gate = try CaseGate(ruleFiles: settings.rules + rules, disabling: settings.disabled + disable, styles: looks)
    gate.limits = settings.limits
    gate.limits.formats = Set(limits?.allowFormat ?? [])
    gate.onStall = Stall.end
    for limit in limits?.limit ?? [] { try gate.limits.set(limit) }
    return gate
  }
}

/// What a bundle may grow to.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Another limit for what a bundle may expand to: total=512GiB and entry=128GiB (bytes), ratio=500 (once it is over \
      1 GiB), depth=8 (archives in one another), entries=1000000, name=4096 (bytes). What goes beyond is blocked. \
      stall=300 (seconds of processor time without a step forward) ends the run. May be repeated.
      """, valueName: "name=value"))
  var limit: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      Read disc images, rar or cabinet archives too: iso, rar, cab, separated by commas. Their readers have had more \
      holes than all others. They are written as tar, with '.tar' behind the name.
      """, valueName: "formats"),
    transform: { text in
      try text.split(separator: ",").map { name in
        guard let format = ForeignFormat(rawValue: String(name)) else {
          throw ValidationError("'\(name)' is not one of iso, rar and cab.")
        }
        return format
      }
    })
  var allowFormat: [ForeignFormat] = []
}

/// What replacements look like.
struct StyleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      shape: same type, visibly fake (the default). token: <category:code>. mask: asterisks. For one category or rule \
      as phone=token, card=unhide-last,4 or rule:telecom.sip.identity=mask. May be repeated.
      """, valueName: "setting"))
  var style: [String] = []
}

/// How values are replaced.
struct KeyOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "The pseudonym key, from 'casegate key new'. Without one, pseudonyms differ from run to run.")
  var keyFile: String?

  func key(_ settings: ConfigFile, quiet: Bool) throws(Problem) -> PseudonymKey {
    // Settings may lie where nobody expects them, and may leave values in.
    if let path = settings.path, !quiet { Terminal.note("note: with the settings of \(printable(path))") }
    if let keyFile = keyFile ?? settings.keyFile { return try PseudonymKeyFile.read(keyFile) }
    if !quiet {
      Terminal.note("note: no --key-file, so the pseudonyms of this run cannot be made again")
    }
    return .ephemeral()
  }
}

/// Where the way back goes.
struct VaultOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Add the originals, sealed under the key, to this file; 'casegate reveal' reads it. Needs --key-file.",
      valueName: "file"))
  var vault: String?

  /// The vault, ready for a run that works on `files` besides; nil when none is asked for.
  func file(_ keys: KeyOptions, _ settings: ConfigFile, apartFrom files: [String?]) throws(Problem) -> VaultFile? {
    guard let vault else { return nil }
    guard let keyFile = keys.keyFile ?? settings.keyFile else {
      throw Problem(
        .usage, "--vault", "needs --key-file: the key of this run would be forgotten, and nobody could open the vault",
        mend: "Make a key once with 'casegate key new --output site.key', and name it with --key-file")
    }
    return try VaultFile(vault, key: try PseudonymKeyFile.read(keyFile), apartFrom: files.compactMap { $0 } + [keyFile])
  }
}

extension ReportFormat: ExpressibleByArgument {}

/// How much is said, and how it looks.
struct OutputOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but results and errors.")
  var quiet = false

  @Flag(name: .long, help: "No colours. The environment variable NO_COLOR does the same.")
  var noColor = false

  var paint: Paint { Terminal.paint(noColor: noColor) }
}

/// When progress is shown on standard error.
enum ProgressMode: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// A line on standard error that says how far a long run is.
final class ProgressLine {
  private let total: Int
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private var isShown = false

  init?(_ mode: ProgressMode, total: Int, quiet: Bool) {
    guard mode == .always || mode == .auto && !quiet && isatty(2) == 1 else { return nil }
    self.total = total
  }

  func update(_ bytes: Int) {
    let now = ContinuousClock.now
    guard now - last > .milliseconds(200) else { return }
    last = now
    isShown = true
    let seconds = Double((now - start).components.seconds) + Double((now - start).components.attoseconds) / 1e18
    let rate = Double(bytes) / max(seconds, 0.001)
    var text = String(format: "%.1f MB, %.0f MB/s", Double(bytes) / 1e6, rate / 1e6)
    if total > bytes {
      text += String(format: ", %d %%, %.0f s left", bytes * 100 / total, Double(total - bytes) / max(rate, 1))
    }
    Terminal.remark("\r\(text)\u{1B}[K")
  }

  func end() {
    if isShown { Terminal.remark("\r\u{1B}[K") }
  }
}

/// The formats of what is no report of findings.
enum PlainFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
