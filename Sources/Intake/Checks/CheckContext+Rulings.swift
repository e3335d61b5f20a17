internal import Model

extension CheckContext {
  func pass(_ id: String, _ because: String) -> Ruling { Ruling(id, .pass, because) }

  func attested(_ id: String, _ because: String) -> Ruling { Ruling(id, .attested, because) }

  func notApplicable(_ id: String, _ because: String) -> Ruling { Ruling(id, .notApplicable, because) }

  /// A responsibility that the data show to be broken.
  ///
  /// - Parameters:
  ///   - variant: the key in the responsibility's `levels`; nil takes its level.
  ///   - kind: what was found at the place, where that can be several things.
  func fail(
    _ id: String, at place: Place, _ message: String, variant: String? = nil, mend: String? = nil, kind: String = ""
  ) -> Ruling {
    finding(id, .fail, place, message, mend, kind) { rule in variant.flatMap { rule.levels[$0] } ?? rule.level }
  }

  /// A responsibility that cannot be decided: the data are absent.
  func cannotVerify(_ id: String, at place: Place, _ message: String, mend: String? = nil) -> Ruling {
    finding(id, .cannotVerify, place, message, mend) { rule in
      // Strictness turns ignorance about a verifiable rule into an error; attestations stay what they are.
      isStrict && rule.kind == .verified ? .error : min(rule.level, .warning)
    }
  }

  /// Something good to know that blocks nothing.
  func note(
    _ id: String, _ state: CheckState, at place: Place, _ message: String, variant: String? = nil, mend: String? = nil
  ) -> Ruling {
    finding(id, state, place, message, mend) { rule in variant.flatMap { rule.levels[$0] } ?? rule.level }
  }

  private func finding(
    _ id: String, _ state: CheckState, _ place: Place, _ message: String, _ mend: String?, _ kind: String = "",
    _ level: (Responsibility) -> Level
  ) -> Ruling {
    // Another vendor's guide may not have the responsibility; then there is nothing to find.
    guard let rule = policy[id] else { return Ruling(id, state, message) }
    // A rule can hold and yet deserve a remark; the remark is about something that is wrong.
    let finding = CheckFinding(
      id: rule.id, level: level(rule), state: state == .cannotVerify ? state : .fail, message: message,
      field: place.path, file: place.file, line: place.line, guide: rule.guide, mend: mend ?? rule.mend,
      fingerprint: policy.waivers.needsFingerprint.contains(rule.id) ? fingerprint(rule.id, place, kind) : nil)
    return Ruling(rule.id, state, message, [finding])
  }
}

/// `["a", "b", "c"]` as `a, b and c`.
func listed(_ words: [String], _ joint: String = "and") -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(joint) " + last
}

/// `1 word`, `2 words`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
