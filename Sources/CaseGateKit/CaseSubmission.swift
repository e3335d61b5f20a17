internal import Bundles
internal import Detection
internal import Files
public import Foundation
public import Intake
internal import Mail
public import Model
internal import RulePacks

/// A case as it is about to be submitted: both files, the moment, and what is sent along.
public struct CaseSubmission: Sendable {
  /// The case.
  public let caseFile: CaseFile
  /// The customer.
  public let customer: CustomerFile
  /// The moment of submission.
  public let instant: Date
  /// The files that are to be sent.
  public let attachments: [AttachmentFacts]
  /// Where they are.
  public let locations: [String]
  /// The message that adds to the case; nil for a case as a whole.
  let updatePath: String?

  /// Reads both files and looks at the attachments.
  ///
  /// - Parameters:
  ///   - casePath: `case.yaml`; attachments it lists are looked for beside it, and in the current folder.
  ///   - customerPath: `customer.yaml`.
  ///   - instant: the moment of submission.
  ///   - attachments: further files to be sent, or where files that the case lists are.
  ///   - class: what those further files are; nil when nobody says.
  ///   - update: an e-mail message (`.eml`) that adds to the case; it is what is checked.
  /// - Throws: `Problem` of code `missing-file`, `invalid-file`, `usage`, or `unscannable` for a message that can be read
  ///   in two ways.
  public init(
    casePath: String, customerPath: String, at instant: Date = Date(), attachments: [String] = [],
    class: Attachment.Class? = nil, update: String? = nil
  ) throws(Problem) {
    let loaded = try CaseFile.load(casePath)
    caseFile = try update.map { path throws(Problem) in try loaded.continued(by: Self.update(path)) } ?? loaded
    updatePath = update
    customer = try CustomerFile.load(customerPath)
    self.instant = instant
    var facts: [AttachmentFacts] = []
    var locations: [String] = []
    for path in attachments {
      guard let status = Paths.status(path, followingLinks: true) else {
        throw Problem(.missingFile, path, "does not exist", mend: "Check the spelling of the path")
      }
      facts.append(AttachmentFacts(path: path, exists: true, sizeInBytes: status.size, class: `class`))
      locations.append(path)
    }
    let given = Set(attachments.map { Paths.split($0).name })
    for attachment in caseFile.attachments.value ?? [] {
      guard let path = attachment.path.value, !given.contains(Paths.split(path).name) else { continue }
      let folder = path.hasPrefix("/") ? "" : Paths.split(casePath).folder
      let beside = folder.isEmpty ? path : folder + "/" + path
      let isBeside = Paths.status(beside, followingLinks: true) != nil
      let status = Paths.status(isBeside ? beside : path, followingLinks: true)
      locations.append(isBeside ? beside : path)
      facts.append(
        AttachmentFacts(path: path, exists: status != nil, sizeInBytes: status?.size, class: attachment.class.value))
    }
    self.attachments = facts
    self.locations = locations
  }

  private static func update(_ path: String) throws(Problem) -> CaseUpdate {
    let bytes = try InputFile(path).readAll(limit: MailMessage.largest, subject: path)
    do throws(Problem) {
      let message = try MailMessage(bytes)
      return CaseUpdate(file: path, subject: message.subject, text: message.text, sender: message.senders.first)
    } catch {
      throw Problem(error.code, path, error.reason, mend: error.mend)
    }
  }

  /// The attachments with what their logs tell; each is read up to 64 MiB.
  func attachmentsWithLogs() -> [AttachmentFacts] {
    zip(attachments, locations).map { facts, location in
      guard facts.exists, [.log, .trace, nil].contains(facts.class) else { return facts }
      let span = LogSpan()
      let isWhole = Glance.texts(of: location, budget: 64 << 20, to: span)
      return AttachmentFacts(
        path: facts.path, exists: true, sizeInBytes: facts.sizeInBytes, class: facts.class,
        logs: span.facts(isWhole: isWhole))
    }
  }
}

extension CaseGate {
  /// Checks a case against every responsibility of the guide.
  ///
  /// - Parameters:
  ///   - strict: warnings block, and what cannot be verified is an error.
  ///   - waivers: exceptions that were decided on.
  ///   - policy: whose guide is meant; nil for the one that is built in.
  public func check(
    _ submission: CaseSubmission, strict: Bool = false, waivers: WaiverFile? = nil, policy: Intake.Policy? = nil
  ) throws(Problem) -> CheckReport {
    let policy = try policy.inForce()
    let message = try submission.updatePath.map { path throws(Problem) in try MessageSearch(path, self) }
    let report = CaseCheck(policy: policy).run(
      submission.caseFile, submission.customer, at: submission.instant, strict: strict,
      attachments: submission.attachmentsWithLogs(),
      textFindings: try textFindings(submission.caseFile) + (message?.findings ?? []),
      unsearchedParts: message?.unsearched ?? [])
    guard let waivers else { return report }
    return try waivers.waivers(policy).applied(to: report, submission.customer, at: submission.instant, strict: strict)
  }

  /// The service-level targets of a case; its attachments are taken to be there.
  public func targets(_ submission: CaseSubmission, policy: Intake.Policy? = nil) throws(Problem) -> TargetReport {
    try ServiceLevels(policy: try policy.inForce()).targets(
      submission.caseFile, submission.customer, at: submission.instant)
  }

  /// Personal data in the case's own words: places and kinds, never values.
  private func textFindings(_ caseFile: CaseFile) throws(Problem) -> [TextFinding] {
    var scan = Scan(detector)
    var findings: [TextFinding] = []
    for field in caseFile.freeTexts where field.file == caseFile.place.file {
      let text = Array(field.text.utf8)
      var counts: [Place: Int] = [:]
      for match in try scan.scan(text.span).matches {
        let line = field.line + text[..<match.range.lowerBound].count { $0 == 0x0A }
        counts[Place(line: line, category: detector.rules[match.rule].category), default: 0] += 1
      }
      for (place, count) in counts.sorted(by: {
        ($0.key.line, $0.key.category.rawValue) < ($1.key.line, $1.key.category.rawValue)
      }) {
        findings.append(
          TextFinding(field: field.field, line: place.line, category: place.category.rawValue, count: count))
      }
    }
    return findings
  }

  private struct Place: Hashable {
    let line: Int
    let category: Model.Category
  }
}

extension Intake.Policy? {
  /// The policy, or the one that is built in.
  func inForce() throws(Problem) -> Intake.Policy {
    if let self { return self }
    return try Intake.Policy.builtIn()
  }
}
