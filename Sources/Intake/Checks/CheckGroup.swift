/// Checks that belong together: which responsibilities they decide, and where they stand.
package struct CheckGroup: Sendable {
  /// The ids, `*` at the end for a family.
  package let ids: [String]
  /// The file, such as `Intake/Severity.swift`.
  package let file: String
  let run: @Sendable (CheckContext) -> [Ruling]

  init(_ ids: [String], file: String = #fileID, _ run: @escaping @Sendable (CheckContext) -> [Ruling]) {
    self.ids = ids
    self.file = file
    self.run = run
  }

  /// Whether the group decides the responsibility with `id`.
  package func decides(_ id: String) -> Bool {
    ids.contains { $0 == id || $0.hasSuffix("*") && id.hasPrefix($0.dropLast()) }
  }

  /// All groups, and the sums over them.
  package static let all: [CheckGroup] = [
    scopeChecks, descriptionChecks, severityChecks, telephoneChecks, managementChecks, entitlementChecks, contactChecks,
    trainingChecks, accessChecks, personalDataChecks, pinChecks, productChecks, documentationChecks, issueChecks,
    fileChecks, availabilityChecks, remoteSessionChecks, hotFixChecks, serviceLevelChecks, rollUpChecks,
  ]

  /// The group that decides the responsibility with `id`; nil when nothing is checked.
  package static func deciding(_ id: String) -> CheckGroup? { all.first { $0.decides(id) } }
}
