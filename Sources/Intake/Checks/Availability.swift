internal import Foundation
internal import Model

let availabilityChecks = CheckGroup(["DC-10", "DC-11", "DC-12"], checkAvailability)

/// DC-10: somebody is available for the analyst; DC-11: for critical cases, at any time.
func checkAvailability(_ context: CheckContext) -> [Ruling] {
  [context.available, context.aroundTheClock, Ruling("DC-12", .notApplicable, "No request of the vendor is pending.")]
}

extension CheckContext {
  fileprivate var available: Ruling {
    let (named, always) = (caseFile.availability.contacts, caseFile.availability.aroundTheClock)
    if let hours = reporter?.availability.value {
      return pass("DC-10", "The reporter has hours in the customer file (\(hours.zone)).")
    }
    if always.value == true { return attested("DC-10", "The case says that somebody is available at any time.") }
    if let count = named.value?.compactMap(\.value).count, count > 0 {
      return attested("DC-10", "The case names \(counted(count, "contact")) for the analyst.")
    }
    return cannotVerify("DC-10", at: named.place, "Nobody says when the reporter can be reached.")
  }

  fileprivate var aroundTheClock: Ruling {
    let id = "DC-11"
    guard let severity else { return notApplicable(id, "The severity is not known; see DF-5.") }
    guard severity.isCritical else { return notApplicable(id, "Severity \(severity.id) needs no cover at all times.") }
    let unknown = strangers.map { field in
      fail(
        id, at: field.place, "'\(field.place.path)' is not a contact of the customer file that can act.",
        variant: "stated",
        mend: "Name a designated, active contact by id or e-mail address.")
    }
    let cover = cover(id)
    return .worst(unknown + [cover], otherwise: cover)
  }

  /// The designated contacts that can act: those the case names, or all.
  private var onCall: [Contact] {
    let able = (customer.contacts.value ?? []).filter { $0.designated.value == true && $0.status.value == .active }
    guard let names = caseFile.availability.contacts.value?.compactMap(\.value), !names.isEmpty else { return able }
    return able.filter { contact in names.contains { contact.isCalled($0) } }
  }

  /// The names in the case that belong to nobody who can act.
  private var strangers: [Field<String>] {
    (caseFile.availability.contacts.value ?? []).filter { field in
      field.value.map { name in !onCall.contains { $0.isCalled(name) } } ?? false
    }
  }

  private func cover(_ id: String) -> Ruling {
    let (stated, contacts) = (caseFile.availability.aroundTheClock, onCall)
    guard !contacts.isEmpty else {
      return fail(id, at: caseFile.availability.contacts.place, "No designated, active contact can be on call.")
    }
    let rostered = contacts.filter { $0.availability.value != nil }
    guard !rostered.isEmpty else {
      switch stated.value {
      case true?: return attested(id, "The case says so; on call: \(listed(contacts.map(\.label))).")
      case false?: return fail(id, at: stated.place, "The case says that nobody is available around the clock.")
      case nil: return cannotVerify(id, at: stated.place, "Nothing tells whether a contact is available at any time.")
      }
    }
    let horizon = policy[id]?.horizonHours ?? 72
    let end = instant.addingTimeInterval(Double(horizon) * 3_600)
    let gaps = Roster(rostered).gaps(in: instant..<end)
    let names = listed(rostered.map(\.label))
    if gaps.isEmpty { return pass(id, "The hours of \(names) cover the next \(horizon) hours.") }
    let message =
      "In the next \(horizon) hours, the hours of \(names) leave gaps: "
      + Roster.describe(gaps, customer.calendar.zone) + "."
    if stated.value == true {
      let stated = "The case says that somebody is available around the clock. " + message
      return fail(id, at: caseFile.availability.aroundTheClock.place, stated, variant: "stated")
    }
    // Contacts without hours might fill the gaps, unless the case itself says that nobody does.
    guard stated.value == false || rostered.count == contacts.count else {
      return cannotVerify(id, at: rostered[0].availability.place, message + " Other contacts have no hours on record.")
    }
    return fail(id, at: rostered[0].availability.place, message)
  }
}
