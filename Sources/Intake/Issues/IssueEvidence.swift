/// One piece of evidence that a case holds several issues, or, with negative points, one.
struct IssueEvidence: Sendable, Equatable {
  let kind: String
  let points: Int
  /// The submitter's own words say that there are several.
  let isExplicit: Bool
  let place: IssuePlace
  /// The words of the policy that were found, never the text around them.
  let words: String

  init(_ kind: String, _ points: Int, at place: IssuePlace, _ words: String, isExplicit: Bool = false) {
    self.kind = kind
    self.points = points
    self.place = place
    self.words = words
    self.isExplicit = isExplicit
  }

  /// Such as `line 12: 'two problems' (+4)`.
  var description: String { "line \(place.line): \(words) (\(points < 0 ? "" : "+")\(points))" }
}

/// All evidence of a case, with its sum.
struct IssueScore: Sendable {
  enum Band { case none, ask, block }

  let evidence: [IssueEvidence]
  let band: Band

  var points: Int { evidence.reduce(0) { $0 + $1.points } }

  init(_ evidence: [IssueEvidence], _ rules: IssueRules) {
    self.evidence = evidence
    let points = evidence.reduce(0) { $0 + $1.points }
    if points >= rules.bands.error, evidence.contains(where: \.isExplicit) {
      band = .block
    } else {
      band = points >= rules.bands.warning ? .ask : .none
    }
  }

  /// The evidence in words.
  var description: String { evidence.map(\.description).joined(separator: "; ") }
}
