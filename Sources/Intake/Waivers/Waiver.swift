internal import Model
internal import StrictYAML

/// A decision to send a case although a responsibility is not met: by whom, why, and until when.
struct Waiver: Sendable {
  let place: Place
  /// The responsibility's id.
  let rule: String
  /// The field it is for; nil for all findings of the rule.
  let field: String?
  /// The one finding it is for, as long as the text of the case stays as it is; nil for all.
  let fingerprint: String?
  /// The last day on which it counts.
  let expires: CivilDate

  init(_ value: YAMLValue, _ policy: Policy) throws(Problem) {
    let map = try value.map(["rule", "field", "fingerprint", "reason", "owner", "expires", "ticket"])
    place = value.place
    let id = try map.required("rule")
    let word = try id.string()
    guard let responsibility = policy[word] else {
      throw id.problem("names no responsibility", mend: policy.nearestID(to: word).map { "Did you mean '\($0)'?" })
    }
    rule = responsibility.id
    field = try map["field"]?.string()
    fingerprint = try map["fingerprint"]?.string()
    expires = try map.required("expires").civilDate()
    let reason = try map.required("reason")
    guard Words(try reason.string()).list.count >= policy.waivers.leastReasonWords else {
      throw reason.problem("is too short", mend: "Give a reason of at least \(policy.waivers.leastReasonWords) words")
    }
    let owner = try map.required("owner")
    guard !(try owner.string()).normalized.isEmpty else { throw owner.problem("is blank") }
    _ = try map["ticket"]?.string()
    if let fingerprint, let value = map["fingerprint"] {
      guard fingerprint.utf8.count == 16, fingerprint.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) }) else {
        throw value.problem("must be the 16 digits and letters that the finding shows")
      }
    } else if policy.waivers.needsFingerprint.contains(rule) {
      throw value.problem(
        "waives \(rule) everywhere",
        mend: "Name the one finding under 'fingerprint'; 'casegate check' shows it with the finding")
    }
  }

  /// Whether the waiver is about `finding`.
  func covers(_ finding: CheckFinding) -> Bool {
    guard finding.id == rule, finding.level > .info else { return false }
    if let fingerprint, finding.fingerprint != fingerprint { return false }
    guard let field else { return true }
    guard let path = finding.field else { return false }
    return path == field || path.hasPrefix(field + ".") || path.hasPrefix(field + "[")
  }
}
