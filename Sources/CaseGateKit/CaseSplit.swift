internal import Files
public import Intake
public import Model
internal import StrictYAML

/// A case file for one of the issues of a case that holds several; to be reviewed, not to be sent as it is.
public struct CaseDraft: Sendable {
  /// The proposed subject.
  public let subject: String
  /// The text of the file, in YAML.
  public let text: String
}

extension CaseGate {
  /// Takes the case apart into one draft per issue: all other fields stay as they are, and comments are lost.
  ///
  /// - Parameters:
  ///   - casePath: `case.yaml`.
  ///   - policy: whose guide is meant; nil for the one that is built in.
  /// - Returns: the drafts in the order of the text; empty when nothing shows several issues, or where one ends.
  /// - Throws: `Problem` of code `missing-file` or `invalid-file`.
  public func split(casePath: String, policy: Intake.Policy? = nil) throws(Problem) -> [CaseDraft] {
    let source = try InputFile.text(casePath)
    let parts = IssuePart.all(of: try CaseFile.load(casePath), policy: try policy.inForce())
    var drafts: [CaseDraft] = []
    for (index, part) in parts.enumerated() {
      var edit = try YAMLEdit(source, file: casePath)
      edit.set(["case", "subject"], part.subject)
      edit.set(["case", "description"], part.description)
      let head = """
        # Draft \(index + 1) of \(parts.count), one issue of a case that holds several.
        # Review everything before it is sent: subject, description, severity, products, impact, attachments.

        """
      drafts.append(CaseDraft(subject: part.subject, text: head + (try edit.text())))
    }
    return drafts
  }
}
