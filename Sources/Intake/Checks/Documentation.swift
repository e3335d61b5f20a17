internal import Model

let documentationChecks = CheckGroup(["DC-5", "DC-14"], checkDocumentation)

/// DC-5: documentation and knowledge base were consulted; DC-14 rests on the contact alone.
func checkDocumentation(_ context: CheckContext) -> [Ruling] {
  let field = context.caseFile.attestations.documentationReviewed
  let current = Ruling("DC-14", .cannotVerify, "The files have no place for it; it rests on the contact.")
  guard let documents = field.value else {
    return [context.cannotVerify("DC-5", at: field.place, "Nobody says which documentation was consulted."), current]
  }
  let count = documents.compactMap(\.value).count
  guard count > 0 else { return [context.fail("DC-5", at: field.place, "No documentation was consulted."), current] }
  return [context.attested("DC-5", "\(counted(count, "source")) consulted, by the submitter's word."), current]
}
