internal import Model
internal import StrictYAML

/// What a severity requires, and how it is worked on.
struct SeverityRule: Sendable {
  /// Whether a severity may be requested for an environment.
  enum Permission: String, Sendable, CaseIterable {
    case allowed, refused, unclear
  }

  /// Whether log or configuration files must come with the case.
  enum Files: String, Sendable, CaseIterable {
    case none, recommended, required
  }

  /// When cases are worked on.
  enum Processing: String, Sendable, CaseIterable {
    case aroundTheClock = "24x7"
    case businessHours = "business-hours"
  }

  /// Whether a fix ahead of the release can be had.
  struct HotFix: Sendable {
    enum Policy: String, Sendable, CaseIterable {
      case onRequest = "on-request"
      case byException = "by-exception"
      case refused
    }

    let policy: Policy
    let rule: String
  }

  let id: String
  /// The responsibility that its criterion and environments are checked under.
  let rule: String
  let processed: Processing
  /// Reported by telephone, with a contact available at all times.
  let isCritical: Bool
  let environments: [CaseFile.Environment: Permission]
  let files: Files
  let hotFix: HotFix
  /// Families of words that do not go with it.
  let contradictedBy: [String]

  init(_ value: YAMLValue) throws(Problem) {
    let map = try value.map([
      "id", "rule", "processed", "critical", "environments", "files", "contradicted_by", "hot_fix",
    ])
    id = try map.required("id").string()
    rule = try map.required("rule").string()
    processed = try map.required("processed").choice()
    isCritical = try map.required("critical").bool()
    files = try map.required("files").choice()
    let places = try map.required("environments").map(CaseFile.Environment.allCases.map(\.rawValue))
    var environments: [CaseFile.Environment: Permission] = [:]
    for environment in CaseFile.Environment.allCases {
      environments[environment] = try places.required(environment.rawValue).choice()
    }
    self.environments = environments
    contradictedBy = try map["contradicted_by"]?.strings() ?? []
    let fix = try map.required("hot_fix").map(["policy", "rule"])
    hotFix = HotFix(policy: try fix.required("policy").choice(), rule: try fix.required("rule").string())
  }

  /// All severities, worst first, and the mailbox of the vendor's management.
  static func list(_ root: YAMLValue) throws(Problem) -> (severities: [SeverityRule], mailbox: String) {
    let map = try root.map(["severities", "management_mailbox"])
    var severities: [SeverityRule] = []
    for item in try map.required("severities").list() { severities.append(try SeverityRule(item)) }
    return (severities, try map.required("management_mailbox").string())
  }
}
