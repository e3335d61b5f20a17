internal import Model

extension CheckContext {
  /// What the report does not speak of: each costs a question from the vendor and a day.
  var missingAspects: [String] {
    let texts = [caseFile.subject.value, caseFile.description.value, caseFile.circumstances.value]
    let words = Words(texts.compactMap { $0 }.joined(separator: " "))
    return policy.wording.aspects.filter { $0.phrases.first(in: words) == nil }.map(\.name)
  }

  /// A description that is long enough and tells too little all the same.
  var vagueness: Ruling? {
    // A question has no symptom to describe, and an update adds to what was told before.
    guard !isUpdate, !isQuestion,
      case .substantial = TextQuality(caseFile.description, "description", policy.wording)
    else { return nil }
    let missing = missingAspects
    guard policy.wording.aspects.count - missing.count < policy.wording.leastAspects else { return nil }
    return fail(
      "DF-4", at: caseFile.description.place, "The case does not say \(listed(missing, "or")).", variant: "thin",
      mend: "Add what is missing, or say that you do not know it.")
  }

  /// A problem of single calls without the id of one.
  var callID: Ruling? {
    let rules = policy.wording.callIDs
    guard !isUpdate, !isQuestion, rules.subjects.first(in: words) != nil,
      !rules.symptoms.isDisjoint(with: policy.symptoms.classes(in: words))
    else { return nil }
    let texts = [caseFile.subject.value, caseFile.description.value, caseFile.circumstances.value].compactMap { $0 }
    guard !texts.contains(where: { quotesID($0, rules) }) else { return nil }
    return fail(
      "DF-4", at: caseFile.description.place, "The case is about calls and quotes no id of one.", variant: "thin",
      mend: "Quote the ConnID, Call-ID, call UUID or interaction id of one or two examples, with their times.")
  }

  private func quotesID(_ text: String, _ rules: CallIDWords) -> Bool {
    let runs = text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ".") }
    if runs.contains(where: { $0.count >= rules.leastLength && $0.count(where: \.isNumber) >= 4 }) { return true }
    // A shorter one is known by the name before it.
    let words = Words(text).list
    return rules.names.contains { name in
      guard let index = name.index(in: words) else { return false }
      return words[index...].prefix(6).contains { $0.count >= 4 && $0.contains(where: \.isNumber) }
    }
  }
}
