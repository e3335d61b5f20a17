internal import Model

let managementChecks = CheckGroup(["CH-3", "CH-4", "CH-5"], checkManagementAttention)

/// CH-3 to CH-5: how to ask for attention of the vendor's management.
func checkManagementAttention(_ context: CheckContext) -> [Ruling] {
  let field = context.caseFile.managementAttention
  let advice = context.notApplicable("CH-5", "A recommendation; the files name no recipients.")
  guard field.value == true, context.severity != nil else {
    let because = field.value == true ? "The severity is not known; see DF-5." : "No management attention is requested."
    return [context.notApplicable("CH-3", because), context.notApplicable("CH-4", because), advice]
  }
  if context.isCritical {
    let message = "Management attention for a critical case is asked for on the call, from the assigned expert."
    return [
      context.note("CH-3", .pass, at: field.place, message),
      context.notApplicable("CH-4", "The case is critical."), advice,
    ]
  }
  let message = "Management attention is requested by e-mail to \(context.policy.managementMailbox)."
  return [
    context.notApplicable("CH-3", "The case is not critical."),
    context.note("CH-4", .pass, at: field.place, message), advice,
  ]
}
