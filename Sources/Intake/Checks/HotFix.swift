internal import Model

let hotFixChecks = CheckGroup(["SV-9", "SV-10", "SV-11", "SV-12"], checkHotFix)

/// SV-9 to SV-12: whether a fix ahead of the release can be had.
func checkHotFix(_ context: CheckContext) -> [Ruling] {
  let rules = Set(context.policy.severities.map(\.hotFix.rule)).sorted()
  let own = context.severity.map { context.hotFix($0) }
  return [own].compactMap { $0 }
    + rules.filter { $0 != own?.id }.map { context.notApplicable($0, "Another severity is requested.") }
}

extension CheckContext {
  fileprivate func hotFix(_ severity: SeverityRule) -> Ruling {
    let (fix, id) = (caseFile.hotFix, severity.hotFix.rule)
    guard fix.requested.value == true else { return notApplicable(id, "No hot fix is requested.") }
    switch severity.hotFix.policy {
    case .onRequest:
      return note(
        id, .pass, at: fix.requested.place,
        "A hot fix has not been through the whole quality assurance, and gives way to the maintenance release.")
    case .byException: return exception(id)
    case .refused:
      return fail(id, at: fix.requested.place, "A hot fix is requested; severity \(severity.id) gets none.")
    }
  }

  private func exception(_ id: String) -> Ruling {
    let needed = [
      ("justification", caseFile.hotFix.justification.value != nil, caseFile.hotFix.justification.place),
      ("business case", caseFile.hotFix.businessCase.value != nil, caseFile.hotFix.businessCase.place),
      ("management attention", caseFile.managementAttention.value == true, caseFile.managementAttention.place),
    ]
    let missing = needed.filter { !$0.1 }
    guard let first = missing.first else {
      let message = "A hot fix for this severity is an exception; the vendor promises none."
      return note(id, .pass, at: caseFile.hotFix.requested.place, message, variant: "complete")
    }
    return fail(id, at: first.2, "The request for a hot fix lacks \(listed(missing.map(\.0))).")
  }
}
