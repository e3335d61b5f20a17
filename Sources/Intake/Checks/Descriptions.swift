internal import Foundation
internal import Model

let descriptionChecks = CheckGroup(["DF-4", "DF-6", "DC-6"], checkDescriptions)

/// DF-4, DF-6 and DC-6: description, circumstances and business impact are there and say something.
func checkDescriptions(_ context: CheckContext) -> [Ruling] {
  let file = context.caseFile
  if context.isMessage {
    let known = "The case that the message adds to has it."
    return [
      context.messageText, context.notApplicable("DF-6", known), context.notApplicable("DC-6", known),
    ]
  }
  let circumstances = context.quality("DF-6", file.circumstances, "circumstances")
  return [
    .worst(
      [context.quality("DF-4", file.description, "description"), context.subject, context.vagueness, context.callID]
        .compactMap { $0 }, otherwise: context.pass("DF-4", "")),
    .worst(
      [circumstances, context.occurrence ?? context.occurrenceInLogs].compactMap { $0 }, otherwise: circumstances),
    context.quality("DC-6", file.businessImpact, "business_impact"),
  ]
}

extension CheckContext {
  fileprivate func quality(_ id: String, _ field: Field<String>, _ key: String) -> Ruling {
    let name = field.place.path
    switch TextQuality(field, key, policy.wording) {
    case .missing: return fail(id, at: field.place, "'\(name)' is missing.")
    case .template: return fail(id, at: field.place, "'\(name)' holds only the text of a form.")
    case .leftover(let phrase):
      let message = "'\(name)' still holds text of a form: '\(phrase)'."
      return fail(id, at: field.place, message, variant: "thin", mend: "Replace or delete it.")
    case .thin(let words, let least):
      let lacks = key == "description" ? missingAspects : []
      let lack = lacks.isEmpty ? "" : " The case does not say \(listed(lacks, "or"))."
      let message = "'\(name)' has only \(counted(words, "word")), fewer than \(least).\(lack)"
      return fail(id, at: field.place, message, variant: "thin")
    case .substantial(let words): return pass(id, "'\(name)' has \(words) words; accuracy is the submitter's.")
    }
  }

  /// A message must say something; how much is its own affair.
  fileprivate var messageText: Ruling {
    let field = caseFile.description
    guard case .missing = TextQuality(field, "description", policy.wording) else {
      return pass("DF-4", "The message has \(counted(Words(field.value ?? "").list.count, "word")).")
    }
    return fail("DF-4", at: field.place, "The message has no text.", mend: "Write what is new.")
  }

  /// A case without a title.
  fileprivate var subject: Ruling? {
    guard caseFile.subject.value == nil else { return nil }
    return fail(
      "DF-4", at: caseFile.subject.place, "'case.subject' is missing.", variant: "thin",
      mend: "Write the symptom and the product into 'case.subject'.")
  }

  /// An occurrence that lies in the future.
  fileprivate var occurrence: Ruling? {
    guard let time = caseFile.occurredAt.value, time > instant else { return nil }
    let written = Timestamp.format(time, customer.calendar.zone)
    return fail(
      "DF-6", at: caseFile.occurredAt.place, "'case.occurred_at' is \(written), later than the submission.",
      variant: "thin", mend: "Correct date, time or offset.")
  }
}
