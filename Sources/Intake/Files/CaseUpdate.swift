public import Model

/// An e-mail that adds to a case: what people wrote, without the letter around it.
public struct CaseUpdate: Sendable {
  /// The message's file as the user named it.
  public let file: String
  /// The subject.
  public let subject: String
  /// What people wrote, quoted mail included.
  public let text: String
  /// The address it comes from; nil when it does not say.
  public let sender: String?

  /// Makes an update.
  public init(file: String, subject: String, text: String, sender: String?) {
    self.file = file
    self.subject = subject
    self.text = text
    self.sender = sender
  }
}

extension CaseFile {
  /// The case as `update` continues it: subject, description and reporter are those of the message.
  ///
  /// - Throws: `Problem` of code `usage` when the case does not exist yet.
  public func continued(by update: CaseUpdate) throws(Problem) -> CaseFile {
    guard kind.value != .new else {
      throw Problem(
        .usage, place.file, line: kind.place.line, "is a new case, and a message cannot update it",
        mend: "Set 'kind: update', and 'number' and 'original_subject' of the case that exists.")
    }
    func field(_ value: String, _ name: String) -> Field<String> {
      Field(value.allSatisfy(\.isWhitespace) ? nil : value, Place(file: update.file, path: "update." + name, line: 1))
    }
    var result = self
    result.kind = Field(.update, kind.place)
    // A case file that is kept for updates has the subject of its case as its own.
    if originalSubject.value == nil { result.originalSubject = subject }
    result.subject = field(update.subject, "subject")
    result.description = field(update.text, "text")
    result.reporter = field(update.sender ?? "", "from")
    return result
  }
}
