internal import EmbeddedRules
public import Model
internal import StrictYAML

/// What a vendor's support guide demands and promises, as data.
///
/// Another guide is another set of files below `Rules/intake`; no figure and no word of it stands in code.
public struct Policy: Sendable {
  /// The numbered statements, in the order of the guide.
  public let responsibilities: [Responsibility]
  let severities: [SeverityRule]
  let targets: TargetTables
  let products: ProductCatalogue
  let symptoms: SymptomWords
  let issues: IssueRules
  let topics: TopicRules
  let wording: Wording
  let waivers: WaiverRules
  /// All its text, for a digest: the files in the order of their names, each after its name below the folder.
  public let text: String
  /// Addresses of the vendor's own roles, which are no personal data.
  public let vendorAddresses: [String]

  /// The policy that is built in.
  ///
  /// - Throws: `Problem` of code `invalid-file` when its data is broken.
  public static func builtIn() throws(Problem) -> Policy {
    var files: [String: String] = [:]
    for file in EmbeddedRules.files(under: "intake/") { files[file.path] = file.text }
    return try Policy(files: files)
  }

  /// Reads a policy from its files by path, such as `intake/targets.yaml`.
  ///
  /// - Parameter folder: what comes before the names of the files.
  /// - Throws: `Problem` that names the file and, where there is one, the line.
  public init(files: [String: String], folder: String = "intake") throws(Problem) {
    func path(_ name: String) -> String { folder + "/" + name }
    func root(_ name: String) throws(Problem) -> YAMLValue {
      guard let text = files[path(name)] else {
        throw Problem(.missingFile, path(name), "is not among the policy files", mend: "A policy has every file")
      }
      return try YAMLValue.parse(text, file: path(name))
    }
    text = files.sorted { $0.key < $1.key }.map { $0.key.dropFirst(folder.count) + "\n" + $0.value }.joined()
    responsibilities = try Self.responsibilities(files, path("responsibilities/"))
    let (severities, mailbox) = try SeverityRule.list(root("severities.yaml"))
    self.severities = severities
    vendorAddresses = [mailbox]
    targets = try TargetTables(root("targets.yaml"), severities: severities.map(\.id))
    products = try ProductCatalogue(root("products.yaml"))
    symptoms = try SymptomWords(root("symptoms.yaml"))
    issues = try IssueRules(root("issues.yaml"))
    topics = try TopicRules(root("topics.yaml"))
    wording = try Wording(root("wording.yaml"))
    waivers = try WaiverRules(root("waivers.yaml"))
    for severity in severities {
      for family in severity.contradictedBy where symptoms.gravity[family] == nil {
        throw Problem(.invalidFile, path("severities.yaml"), "names the unknown family of words '\(family)'")
      }
      for id in [severity.rule, severity.hotFix.rule] where self[id] == nil {
        throw Problem(.invalidFile, path("severities.yaml"), "names the unknown responsibility '\(id)'")
      }
    }
  }

  /// The responsibility with `id`; letters may be small.
  public subscript(_ id: String) -> Responsibility? {
    responsibilities.first { $0.id.lowercased() == id.lowercased() }
  }

  /// The id that `word` is probably meant to be; nil when none is near.
  public func nearestID(to word: String) -> String? { nearest(to: word, in: responsibilities.map(\.id)) }

  /// The severities a case can request, worst first.
  public var severityNames: [String] { severities.map(\.id) }

  /// The service levels a customer can have.
  public var serviceLevelNames: [String] { targets.tables.flatMap(\.plans) }

  /// The mailbox for attention of the vendor's management.
  var managementMailbox: String { vendorAddresses[0] }

  /// The rule of the severity that a case names; nil when there is none.
  func severity(_ word: String?) -> SeverityRule? {
    word.flatMap { word in severities.first { $0.id == word.normalized } }
  }

  private static func responsibilities(_ files: [String: String], _ folder: String) throws(Problem) -> [Responsibility]
  {
    var groups: [[Responsibility]] = []
    for path in files.keys.sorted() where path.hasPrefix(folder) {
      let root = try YAMLValue.parse(files[path] ?? "", file: path)
      var group: [Responsibility] = []
      for item in try root.map(["responsibilities"]).required("responsibilities").list() {
        let responsibility = try Responsibility(item)
        guard !(groups.joined() + group).contains(where: { $0.id == responsibility.id }) else {
          throw item.problem("repeats the id '\(responsibility.id)'")
        }
        group.append(responsibility)
      }
      groups.append(group)
    }
    guard !groups.isEmpty else { throw Problem(.missingFile, folder, "holds no file") }
    // One file is one group; groups come in the order of the guide's sections.
    return groups.sorted { ($0.first?.guide ?? "") < ($1.first?.guide ?? "") }.flatMap { $0 }
  }
}
