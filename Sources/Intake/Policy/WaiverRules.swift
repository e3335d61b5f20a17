internal import Model
internal import StrictYAML

/// What a waiver must have.
struct WaiverRules: Sendable {
  /// How far ahead it may expire.
  let longestDays: Int
  let leastReasonWords: Int
  /// Responsibilities that are waived one finding at a time.
  let needsFingerprint: Set<String>

  init(_ root: YAMLValue) throws(Problem) {
    let map = try root.map(["longest_days", "least_reason_words", "needs_fingerprint"])
    longestDays = try map.required("longest_days").int()
    leastReasonWords = try map.required("least_reason_words").int()
    needsFingerprint = Set(try map.required("needs_fingerprint").strings())
  }
}
