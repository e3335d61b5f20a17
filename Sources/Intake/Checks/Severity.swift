internal import Model
internal import StrictYAML

let severityChecks = CheckGroup(["DF-5", "DF-7", "SV-1", "SV-2", "SV-3", "SV-4", "SV-5"], checkSeverity)

/// DF-5 and DF-7: a severity is requested; SV-1 to SV-5: it fits the environment.
func checkSeverity(_ context: CheckContext) -> [Ruling] {
  let agreed = context.notApplicable("DF-7", "The file knows the requested severity only; targets follow it.")
  let own = context.severity.map { context.fits($0) }
  let others = context.policy.severities.map(\.rule).filter { $0 != own?.id }.map { id in
    context.notApplicable(id, "Another severity is requested.")
  }
  guard let lowest = context.policy.severities.last, let severity = context.severity, severity.id != lowest.id,
    context.isQuestion
  else { return [context.requestedSeverity, agreed] + [own].compactMap { $0 } + others }
  let question = context.fail(
    lowest.rule, at: context.caseFile.severity.place,
    "The case reads like a question, and asks for severity \(severity.id); questions are \(lowest.id).")
  return [context.requestedSeverity, agreed, question] + [own].compactMap { $0 } + others
}

extension CheckContext {
  fileprivate var requestedSeverity: Ruling {
    let field = caseFile.severity
    let known = policy.severities.map(\.id)
    if let severity { return pass("DF-5", "Severity \(severity.id) is requested.") }
    guard let word = field.value else {
      return fail("DF-5", at: field.place, "'case.severity' is missing; it is one of \(listed(known, "or")).")
    }
    let near = nearest(to: word, in: known).map { "Did you mean '\($0)'?" }
    return fail("DF-5", at: field.place, "'case.severity' must be one of \(listed(known, "or")).", mend: near)
  }

  /// Whether `severity` may be requested for the environment of the case.
  fileprivate func fits(_ severity: SeverityRule) -> Ruling {
    let field = caseFile.environment
    guard let environment = field.value else {
      if severity.environments.values.allSatisfy({ $0 == .allowed }) {
        return hint(severity) ?? pass(severity.rule, "Severity \(severity.id) is allowed in any environment.")
      }
      let message = "'case.environment' is missing, and severity \(severity.id) is not allowed everywhere."
      return cannotVerify(severity.rule, at: field.place, message, mend: "Set 'case.environment'.")
    }
    let allowed = CaseFile.Environment.allCases.filter { severity.environments[$0] == .allowed }.map(\.rawValue)
    switch severity.environments[environment] ?? .unclear {
    case .allowed:
      let because = "Severity \(severity.id) is allowed for environment \(environment.rawValue)."
      return hint(severity) ?? pass(severity.rule, because)
    case .refused:
      return fail(
        severity.rule, at: field.place,
        "Severity \(severity.id) is for \(listed(allowed, "or")), not for environment \(environment.rawValue).")
    case .unclear:
      return note(
        severity.rule, .pass, at: field.place,
        "The criterion of \(severity.id) names \(environment.rawValue), the columns of the table do not; "
          + "expect the vendor to ask.", variant: "unclear")
    }
  }

  /// A text that tells another severity than the one that is requested.
  private func hint(_ severity: SeverityRule) -> Ruling? {
    let words = Words(
      [caseFile.subject, caseFile.description, caseFile.businessImpact].compactMap(\.value).joined(separator: " "))
    for family in severity.contradictedBy {
      guard let phrase = policy.symptoms.gravity[family]?.first(where: { $0.isAffirmed(in: words) }) else { continue }
      return note(
        severity.rule, .pass, at: caseFile.severity.place,
        "The text says '\(phrase.text)', which does not go with severity \(severity.id).", variant: family,
        mend: "Request the severity whose criterion the problem meets, or say in the text what makes it so.")
    }
    return nil
  }
}
