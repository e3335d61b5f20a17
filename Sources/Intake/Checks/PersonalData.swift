let personalDataChecks = CheckGroup(["CR-7a", "CR-7b", "CR-7c", "DC-9"], checkPersonalData)

/// CR-7a to CR-7c and DC-9: no personal data in the case, in updates, in files.
func checkPersonalData(_ context: CheckContext) -> [Ruling] {
  let text = context.purgedText(context.isUpdate ? "CR-7b" : "CR-7a")
  let other =
    context.isUpdate
    ? context.notApplicable("CR-7a", "This is an update; see CR-7b.")
    : context.notApplicable("CR-7b", "This is a new case; see CR-7a.")
  return [text, other, context.purgedFiles, text.repeated(as: "DC-9")]
}

extension CheckContext {
  fileprivate func purgedText(_ id: String) -> Ruling {
    let found = textFindings.map { finding in
      let place = Place(file: finding.file ?? caseFile.place.file, path: finding.field, line: max(1, finding.line))
      let times = finding.count == 1 ? "" : ", \(finding.count) times"
      // The kind of data is named, never the value: reports are shared more widely than cases.
      return fail(
        id, at: place,
        "'\(finding.field)' holds what looks like personal or secret data (\(finding.category)) "
          + (finding.line == 0 ? "in its name" : "on line \(finding.line)") + times + ".", kind: finding.category)
    }
    let unsearched = unsearchedParts.map { part in
      cannotVerify(
        id, at: Place(file: part.file, path: part.part, line: 1),
        "'\(part.part)' could not be searched: \(part.reason)",
        mend: "Leave the part out, or send what it says as text.")
    }
    let field = caseFile.attestations.purged
    if field.value == false {
      return .worst(
        found + unsearched + [
          fail(id, at: field.place, "The submitter says that personal data has not been taken out.")
        ],
        otherwise: pass(id, ""))
    }
    guard found.isEmpty, unsearched.isEmpty else { return .worst(found + unsearched, otherwise: pass(id, "")) }
    let texts = "the scan found nothing in \(counted(caseFile.freeTexts.count, "text field"))"
    guard field.value == true else {
      let message = "Nobody says that personal data has been taken out; \(texts), which proves no absence."
      return cannotVerify(id, at: field.place, message)
    }
    return attested(id, "The submitter says so, and \(texts).")
  }

  /// CR-7c: the files themselves are scanned when the bundle is verified; here only the word of the submitter counts.
  fileprivate var purgedFiles: Ruling {
    let id = "CR-7c"
    let field = caseFile.attestations.purged
    guard !(caseFile.attachments.value ?? []).isEmpty || !attachments.isEmpty else {
      return notApplicable(id, "No files go with the case.")
    }
    switch field.value {
    case true?: return attested(id, "The submitter says so. This check does not scan files; 'casegate verify' does.")
    case false?: return fail(id, at: field.place, "The submitter says that personal data has not been taken out.")
    case nil:
      return cannotVerify(id, at: field.place, "Nobody says that personal data has been taken out of the files.")
    }
  }
}
