/// A text that people wrote freely, and that may therefore hold anything.
public struct FreeText: Sendable, Hashable {
  /// The file it stands in.
  public let file: String
  /// The way to the field, such as `case.description`.
  public let field: String
  /// The line on which the text itself begins.
  public let line: Int
  /// The text.
  public let text: String

  init?(_ field: Field<String>) {
    guard let text = field.value else { return nil }
    file = field.place.file
    self.field = field.place.path
    self.text = text
    line = field.textLine
  }
}

extension Field<String> {
  /// The line on which the text begins: a block text begins on the line after its `|`.
  var textLine: Int { value?.contains("\n") == true ? place.line + 1 : place.line }
}

extension CaseFile {
  /// All free text of the case, to be searched for personal data.
  public var freeTexts: [FreeText] {
    let fields =
      [
        number, originalSubject, subject, description, circumstances, businessImpact, hotFix.justification,
        hotFix.businessCase, attestations.oneIssue, attestations.privacyForRemoteSession,
      ] + (attestations.documentationReviewed.value ?? []) + (attachments.value ?? []).map(\.path)
      + (products.value ?? []).map(\.name)
    return fields.compactMap(FreeText.init)
  }
}

/// Personal data that a scan found in a free text: where and what kind, never the value.
public struct TextFinding: Sendable, Hashable {
  /// The way to the field, as `FreeText.field` has it; in a message the way to the part, such as `mail.eml!update.txt`.
  public let field: String
  /// The line in the case file, or in the part.
  public let line: Int
  /// The category's name.
  public let category: String
  /// How often.
  public let count: Int
  /// The file; nil for the case file.
  public let file: String?

  /// Makes a finding.
  public init(field: String, line: Int, category: String, count: Int, file: String? = nil) {
    self.file = file
    self.field = field
    self.line = line
    self.category = category
    self.count = count
  }
}

/// A part of a message that could not be searched for personal data.
public struct UnsearchedPart: Sendable, Hashable {
  /// The file.
  public let file: String
  /// The way to the part, such as `mail.eml!attachments/core`.
  public let part: String
  /// Why not, and what to do about it.
  public let reason: String

  /// Makes a part.
  public init(file: String, part: String, reason: String) {
    self.file = file
    self.part = part
    self.reason = reason
  }
}
