internal import Foundation
internal import Model

let telephoneChecks = CheckGroup(["CH-1", "CH-2", "CH-6", "SV-7"], checkTelephone)

/// CH-1, and its repetitions CH-6 and SV-7: critical cases are telephoned; CH-2: in either order with the portal.
func checkTelephone(_ context: CheckContext) -> [Ruling] {
  let call = context.call
  let order =
    context.isCritical
    ? context.notApplicable("CH-2", "The case may be opened before or after the call; nothing to check.")
    : context.notApplicable("CH-2", "The case is not critical.")
  return [call, call.repeated(as: "CH-6"), call.repeated(as: "SV-7"), order]
}

extension CheckContext {
  fileprivate var call: Ruling {
    guard let severity else { return notApplicable("CH-1", "The severity is not known; see DF-5.") }
    guard severity.isCritical else { return notApplicable("CH-1", "Severity \(severity.id) needs no call.") }
    let (at, by) = (caseFile.telephone.calledAt, caseFile.telephone.by)
    guard let time = at.value else {
      return fail(
        "CH-1", at: at.place,
        "Severity \(severity.id) must be telephoned, and no call is recorded. Opening it on the portal is not enough.")
    }
    let written = Timestamp.format(time, customer.calendar.zone)
    guard time <= instant else {
      let message = "The call is recorded for \(written), which is later than the submission."
      return fail("CH-1", at: at.place, message, mend: "Correct 'case.telephone.called_at', or call first.")
    }
    guard by.value != nil else {
      return cannotVerify("CH-1", at: by.place, "A call at \(written) is recorded, but not who made it.")
    }
    return pass("CH-1", "Called at \(written).")
  }
}
