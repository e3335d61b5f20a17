/// How much a finding of the case check weighs.
public enum Level: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
  /// Good to know.
  case info
  /// Delays the case; blocks under `--strict`.
  case warning
  /// Blocks.
  case error

  /// Orders info before warning before error.
  public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What became of one responsibility in a check.
public enum CheckState: String, Sendable, Hashable, CaseIterable, Codable {
  /// Verified from the files.
  case pass
  /// Verified to be missing or wrong.
  case fail
  /// The files do not hold the data to decide it; never a pass.
  case cannotVerify = "cannot-verify"
  /// Does not concern this case.
  case notApplicable = "not-applicable"
  /// The submitter says so; no file can prove it.
  case attested
  /// Failed, and waived with a reason, an owner and an expiry.
  case waived
}

/// Something the customer should mend, or know, before the case is opened.
public struct CheckFinding: Sendable, Hashable, Codable {
  /// The responsibility's id, such as `CR-1`.
  public let id: String
  /// How much it weighs.
  public let level: Level
  /// `fail`, `cannot-verify` or `waived`.
  public let state: CheckState
  /// What is wrong, in one or two sentences; holds no personal data found by a scan.
  public let message: String
  /// The way to the field, such as `customer.contract.payment_current`.
  public let field: String?
  /// The file that holds, or should hold, the field.
  public let file: String?
  /// The line in `file`, counted from 1.
  public let line: Int?
  /// The section of the support guide.
  public let guide: String
  /// What to do about it.
  public let mend: String
  /// What a waiver of this one finding names; only findings about personal and secret data have it.
  ///
  /// It is made from all text of the case, so that it tells nothing about a value and ends with the text.
  public let fingerprint: String?

  /// Makes a finding.
  public init(
    id: String, level: Level, state: CheckState, message: String, field: String? = nil, file: String? = nil,
    line: Int? = nil, guide: String, mend: String, fingerprint: String? = nil
  ) {
    self.id = id
    self.level = level
    self.state = state
    self.message = message
    self.field = field
    self.file = file
    self.line = line
    self.guide = guide
    self.mend = mend
    self.fingerprint = fingerprint
  }
}

/// The state of one responsibility, passes included.
public struct CheckResult: Sendable, Hashable, Codable {
  /// The responsibility's id.
  public let id: String
  /// What became of it.
  public let state: CheckState
  /// Which data decided it, for `check --why`.
  public let because: String

  /// Makes a result.
  public init(id: String, state: CheckState, because: String) {
    self.id = id
    self.state = state
    self.because = because
  }
}

/// The outcome of a check or a gate.
public enum Verdict: String, Sendable, Hashable, Codable {
  /// Nothing blocks.
  case pass
  /// At least one finding blocks.
  case blocked
  /// Something kept the tool from deciding.
  case undecided
}

/// One target of the service level: what the table says and, where it can be computed, when it is due.
public struct Target: Sendable, Hashable, Codable {
  /// The target as the table has it, such as `4 business hours`.
  public let target: String
  /// The estimated instant, ISO 8601 with offset in the customer's zone; nil when the clock has not started.
  public let due: String?
  /// The share of all cases the target is meant for, in percent; nil where the guide gives none.
  public let percentage: Int?

  /// Makes a target.
  public init(target: String, due: String?, percentage: Int? = nil) {
    self.target = target
    self.due = due
    self.percentage = percentage
  }
}

/// The service-level targets of a case.
public struct TargetReport: Sendable, Hashable, Codable {
  /// `casegate-targets/1`.
  public let schema: String
  /// The table's id and row, such as `SL-1-high`.
  public let id: String
  /// The customer's service level.
  public let serviceLevel: String
  /// The severity that was used.
  public let severity: String
  /// `24x7` or `business-hours`.
  public let basis: String
  /// The instant from which times are counted, ISO 8601; nil when the clock cannot start yet.
  public let clockStart: String?
  /// Time to the first answer.
  public let response: Target
  /// Time until operation is restored; only production-down cases have one.
  public let restoration: Target?
  /// Time until a correction the customer accepts.
  public let resolution: Target?
  /// The rules used, the assumptions made, and what keeps the clock from starting.
  public let notes: [String]

  /// Makes a report.
  public init(
    id: String, serviceLevel: String, severity: String, basis: String, clockStart: String?, response: Target,
    restoration: Target?, resolution: Target?, notes: [String]
  ) {
    schema = "casegate-targets/1"
    self.id = id
    self.serviceLevel = serviceLevel
    self.severity = severity
    self.basis = basis
    self.clockStart = clockStart
    self.response = response
    self.restoration = restoration
    self.resolution = resolution
    self.notes = notes
  }

  enum CodingKeys: String, CodingKey {
    case schema, id
    case serviceLevel = "service_level"
    case severity, basis
    case clockStart = "clock_start"
    case response, restoration, resolution, notes
  }
}

/// The report of `casegate check`.
public struct CheckReport: Sendable, Hashable, Codable {
  /// `casegate-check/1`.
  public let schema: String
  /// The outcome.
  public let verdict: Verdict
  /// What to mend or know, errors first.
  public let findings: [CheckFinding]
  /// Every responsibility of the policy.
  public let results: [CheckResult]
  /// The targets that will apply; nil when severity or service level is unknown.
  public let targets: TargetReport?
  /// The number of findings by level, and of results by state.
  public let counts: [String: Int]

  /// Makes a report; counts follow from the lists.
  public init(verdict: Verdict, findings: [CheckFinding], results: [CheckResult], targets: TargetReport?) {
    schema = "casegate-check/1"
    self.verdict = verdict
    self.findings = findings
    self.results = results
    self.targets = targets
    counts = (findings.map(\.level.rawValue) + results.map(\.state.rawValue))
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
