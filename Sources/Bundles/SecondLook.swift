internal import Files
internal import Model
internal import Redaction

extension Session {
  /// Opens what was written again, runs all rules over it, and looks for every value that the first pass was certain of,
  /// in all spellings; it is called before the output appears.
  ///
  /// - Parameter path: where the output is meanwhile.
  /// - Throws: `Problem` of code `leak` when something is found, with its place and kind, or `unscannable`.
  func takeSecondLook(at path: String) throws(Problem) {
    guard looksTwice else { return }
    let other = Session(detector, Redactor(key: .ephemeral()), limits: limits)
    other.learns = false
    other.watchdog = watchdog
    other.allowedUnscanned = allowedUnscanned
    var count = 0
    var first: Finding?
    other.onFinding = { finding throws(Problem) in
      count += 1
      if first == nil { first = finding }
    }
    try other.scanOutput(path)
    if let blocked = other.ledger.blocked.first {
      throw Problem(
        .unscannable, blocked.name, "cannot be read again from what was written: \(blocked.reason ?? "damaged")",
        mend: "Write another format with --output, and report it")
    }
    guard let first else { return }
    let others = count == 1 ? "" : ", and \(count - 1) more"
    throw Problem(
      .leak, first.entry, line: first.line,
      "still holds a \(first.category.rawValue) by rule '\(first.rule)'\(others); no output was written",
      mend:
        "Leave the rule out with --disable if it is none; without --verify the output appears, and 'gate' holds it back"
    )
  }

  /// Scans the output under names that do not show where it waits.
  fileprivate func scanOutput(_ path: String) throws(Problem) {
    if Paths.status(path)?.kind == .directory {
      let walk = Walk(self, inputSize: 0, spoolFolder: nil)
      return try walk.members(of: FolderReader([(path, "")]), at: Walk.Place(name: ""), to: NoMembers())
    }
    let file = try InputFile(path)
    let walk = Walk(self, inputSize: file.size, spoolFolder: nil)
    try walk.top(file, at: Walk.Place(name: "output"), to: NullSink(), scanning: true)
  }
}
