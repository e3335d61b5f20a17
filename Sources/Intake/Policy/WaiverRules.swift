internal import Model
internal import StrictYAML

/// What a waiver must have.
struct WaiverRules: Sendable {
  /// How far ahead it may expire.
  let longestDays: Int
  let leastReasonWords: Int
  /// Responsibilities that are waived for one field at a time.
  let needsField: Set<String>

  init(_ root: YAMLValue) throws(Problem) {
    let map = try root.map(["longest_days", "least_reason_words", "needs_field"])
    longestDays = try map.required("longest_days").int()
    leastReasonWords = try map.required("least_reason_words").int()
    needsField = Set(try map.required("needs_field").strings())
  }
}
