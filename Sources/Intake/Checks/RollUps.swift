internal import Model

/// The sums are made from what the other groups decided, so this group runs nothing by itself.
let rollUpChecks = CheckGroup(["CR-0", "CR-5", "DC-0"]) { _ in [] }

/// CR-0, CR-5 and DC-0: sums over the other rules.
///
/// They add no finding of their own, and look only at what deserves a warning.
func rollUps(_ context: CheckContext, _ rulings: [Ruling]) -> [Ruling] {
  [("CR-0", "CR-"), ("CR-5", "DC-"), ("DC-0", "DC-")].map { (id, prefix) in
    let members = rulings.filter { $0.id.hasPrefix(prefix) }
    let grave = members.filter { $0.findings.contains { $0.level > .info } }
    let failed = grave.filter { $0.state == .fail }.map(\.id)
    let open = grave.filter { $0.state == .cannotVerify }.map(\.id)
    if !failed.isEmpty { return Ruling(id, .fail, "Not met: \(listed(failed)).") }
    if !open.isEmpty { return Ruling(id, .cannotVerify, "Cannot be verified: \(listed(open)).") }
    return Ruling(id, .pass, "None of the rules \(prefix)* fails.")
  }
}
