internal import Model

let serviceLevelChecks = CheckGroup(["DF-2", "DF-3", "SV-6", "SV-13", "SL-*"], checkServiceLevel)

/// DF-2, DF-3, SV-6, SV-13 and SL-*: the row of targets that applies, and whether its clock starts.
func checkServiceLevel(_ context: CheckContext) -> [Ruling] {
  guard let report = ServiceLevels(policy: context.policy).report(context) else {
    let because = "The severity is not known; see DF-5."
    return ["DF-2", "DF-3", "SV-6", "SV-13"].map { context.notApplicable($0, because) }
  }
  let rows = context.policy.responsibilities.map(\.id).filter { $0.hasPrefix("SL-") }
  let targets = [report.response, report.restoration, report.resolution].compactMap { $0?.target }
  return [
    context.plan, context.clock,
    context.pass("SV-6", "Severity \(report.severity) is processed \(report.basis)."),
    report.resolution?.percentage.map { context.pass("SV-13", "\($0) percent of all such cases.") }
      ?? context.notApplicable("SV-13", "The row has no percentage."),
  ]
    + rows.map { id in
      id == report.id
        ? context.pass(id, "Applies: \(listed(targets)).") : context.notApplicable(id, "Another row applies.")
    }
}

extension CheckContext {
  fileprivate var plan: Ruling {
    let field = customer.serviceLevel
    let (table, isKnown) = policy.targets.table(of: field.value)
    if isKnown { return pass("DF-2", "The service level belongs to table \(table.number).") }
    let plans = listed(policy.targets.tables.flatMap(\.plans), "or")
    guard field.value != nil else {
      let message = "'\(field.place.path)' is missing; table \(table.number) is assumed."
      return cannotVerify("DF-2", at: field.place, message, mend: "Set it to \(plans).")
    }
    let message = "'\(field.place.path)' is not a known plan; table \(table.number) is assumed."
    return fail("DF-2", at: field.place, message, mend: "Set it to \(plans).")
  }

  fileprivate var clock: Ruling {
    let missing = RequiredInformation(self).missing
    guard !missing.isEmpty else { return pass("DF-3", "All information required for the start of the clock is there.") }
    let items = missing.map { "\($0.what) (\($0.id))" }
    return note("DF-3", .fail, at: caseFile.place, "Still missing for the vendor's clock to start: \(listed(items)).")
  }
}
