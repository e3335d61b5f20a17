public import Model
public import StrictYAML

extension CaseFile {
  /// The keys under `case`.
  static let keys = [
    "kind", "number", "original_subject", "reporter", "severity", "environment", "subject", "description",
    "circumstances", "business_impact", "occurred_at", "products", "telephone", "availability", "hot_fix",
    "management_attention", "remote_session", "attachments", "attestations",
  ]

  /// Reads a case file; JSON is YAML.
  ///
  /// - Throws: `Problem` of code `invalid-file` that names file, line and column.
  public init(_ root: YAMLValue) throws(Problem) {
    let section = try Section(try root.map(["case"]).required("case"), Self.keys)
    place = section.place
    kind = try section.choice("kind")
    number = try section.text("number")
    originalSubject = try section.text("original_subject")
    reporter = try section.text("reporter")
    severity = try section.text("severity")
    environment = try section.choice("environment")
    subject = try section.text("subject")
    description = try section.text("description")
    circumstances = try section.text("circumstances")
    businessImpact = try section.text("business_impact")
    occurredAt = try section.instant("occurred_at")
    products = try section.items("products") { (item) throws(Problem) in try Product(item) }
    telephone = try Telephone(section.section("telephone", ["called_at", "by"]))
    availability = try Availability(section.section("availability", ["around_the_clock", "contacts"]))
    hotFix = try HotFix(section.section("hot_fix", ["requested", "justification", "business_case"]))
    managementAttention = try section.flag("management_attention")
    remoteSession = try section.flag("remote_session")
    attachments = try section.items("attachments") { (item) throws(Problem) in try Attachment(item) }
    attestations = try Attestations(section.section("attestations", Attestations.keys))
  }
}

extension CaseFile.Product {
  init(_ value: YAMLValue) throws(Problem) {
    let section = try Section(value, ["name", "version", "affected"])
    place = section.place
    name = try section.text("name")
    version = try section.text("version")
    affected = try section.flag("affected")
  }
}

extension CaseFile.Telephone {
  init(_ section: Section) throws(Problem) {
    calledAt = try section.instant("called_at")
    by = try section.text("by")
  }
}

extension CaseFile.Availability {
  init(_ section: Section) throws(Problem) {
    aroundTheClock = try section.flag("around_the_clock")
    contacts = try section.texts("contacts")
  }
}

extension CaseFile.HotFix {
  init(_ section: Section) throws(Problem) {
    requested = try section.flag("requested")
    justification = try section.text("justification")
    businessCase = try section.text("business_case")
  }
}

extension CaseFile.Attestations {
  static let keys = ["documentation_reviewed", "pin_at_hand", "one_issue", "purged", "privacy_for_remote_session"]

  init(_ section: Section) throws(Problem) {
    documentationReviewed = try section.texts("documentation_reviewed")
    pinAtHand = try section.flag("pin_at_hand")
    oneIssue = try section.text("one_issue")
    purged = try section.flag("purged")
    privacyForRemoteSession = try section.text("privacy_for_remote_session")
  }
}

extension Attachment {
  init(_ value: YAMLValue) throws(Problem) {
    let section = try Section(value, ["path", "class"])
    place = section.place
    path = try section.text("path")
    `class` = try section.choice("class")
  }
}

extension Section {
  /// A list of texts, each with its place.
  func texts(_ key: String) throws(Problem) -> Field<[Field<String>]> {
    try items(key) { (item) throws(Problem) in
      let text = try item.string()
      return Field(text.allSatisfy(\.isWhitespace) ? nil : text, item.place)
    }
  }
}
