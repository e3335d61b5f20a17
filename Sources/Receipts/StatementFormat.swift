public import Model

extension Statement {
  /// The statement as the exact bytes that are signed: compact UTF-8 JSON with its keys in a fixed order.
  ///
  /// No reader writes them again, so no canonical form is needed.
  public var bytes: [UInt8] {
    JSON.object([
      .init("_type", .string(Self.type)),
      .init("subject", .array(subjects.map { Self.resource("name", $0.name, $0.digest) })),
      .init("predicateType", .string(form.predicateType)),
      .init("predicate", predicate),
    ]).bytes
  }

  private var predicate: JSON {
    let policies = policies.map { Self.resource("uri", $0.uri, $0.digest) }
    let properties = JSON.array(properties.map(JSON.string))
    return switch form {
    case .svr:
      .object([
        .init("verifier", .object([.init("id", .string(verifier)), .init("policies", .array(policies))])),
        .init("timeCreated", .string(timeCreated.rfc3339)),
        .init("properties", properties),
      ])
    case .vsa(let resource):
      // `verifier.version` stays out: the published Python class for this predicate does not know it.
      .object([
        .init("verifier", .object([.init("id", .string(verifier))])),
        .init("timeVerified", .string(timeCreated.rfc3339)),
        .init("resourceUri", .string(resource)),
        .init("policy", policies[0]),
        .init("verificationResult", .string("PASSED")),
        .init("verifiedLevels", properties),
      ])
    }
  }

  private static func resource(_ key: String, _ name: String, _ digest: ContentDigest) -> JSON {
    .object([.init(key, .string(name)), .init("digest", .object([.init("sha256", .string(digest.hex))]))])
  }

  /// Reads a statement.
  ///
  /// Fields that in-toto does not define are errors outside the predicate, as in cosign; inside it they are let be, as
  /// in-toto asks for, because they can only add to what is said.
  public init(parsing bytes: [UInt8], subject file: String = "statement") throws(Problem) {
    let root = try JSONFields(
      try JSONParser.parse(bytes, subject: file), subject: file,
      known: ["_type", "subject", "predicateType", "predicate"])
    guard try root.string("_type") == Self.type else {
      throw Problem(.untrusted, file, "the signed text is not an in-toto Statement v1", mend: Self.ask)
    }
    var subjects: [Subject] = []
    for field in try root.objects(
      "subject", known: ["name", "uri", "digest", "content", "downloadLocation", "mediaType", "annotations"])
    {
      let digest = try ContentDigest(hex: try field.object("digest").string("sha256"))
      subjects.append(try Subject(name: try field.string("name"), digest: digest))
    }
    let predicate = try root.object("predicate")
    let type = try root.string("predicateType")
    let verifier = try predicate.object("verifier")
    let form: Form
    let policies: [JSONFields]
    if type == Form.svr.predicateType {
      form = .svr
      policies = try verifier.objects("policies")
    } else if type == Form.vsa(resource: "").predicateType {
      form = .vsa(resource: try predicate.string("resourceUri"))
      policies = [try predicate.object("policy")]
      guard try predicate.string("verificationResult") == "PASSED" else {
        throw Problem(.untrusted, file, "the verification did not pass", mend: "Mend the bundle and run the gate again")
      }
    } else {
      throw Problem(.untrusted, file, "the statement has a predicate that is no receipt", mend: Self.ask)
    }
    let isSummary = form != .svr
    guard let time = Timestamp(rfc3339: try predicate.string(isSummary ? "timeVerified" : "timeCreated")) else {
      throw Problem(
        .invalidFile, file, "the statement's time is not of the form `2026-11-23T20:00:00Z`", mend: Self.ask)
    }
    var named: [Policy] = []
    for policy in policies {
      let digest = try ContentDigest(hex: try policy.object("digest").string("sha256"))
      named.append(try Policy(uri: try policy.string("uri"), digest: digest))
    }
    try self.init(
      subjects: subjects, form: form, verifier: try verifier.string("id"), policies: named, timeCreated: time,
      properties: try predicate.strings(isSummary ? "verifiedLevels" : "properties"))
  }

  private static let ask = "Ask for a receipt written by `casegate gate`"
}
