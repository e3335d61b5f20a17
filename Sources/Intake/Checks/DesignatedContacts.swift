internal import Model

let contactChecks = CheckGroup(["CR-2", "CR-2b", "CR-6"], checkDesignatedContacts)

/// CR-2, CR-2b and CR-6: two designated persons, the reporter among them, and a successor for whoever drops out.
func checkDesignatedContacts(_ context: CheckContext) -> [Ruling] {
  let roll = ContactRoll(context)
  return [context.twoPersons(roll), context.reporterIsDesignated, context.replacement(roll)]
}

/// What to do when the customer file has no contacts.
let listContacts = "List the designated contacts under 'customer.contacts'."

/// The contacts, sorted by whether they count.
private struct ContactRoll {
  let sure: [Person]
  let open: [(label: String, missing: [String])]
  let shared: [Contact]

  init(_ context: CheckContext) {
    let contacts = context.customer.contacts.value ?? []
    let wording = context.policy.wording
    shared = contacts.filter { $0.isShared(wording) && $0.counts().isDesignated != false }
    let people = contacts.filter { !$0.isShared(wording) }
    sure = Person.group(people).filter { $0.entries.contains { $0.counts().isDesignated == true } }
    let known = sure.flatMap(\.entries).map(\.place)
    open = people.filter { $0.counts().isDesignated == nil && !known.contains($0.place) }
      .map { ($0.label, $0.counts().missing) }
  }
}

extension CheckContext {
  /// How many contacts the guide asks for.
  private var leastContacts: Int { policy["CR-2"]?.least ?? 2 }

  fileprivate func twoPersons(_ roll: ContactRoll) -> Ruling {
    guard let contacts = customer.contacts.value else {
      return cannotVerify(
        "CR-2", at: customer.contacts.place, "The customer file lists no contacts.", mend: listContacts)
    }
    let names = roll.sure.map(\.label)
    let who = names.isEmpty ? "" : ": \(listed(names))"
    let shared = roll.shared.map { contact in
      note(
        "CR-2", names.count >= leastContacts ? .pass : .fail, at: contact.email.place,
        "Contact \(contact.label) has the address of a team and is not counted as a person.", variant: "shared-mailbox",
        mend: "List the persons behind the mailbox, each with an address of their own.")
    }
    let count: Ruling
    if names.count >= leastContacts {
      count = pass("CR-2", "\(names.count) designated contacts\(who).")
    } else if names.count + roll.open.count >= leastContacts {
      let open = roll.open.map { "\($0.label) lacks \(listed($0.missing.map { "'\($0)'" }))" }
      count = cannotVerify(
        "CR-2", at: customer.contacts.place,
        "Only \(counted(names.count, "contact")) of \(contacts.count) surely counts\(who); \(listed(open)).")
    } else {
      count = fail(
        "CR-2", at: customer.contacts.place,
        "\(counted(names.count, "active designated contact")) of the \(leastContacts) required\(who).")
    }
    return .worst(shared + [count], otherwise: count)
  }

  /// CR-2b: whoever submits must be known, designated, active, and permitted to do what is done.
  fileprivate var reporterIsDesignated: Ruling {
    let place = caseFile.reporter.place
    guard caseFile.reporter.value != nil else {
      return cannotVerify("CR-2b", at: place, "The case names no reporter.", mend: "Set 'case.reporter' to a contact.")
    }
    guard customer.contacts.value != nil else {
      return cannotVerify(
        "CR-2b", at: customer.contacts.place, "The customer file lists no contacts.", mend: listContacts)
    }
    guard let reporter else { return fail("CR-2b", at: place, "The reporter is not among the customer's contacts.") }
    guard caseFile.kind.value != nil || (reporter.mayReport.value == true && reporter.mayUpdate.value == true) else {
      let message = "Whether the reporter needs 'may_report' or 'may_update' is open: 'case.kind' is missing."
      return cannotVerify("CR-2b", at: caseFile.kind.place, message, mend: "Set 'case.kind' to new or update.")
    }
    let (permission, key) = isUpdate ? (reporter.mayUpdate, "may_update") : (reporter.mayReport, "may_report")
    if reporter.designated.value == false {
      return fail("CR-2b", at: reporter.designated.place, "The reporter \(reporter.label) is not a designated contact.")
    }
    if let status = reporter.status.value, status == .revoked || status == .left {
      return fail("CR-2b", at: reporter.status.place, "The reporter's status is '\(status.rawValue)'.")
    }
    if permission.value == false {
      let what = isUpdate ? "update a case" : "report a new case"
      return fail("CR-2b", at: permission.place, "The reporter \(reporter.label) may not \(what).")
    }
    let fields = [("designated", reporter.designated.value == nil), ("status", reporter.status.value == nil)]
    let missing = (fields + [(key, permission.value == nil)]).filter(\.1).map { "'\($0.0)'" }
    guard missing.isEmpty else {
      return cannotVerify("CR-2b", at: reporter.place, "The reporter \(reporter.label) lacks \(listed(missing)).")
    }
    return pass("CR-2b", "The reporter \(reporter.label) is designated, active and has '\(key)'.")
  }

  /// CR-6: who dropped out is replaced before fewer than two are left.
  fileprivate func replacement(_ roll: ContactRoll) -> Ruling {
    guard let contacts = customer.contacts.value else {
      return cannotVerify(
        "CR-6", at: customer.contacts.place, "The customer file lists no contacts.", mend: listContacts)
    }
    let gone: [Contact.Status] = [.revoked, .left]
    let lost = contacts.filter { $0.designated.value == true && $0.status.value.map(gone.contains) == true }
    let away = roll.sure.filter { $0.entries.allSatisfy { $0.status.value == .onLeave } }
    if let first = lost.first, roll.sure.count + roll.open.count < leastContacts {
      return fail(
        "CR-6", at: first.status.place,
        "\(listed(lost.map(\.label))) dropped out, which leaves \(roll.sure.count) of the \(leastContacts) contacts required.",
        variant: "below-two")
    }
    if let person = away.first, roll.sure.count - away.count < leastContacts {
      return fail(
        "CR-6", at: person.entries[0].status.place,
        "\(listed(away.map(\.label))) is on leave; \(counted(roll.sure.count - away.count, "contact")) can act.")
    }
    guard roll.sure.count >= leastContacts else {
      return notApplicable("CR-6", "Nobody dropped out; see CR-2 for the number.")
    }
    return pass("CR-6", "\(counted(roll.sure.count - away.count, "contact")) can act.")
  }
}
