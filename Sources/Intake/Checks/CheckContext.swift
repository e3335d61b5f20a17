internal import Foundation
internal import Model

/// All that a check may look at.
struct CheckContext: Sendable {
  let caseFile: CaseFile
  let customer: CustomerFile
  let policy: Policy
  /// The instant of submission.
  let instant: Date
  let isStrict: Bool
  let attachments: [AttachmentFacts]
  let textFindings: [TextFinding]
  let unsearchedParts: [UnsearchedPart]

  /// The date at the customer's.
  var today: CivilDate { WallTime(instant, customer.calendar.zone).date }

  /// The rule of the requested severity; nil when it is missing or unknown.
  var severity: SeverityRule? { policy.severity(caseFile.severity.value) }

  var isCritical: Bool { severity?.isCritical == true }
  var isUpdate: Bool { caseFile.kind.value == .update }
  /// Whether what is submitted is a message: it adds to a case, and need not say again what the case says.
  var isMessage: Bool { caseFile.description.place.file != caseFile.place.file }

  /// The entry of the reporter; nil when there is none.
  var reporter: Contact? {
    caseFile.reporter.value.flatMap { name in customer.contacts.value?.first { $0.isCalled(name) } }
  }

  /// The products that have the problem: those marked, or the only one there is.
  var affectedProducts: [CaseFile.Product] {
    let products = caseFile.products.value ?? []
    if products.count == 1, products[0].affected.value != false { return products }
    return products.filter { $0.affected.value == true }
  }

  /// What findings call a product of the case: its name if the catalogue or the inventory has it, else its place.
  func shown(_ name: Field<String>) -> String {
    guard let text = name.value else { return "'\(name.place.path)'" }
    let key = policy.products.canonical(text)
    let isDeployed = (customer.products.value ?? []).contains {
      $0.name.value.map(policy.products.canonical) == key
    }
    return policy.products.isKnown(text) || isDeployed ? "'\(text)'" : "'\(name.place.path)'"
  }

  /// Subject and description as words.
  var words: Words {
    Words([caseFile.subject.value, caseFile.description.value].compactMap { $0 }.joined(separator: " "))
  }

  /// Whether the case asks how to do something and reports no symptom.
  var isQuestion: Bool {
    let words = words
    return policy.symptoms.question.first(in: words) != nil && policy.symptoms.classes(in: words).isEmpty
  }
}
