internal import Model

let accessChecks = CheckGroup(["CR-4"], checkAccessRequirements)

/// CR-4: each designated contact meets the vendor's access requirements.
func checkAccessRequirements(_ context: CheckContext) -> [Ruling] {
  let contacts = (context.customer.contacts.value ?? []).filter { $0.counts().isDesignated != false }
  guard !contacts.isEmpty else {
    return [
      context.cannotVerify(
        "CR-4", at: context.customer.contacts.place, "No designated contact is listed.", mend: listContacts)
    ]
  }
  let rulings = contacts.map { contact in
    let field = contact.accessRequirementsMet
    switch field.value {
    case true?: return context.attested("CR-4", "\(contact.label) meets them.")
    case false?:
      return context.fail("CR-4", at: field.place, "Contact \(contact.label) does not meet the access requirements.")
    case nil:
      let message = "Nobody says whether \(contact.label) meets the access requirements."
      return context.cannotVerify("CR-4", at: field.place, message)
    }
  }
  return [.worst(rulings, otherwise: context.pass("CR-4", ""))]
}
