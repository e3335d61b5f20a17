internal import Foundation
internal import Model

extension CheckContext {
  /// Clocks of servers and of people differ by some minutes.
  private static let slack: TimeInterval = 300

  /// DF-6: an occurrence that the attached logs cannot show, because they begin after it or end before it.
  var occurrenceInLogs: Ruling? {
    guard let time = caseFile.occurredAt.value else { return nil }
    let logs = attachments.filter { $0.exists && [.log, .trace, nil].contains($0.class) }
    // A log whose span is not known may show it.
    let (starts, ends) = (logs.map { $0.logs?.earliest }, logs.map { $0.logs?.latest })
    guard !logs.isEmpty else { return nil }
    let first = starts.contains(nil) ? nil : starts.compactMap { $0 }.min()
    let last = ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
    let zone = customer.calendar.zone
    let place = caseFile.occurredAt.place
    let mend = "Attach the logs of that time, or correct 'case.occurred_at'."
    if let first, time < first.addingTimeInterval(-Self.slack) {
      let message = "'case.occurred_at' is before the attached logs begin (\(Timestamp.format(first, zone)))."
      return fail("DF-6", at: place, message, variant: "logs", mend: mend)
    }
    if let last, time > last.addingTimeInterval(Self.slack) {
      let message = "'case.occurred_at' is after the attached logs end (\(Timestamp.format(last, zone)))."
      return fail("DF-6", at: place, message, variant: "logs", mend: mend)
    }
    return nil
  }

  /// DC-3: a release that the attached logs of the product do not name.
  func unlikeLogs(_ product: CaseFile.Product) -> Ruling? {
    guard let name = product.name.value, let version = product.version.value?.trimmingOuterSpace,
      policy.products.flaw(ofRelease: version) == nil
    else { return nil }
    let types = policy.products.logTypes(of: name)
    let named = Set(
      attachments.flatMap { $0.logs?.releases ?? [] }.filter { types.contains($0.type.normalized) }.map(\.version))
    guard !named.isEmpty, !named.contains(version) else { return nil }
    let message =
      "The attached logs of \(shown(product.name)) are of release \(listed(named.sorted().prefix(3).map { $0 })), "
      + "not the one in the case."
    return fail(
      "DC-3", at: product.version.place, message, variant: "logs",
      mend: "Correct the version, or attach the logs of the affected product.")
  }
}
