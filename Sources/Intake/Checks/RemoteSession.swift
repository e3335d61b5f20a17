let remoteSessionChecks = CheckGroup(["DC-13"], checkRemoteSession)

/// DC-13: a remote session is checked against the privacy rules of the own company.
func checkRemoteSession(_ context: CheckContext) -> [Ruling] {
  let (planned, checked) = (context.caseFile.remoteSession, context.caseFile.attestations.privacyForRemoteSession)
  guard planned.value == true else {
    let isDenied = planned.value == false
    let because = isDenied ? "No remote session is planned." : "The case does not speak of a remote session."
    return [context.notApplicable("DC-13", because)]
  }
  // A bare 'no' is an answer too, and not the one that is needed.
  switch checked.value?.normalized {
  case nil:
    let message = "A remote session is planned, and nobody says that it was checked against your privacy rules."
    return [context.cannotVerify("DC-13", at: checked.place, message)]
  case "no"?, "false"?:
    return [context.fail("DC-13", at: checked.place, "The remote session was not checked against your privacy rules.")]
  default: return [context.attested("DC-13", "The submitter attests the check of the remote session.")]
  }
}
