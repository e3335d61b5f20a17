internal import ArgumentParser
internal import CaseGateKit
internal import Foundation
internal import Intake
internal import Model

/// Which case is meant, and when.
struct CaseOptions: ParsableArguments {
  @Option(name: .customLong("case"), help: "The case file; 'casegate init' writes a commented one.")
  var casePath: String

  @Option(name: .customLong("customer"), help: "The customer file.")
  var customerPath: String

  @Option(help: "The moment of submission, such as 2026-11-24T10:00:00Z; by default now.")
  var at: String?

  func submission(
    attachments: [String] = [], class: Attachment.Class? = nil, update: String? = nil
  ) throws(Problem) -> CaseSubmission {
    var instant = Date()
    if let at {
      guard let date = Intake.Timestamp.parse(at) else {
        throw Problem(.usage, "--at", "is not a time", mend: "Write it as 2026-11-24T10:00:00Z or with an offset")
      }
      instant = date
    }
    return try CaseSubmission(
      casePath: casePath, customerPath: customerPath, at: instant, attachments: attachments, class: `class`,
      update: update)
  }
}

/// Whose guide is meant.
struct PolicyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of another vendor's guide, with the files that docs/policies.md describes; by default the built-in guide.",
      valueName: "folder"))
  var policy: String?

  func load() throws(Problem) -> Intake.Policy {
    guard let policy else { return try Intake.Policy.builtIn() }
    return try Intake.Policy.load(policy)
  }
}
