/// What must be complete before the vendor's clock starts (DF-3): the three items of section 2.1, the call for critical
/// cases, and what the tables require of the others.
struct RequiredInformation: Sendable {
  /// The missing items with the responsibility that requires them.
  let missing: [(what: String, id: String)]

  init(_ context: CheckContext) {
    let (file, wording) = (context.caseFile, context.policy.wording)
    var missing: [(String, String)] = []
    func need(_ what: String, _ id: String, _ isThere: Bool) {
      // Another guide may not ask for it.
      if !isThere, context.policy[id] != nil { missing.append((what, id)) }
    }
    func says(_ field: Field<String>, _ key: String) -> Bool { TextQuality(field, key, wording).isUsable }
    need("description", "DF-4", says(file.description, "description"))
    need("severity", "DF-5", context.severity != nil)
    if !context.isMessage {
      need("circumstances", "DF-6", says(file.circumstances, "circumstances"))
      need("business impact", "DC-6", says(file.businessImpact, "business_impact"))
    }
    if let severity = context.severity {
      if severity.isCritical {
        need("telephone call", "CH-1", file.telephone.calledAt.value.map { $0 <= context.instant } ?? false)
      }
      let classes = context.evidenceFiles.filter(\.isThere).compactMap(\.class)
      let hasFiles = classes.contains(.log) || classes.contains(.config)
      // A question and an update bring no files of their own.
      let needsFiles = severity.files != .none && !context.isUpdate && !context.isQuestion
      if needsFiles { need("log or configuration file", "SV-8", hasFiles) }
    }
    self.missing = missing
  }
}
