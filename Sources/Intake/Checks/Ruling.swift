internal import Model

/// What a check decided about one responsibility.
struct Ruling: Sendable {
  let id: String
  let state: CheckState
  /// The data that decided.
  let because: String
  let findings: [CheckFinding]

  init(_ id: String, _ state: CheckState, _ because: String, _ findings: [CheckFinding] = []) {
    self.id = id
    self.state = state
    self.because = because
    self.findings = findings
  }

  /// The worst of several rulings about one responsibility, with the findings of all.
  ///
  /// - Parameter otherwise: what holds when there is none.
  static func worst(_ rulings: [Ruling], otherwise: Ruling) -> Ruling {
    let order: [CheckState] = [.fail, .cannotVerify, .attested, .pass, .notApplicable, .waived]
    guard let state = order.first(where: { state in rulings.contains { $0.state == state } }) else { return otherwise }
    let because = rulings.filter { $0.state == state }.map(\.because)
    return Ruling(otherwise.id, state, because.joined(separator: " "), rulings.flatMap(\.findings))
  }

  /// The same decision about a responsibility that repeats this one; its findings are not said twice.
  func repeated(as other: String) -> Ruling { Ruling(other, state, "The same as \(id). \(because)") }
}
