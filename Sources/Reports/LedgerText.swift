public import Model

/// The account of a run, for people.
public enum LedgerText {
  /// Blocked entries with their reasons, then the sums.
  public static func summary(_ ledger: Ledger, verb: String, paint: Paint) -> String {
    var text = ""
    for entry in ledger.blocked.prefix(50) {
      text += "\(paint.red("blocked")) \(entry.name): \(entry.reason ?? "")\n"
    }
    if ledger.blocked.count > 50 { text += "... and \(ledger.blocked.count - 50) more\n" }
    let totals = ledger.totals
    let states = EntryState.allCases.compactMap { state -> String? in
      guard let count = totals.states[state.rawValue], count > 0 else { return nil }
      return "\(count) \(state.rawValue)"
    }
    text += "\(totals.entries) \(totals.entries == 1 ? "entry" : "entries"): "
    text += (states.isEmpty ? ["nothing to do"] : states).joined(separator: ", ") + "\n"
    let found = totals.hits.values.reduce(0, +)
    let kinds = totals.hits.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
    text += "\(found) \(found == 1 ? "value" : "values") \(verb)"
    text += kinds.isEmpty ? "\n" : ": " + kinds.joined(separator: ", ") + "\n"
    if let metadata = totals.metadata {
      let kinds = metadata.sorted { $0.key < $1.key }.map { "\($0.key) of \($0.value)" }
      text += "metadata left behind: \(kinds.joined(separator: ", "))\n"
    }
    return text
  }
}
