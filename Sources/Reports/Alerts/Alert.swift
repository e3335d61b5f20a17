internal import Model

/// A finding in the one form that all formats for other programs are written from; it never holds a value.
struct Alert {
  /// What a finding weighs, in the words of SARIF section 3.27.10.
  enum Level: String {
    case error, warning, note
  }

  /// The rule or the responsibility.
  let rule: String
  /// What the rule is about, in a few words.
  let title: String
  let level: Level
  let message: String
  /// The file or entry; nil when the finding has no place.
  let file: String?
  /// The line, counted from 1.
  let line: Int?
  /// The test case it belongs to: an entry, or a responsibility.
  let testCase: String
  /// The same for the same finding in every run with the same key, wherever its line moves.
  let fingerprint: String
  /// Why it does not count; nil when it does.
  let waiver: String?
  /// Whether it says that something could not be looked at.
  var isUnscanned = false
}

extension Alert {
  /// A value that a scan found; `bundle` is the file that holds its entry, when several are told apart.
  init(_ finding: Finding, in bundle: String? = nil) {
    let place = bundle.map {
      finding.entry == $0 || finding.entry.hasPrefix($0 + "!") ? finding.entry : $0 + "!" + finding.entry
    }
    let file = place ?? finding.entry
    self.init(
      rule: finding.rule, title: finding.category.rawValue,
      level: finding.category.severity == .low ? .warning : .error,
      message: "\(finding.category.rawValue), \(finding.byteLength) bytes "
        + (finding.inName == true ? "in the name" : "at column \(finding.column)")
        + (finding.pseudonym.map { "; becomes \(printable($0))" } ?? ""),
      file: file, line: finding.inName == true ? nil : finding.line, testCase: file,
      fingerprint: [finding.rule, finding.category.rawValue, finding.pseudonym ?? "", file].joined(separator: "|"),
      waiver: nil)
  }

  /// An entry that could not be scanned.
  init(blocked entry: LedgerEntry, in bundle: String? = nil) {
    let file = bundle.map { entry.name == $0 || entry.name.hasPrefix($0 + "!") ? entry.name : $0 + "!" + entry.name }
    self.init(
      rule: "bundle.blocked", title: "an entry that cannot be scanned", level: .error,
      message: entry.reason ?? "blocked",
      file: file ?? entry.name, line: nil, testCase: file ?? entry.name,
      fingerprint: ["bundle.blocked", file ?? entry.name].joined(separator: "|"), waiver: nil, isUnscanned: true)
  }

  /// Something about the case.
  init(_ finding: CheckFinding) {
    let level: Level =
      switch finding.level {
      case .error: .error
      case .warning: .warning
      case .info: .note
      }
    self.init(
      rule: finding.id, title: "support guide, section \(finding.guide)", level: level,
      message: "\(finding.message) \(finding.mend)", file: finding.file, line: finding.line, testCase: finding.id,
      fingerprint: [finding.id, finding.field ?? "", finding.state.rawValue].joined(separator: "|"),
      waiver: finding.state == .waived ? finding.message : nil)
  }
}
