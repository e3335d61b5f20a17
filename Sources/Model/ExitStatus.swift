/// The exit status of every command: the contract that scripts rely on.
public enum ExitStatus: Int32, Sendable, Hashable, CaseIterable {
  /// Pass or clean; warnings are allowed.
  case pass = 0
  /// Blocked by findings.
  case blocked = 1
  /// Could not decide: usage, configuration, a broken rule pack, unreadable or damaged input, an internal error.
  case undecided = 2
  /// A rewriting command run with `--check` would change something.
  case wouldChange = 3
  /// The gate passed but the command it ran failed.
  case commandFailed = 4

  /// The status that says `verdict`.
  public init(_ verdict: Verdict) {
    switch verdict {
    case .pass: self = .pass
    case .blocked: self = .blocked
    case .undecided: self = .undecided
    }
  }
}
