internal import Model

let pinChecks = CheckGroup(["DC-1"], checkPIN)

/// DC-1: the PIN is at hand for the call, and is not written into the case.
func checkPIN(_ context: CheckContext) -> [Ruling] {
  let texts = context.caseFile.freeTexts + [FreeText(context.caseFile.telephone.by)].compactMap { $0 }
  let written = texts.flatMap { text in
    PINSearch(context.policy.wording).lines(in: text).map { line in
      context.fail(
        "DC-1", at: Place(file: context.caseFile.place.file, path: text.field, line: line),
        "A contact PIN seems to be written into '\(text.field)' on line \(line). It is a secret, and not repeated here.",
        variant: "written-down", mend: "Delete the number, and have the PIN changed if the file has been shared.")
    }
  }
  return [.worst(written, otherwise: context.pinAtHand)]
}

extension CheckContext {
  fileprivate var pinAtHand: Ruling {
    let field = caseFile.attestations.pinAtHand
    let variant = isCritical ? "critical" : nil
    switch field.value {
    case true?: return attested("DC-1", "The submitter has the PIN at hand.")
    case false?:
      return fail("DC-1", at: field.place, "The submitter does not have the contact PIN at hand.", variant: variant)
    case nil:
      return note(
        "DC-1", .cannotVerify, at: field.place, "Nobody says that the contact PIN is at hand.", variant: variant)
    }
  }
}

/// Finds a word for PIN with digits after it.
private struct PINSearch {
  private let words: Set<String>
  private let fillers: Set<String>

  init(_ wording: Wording) {
    // The last word of a phrase is enough: 'contact pin' ends in 'pin'.
    words = Set(wording.pin.compactMap { Words($0.text).list.last })
    fillers = wording.pinFillers
  }

  /// The lines of the file on which a PIN stands.
  func lines(in text: FreeText) -> [Int] {
    var found: [Int] = []
    var isArmed = false
    for (offset, line) in text.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let words = Words(line).list
      var digits = ""
      for word in words + [""] {
        let isNumber = !word.isEmpty && word.allSatisfy(\.isNumber)
        if isArmed, isNumber {
          // A PIN may be typed in groups.
          digits += word
          continue
        }
        if digits.count >= 3, digits.count <= 12, found.last != text.line + offset { found.append(text.line + offset) }
        if !digits.isEmpty { isArmed = false }
        digits = ""
        // The end of a line keeps the search armed: the number may stand on the next.
        if word.isEmpty { continue }
        isArmed = self.words.contains(word) || (isArmed && fillers.contains(word))
      }
    }
    return found
  }
}
