public import Foundation
public import Model

/// Checks a case against every responsibility of a policy.
public struct CaseCheck: Sendable {
  private let policy: Policy

  /// Makes a check.
  public init(policy: Policy) { self.policy = policy }

  /// Checks `caseFile`, submitted by `customer` at `instant`.
  ///
  /// - Parameters:
  ///   - strict: warnings block, and what cannot be verified is an error.
  ///   - attachments: the files that are to be sent, as far as the caller looked at them.
  ///   - textFindings: personal data that the caller found in `caseFile.freeTexts`, and in the message of an update.
  ///   - unsearchedParts: parts of the message that the caller could not search.
  public func run(
    _ caseFile: CaseFile, _ customer: CustomerFile, at instant: Date, strict: Bool = false,
    attachments: [AttachmentFacts] = [], textFindings: [TextFinding] = [],
    unsearchedParts: [UnsearchedPart] = []
  ) -> CheckReport {
    let context = CheckContext(
      caseFile: caseFile, customer: customer, policy: policy, instant: instant, isStrict: strict,
      attachments: attachments, textFindings: textFindings, unsearchedParts: unsearchedParts)
    var rulings = CheckGroup.all.flatMap { $0.run(context) }
    rulings += rollUps(context, rulings)
    let byID = Dictionary(rulings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let all = policy.responsibilities.map { byID[$0.id] ?? context.untouched($0) }
    let findings = all.flatMap(\.findings).enumerated()
      // Errors first, then as the guide has them; the sort must be stable.
      .sorted { ($1.element.level, $0.offset) < ($0.element.level, $1.offset) }.map(\.element)
    return CheckReport(
      verdict: Self.verdict(of: findings, strict: strict, policy: policy), findings: findings,
      results: all.map { CheckResult(id: $0.id, state: $0.state, because: $0.because) },
      targets: context.severity == nil ? nil : ServiceLevels(policy: policy).report(context))
  }

  /// The verdict that follows from findings; waived ones do not count.
  ///
  /// Where nothing blocks, but a responsibility that `policy` calls needed could not be verified, it is undecided.
  public static func verdict(of findings: [CheckFinding], strict: Bool, policy: Policy) -> Verdict {
    let limit: Level = strict ? .warning : .error
    if findings.contains(where: { $0.state != .waived && $0.level >= limit }) { return .blocked }
    let isOpen = findings.contains { $0.state == .cannotVerify && policy[$0.id]?.isNeeded == true }
    return isOpen ? .undecided : .pass
  }
}

extension CheckContext {
  /// What holds for a responsibility that no check speaks of.
  fileprivate func untouched(_ responsibility: Responsibility) -> Ruling {
    let because =
      switch responsibility.kind {
      case .vendor: "The vendor's side."
      case .advised: "Advice or a definition; there is nothing to check."
      case .verified, .attested: "Nothing in this case concerns it."
      }
    return notApplicable(responsibility.id, because)
  }
}
