/// A text that people wrote freely, and that may therefore hold anything.
public struct FreeText: Sendable, Hashable {
  /// The way to the field, such as `case.description`.
  public let field: String
  /// The line on which the text itself begins.
  public let line: Int
  /// The text.
  public let text: String

  init?(_ field: Field<String>) {
    guard let text = field.value else { return nil }
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
  /// The way to the field, as `FreeText.field` has it.
  public let field: String
  /// The line in the case file.
  public let line: Int
  /// The category's name.
  public let category: String
  /// How often.
  public let count: Int

  /// Makes a finding.
  public init(field: String, line: Int, category: String, count: Int) {
    self.field = field
    self.line = line
    self.category = category
    self.count = count
  }
}
