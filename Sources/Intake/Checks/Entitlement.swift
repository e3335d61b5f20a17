internal import Model

let entitlementChecks = CheckGroup(["CR-1", "DF-1"], checkEntitlement)

/// CR-1 and its contract half DF-1: a signed, paid and valid contract, or an approved pilot or beta site.
func checkEntitlement(_ context: CheckContext) -> [Ruling] {
  let contract = context.contract
  let site = context.site
  let dates = Clause.all(context.dates)
  let definition = Ruling("DF-1", dates.truth.state, dates.says + ".")
  if contract.truth == .yes { return [context.pass("CR-1", "Contract: \(contract.says)."), definition] }
  if site.truth == .yes {
    return [
      context.pass("CR-1", "Site: \(site.says)."),
      context.notApplicable("DF-1", "The site is entitled without a contract. \(dates.says)."),
    ]
  }
  let place = contract.place ?? site.place ?? context.customer.contract.place
  let says = "contract - \(contract.says); site - \(site.says)"
  if contract.truth == .no, site.truth == .no {
    return [context.fail("CR-1", at: place, "Not entitled on \(context.today): \(says)."), definition]
  }
  let open = contract.truth == .unknown ? place : site.place ?? place
  return [
    context.cannotVerify(
      "CR-1", at: open, "Entitlement on \(context.today) is open: \(says).",
      mend: "Record what is named here in the customer file."), definition,
  ]
}

/// A statement that is true, false or open, with the words that name the data and the place that decided.
private struct Clause {
  enum Truth { case yes, no, unknown }

  let truth: Truth
  let says: String
  let place: Place?

  /// True when all are; false when one is.
  static func all(_ clauses: [Clause]) -> Clause {
    let decisive =
      clauses.first { $0.truth == .no } ?? clauses.first { $0.truth == .unknown }
    // Of a statement that does not hold, name what is wrong or open; of one that holds, everything.
    let named = decisive.map { decisive in clauses.filter { $0.truth == decisive.truth } } ?? clauses
    return Clause(truth: decisive?.truth ?? .yes, says: listed(named.map(\.says)), place: decisive?.place)
  }
}

extension Clause.Truth {
  fileprivate var state: CheckState {
    switch self {
    case .yes: .pass
    case .no: .fail
    case .unknown: .cannotVerify
    }
  }
}

extension CheckContext {
  fileprivate var contract: Clause { .all([signed] + dates + [fees]) }

  private var signed: Clause {
    let signed = customer.contract.signed
    switch signed.value {
    case true?: return Clause(truth: .yes, says: "signed", place: nil)
    case false?: return Clause(truth: .no, says: "not signed", place: signed.place)
    case nil: return Clause(truth: .unknown, says: "'signed' is not recorded", place: signed.place)
    }
  }

  /// Whether the contract is in force on the date at the customer's.
  fileprivate var dates: [Clause] {
    let (from, until) = (customer.contract.validFrom, customer.contract.validUntil)
    return [
      from.value.map { day in
        today >= day
          ? Clause(truth: .yes, says: "valid from \(day)", place: nil)
          : Clause(truth: .no, says: "no active contract before \(day)", place: from.place)
      } ?? Clause(truth: .unknown, says: "'valid_from' is not recorded", place: from.place),
      until.value.map { day in
        today <= day
          ? Clause(truth: .yes, says: "valid until \(day)", place: nil)
          : Clause(truth: .no, says: "ended on \(day)", place: until.place)
      } ?? Clause(truth: .unknown, says: "'valid_until' is not recorded", place: until.place),
    ]
  }

  /// Whether all fees are paid: what speaks against it wins over what speaks for it.
  private var fees: Clause {
    let contract = customer.contract
    if let arrears = contract.arrears.value, !arrears.isEmpty {
      let affected = Set(affectedProducts.compactMap(\.name.value).map(policy.products.canonical))
      let hits = arrears.compactMap(\.value).map(policy.products.canonical).filter(affected.contains)
      let says =
        "fees due for \(listed(arrears.prefix(5).map(shown)))"
        + (arrears.count > 5 ? " and \(arrears.count - 5) more" : "")
        + (hits.isEmpty ? "" : ", the affected product among them")
      return Clause(truth: .no, says: says, place: contract.arrears.place)
    }
    if contract.paymentCurrent.value == false {
      return Clause(truth: .no, says: "fees not current", place: contract.paymentCurrent.place)
    }
    if let day = contract.paidThrough.value, day < today {
      return Clause(truth: .no, says: "fees paid through \(day) only", place: contract.paidThrough.place)
    }
    if let day = contract.paidThrough.value { return Clause(truth: .yes, says: "fees paid through \(day)", place: nil) }
    if contract.paymentCurrent.value == true { return Clause(truth: .yes, says: "fees current", place: nil) }
    let says = "neither 'payment_current' nor 'paid_through' is recorded"
    return Clause(truth: .unknown, says: says, place: contract.paymentCurrent.place)
  }

  /// Whether the site is an approved pilot or beta site; a programme that nobody recorded is none.
  fileprivate var site: Clause {
    let site = customer.site
    guard let programme = site.programme.value, programme != .none else {
      return Clause(truth: .no, says: "no pilot or beta programme", place: nil)
    }
    switch site.approved.value {
    case true?: return Clause(truth: .yes, says: "approved \(programme.rawValue) site", place: nil)
    case false?: return Clause(truth: .no, says: "\(programme.rawValue) not approved", place: site.approved.place)
    case nil:
      let says = "approval of the \(programme.rawValue) is not recorded"
      return Clause(truth: .unknown, says: says, place: site.approved.place)
    }
  }
}
