internal import Model
internal import StrictYAML

/// A decision to send a case although a responsibility is not met: by whom, why, and until when.
struct Waiver: Sendable {
  let place: Place
  /// The responsibility's id.
  let rule: String
  /// The field it is for; nil for all findings of the rule.
  let field: String?
  /// The last day on which it counts.
  let expires: CivilDate

  init(_ value: YAMLValue, _ policy: Policy) throws(Problem) {
    let map = try value.map(["rule", "field", "reason", "owner", "expires", "ticket"])
    place = value.place
    let id = try map.required("rule")
    let word = try id.string()
    guard let responsibility = policy[word] else {
      throw id.problem("names no responsibility", mend: policy.nearestID(to: word).map { "Did you mean '\($0)'?" })
    }
    rule = responsibility.id
    field = try map["field"]?.string()
    expires = try map.required("expires").civilDate()
    let reason = try map.required("reason")
    guard Words(try reason.string()).list.count >= policy.waivers.leastReasonWords else {
      throw reason.problem("is too short", mend: "Give a reason of at least \(policy.waivers.leastReasonWords) words")
    }
    let owner = try map.required("owner")
    guard !(try owner.string()).normalized.isEmpty else { throw owner.problem("is blank") }
    _ = try map["ticket"]?.string()
    guard field != nil || !policy.waivers.needsField.contains(rule) else {
      throw value.problem("waives \(rule) everywhere", mend: "Name the one field it is for under 'field'")
    }
  }

  /// Whether the waiver is about `finding`.
  func covers(_ finding: CheckFinding) -> Bool {
    guard finding.id == rule, finding.level > .info else { return false }
    guard let field else { return true }
    guard let path = finding.field else { return false }
    return path == field || path.hasPrefix(field + ".") || path.hasPrefix(field + "[")
  }
}
