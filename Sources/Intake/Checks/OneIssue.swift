internal import Model

let issueChecks = CheckGroup(["DC-7"], checkOneIssue)

/// DC-7: one issue per case, and no new issue in the update of another.
func checkOneIssue(_ context: CheckContext) -> [Ruling] {
  let search = IssueSearch(context.caseFile, context.policy)
  let one = context.oneIssue(search.score)
  guard context.isUpdate else { return [one] }
  return [.worst([one, context.sameTopic(search)], otherwise: one)]
}

extension CheckContext {
  fileprivate func oneIssue(_ score: IssueScore) -> Ruling {
    let place = score.evidence.first.map { first in
      Place(file: caseFile.description.place.file, path: first.place.field, line: first.place.line)
    }
    let sum = score.evidence.isEmpty ? "No evidence of a second issue" : "Evidence: \(score.description)"
    guard score.band != .none, let place else { return pass("DC-7", sum + ".") }
    let cause = Words(caseFile.attestations.oneIssue.value ?? "").list.count
    if cause >= 3 { return attested("DC-7", "The submitter names one cause for all of it. \(sum).") }
    let unclear = caseFile.attestations.oneIssue.value == nil ? "" : " 'case.attestations.one_issue' names no cause."
    let message =
      "The case may hold several issues, score \(score.points). \(sum). Would mending one mend the other?\(unclear)"
    return fail("DC-7", at: place, message, variant: score.band == .block ? "explicit" : nil)
  }

  /// An update that speaks of something else than its case.
  fileprivate func sameTopic(_ search: IssueSearch) -> Ruling {
    guard caseFile.number.value != nil, let original = caseFile.originalSubject.value else {
      let field = caseFile.number.value == nil ? caseFile.number : caseFile.originalSubject
      let message = "An update is compared with its case, and '\(field.place.path)' is missing."
      return cannotVerify("DC-7", at: field.place, message, mend: "Set 'case.number' and 'case.original_subject'.")
    }
    let (old, new) = (Words(original), search.text.words)
    let symptoms = Set(policy.symptoms.classes(in: old)).intersection(policy.symptoms.classes(in: new))
    let products = Set(policy.products.components(in: old)).intersection(policy.products.components(in: new))
    // Short words are the same in any two texts.
    let shared = Set(old.list.filter { $0.count > 3 }).intersection(new.list)
    guard symptoms.isEmpty, products.isEmpty, shared.isEmpty else {
      return pass("DC-7", "The update shares words, symptom or product with the subject of its case.")
    }
    return fail(
      "DC-7", at: caseFile.description.place,
      "The update shares no word, symptom or product with the subject of the case it belongs to.",
      mend: "Open a new case for a new problem, or name the symptom of the case in the update.")
  }
}
