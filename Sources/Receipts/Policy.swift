public import Model

extension Statement {
  /// Rules a bundle was judged by: a rule pack, the waivers of a case.
  public struct Policy: Sendable, Hashable {
    /// What the rules are called, with their version, such as `urn:casegate:rules:telecom@1`.
    public let uri: String
    /// The digest of the rules' bytes.
    public let digest: ContentDigest

    /// Makes a policy; the URI must be one, and must not tell where a file lies on somebody's machine.
    public init(uri: String, digest: ContentDigest) throws(Problem) {
      try ReferenceRule.check(uri, what: "a policy's URI")
      self.uri = uri
      self.digest = digest
    }

    /// Whether it is about the case, and not a pack of rules for bundles: the responsibilities, and waivers.
    public var isAboutCase: Bool {
      [Self.intakeURI, Self.waiversURI].contains { uri == $0 || uri.hasPrefix($0 + "@") }
    }

    /// What the URIs of rule packs begin with; the pack's name and version follow.
    public static let rulesURI = "https://casegate.example/rules"
    /// Names the responsibilities that a case was checked against.
    public static let intakeURI = "https://casegate.example/intake"
    /// Names the waivers of a case.
    public static let waiversURI = "https://casegate.example/waivers"

    /// One policy that stands for all of `policies`, for a predicate that has room for one only.
    ///
    /// Its digest is that of the lines `<digest> <uri>`, sorted, each with its line end, so anybody who has the packs can
    /// compute it with `sort` and `sha256sum`.
    public static func combined(_ policies: [Policy], uri: String) throws(Problem) -> Policy {
      try Policy(uri: uri, digest: digest(ofAll: policies))
    }

    /// The digest of `combined`.
    public static func digest(ofAll policies: [Policy]) -> ContentDigest {
      let lines = Set(policies.map { "\($0.digest.hex) \($0.uri)\n" }).map { Array($0.utf8) }
        .sorted { $0.lexicographicallyPrecedes($1) }
      return ContentDigest(of: lines.flatMap { $0 })
    }
  }
}

/// What a URI in a receipt must look like.
enum ReferenceRule {
  static func check(_ uri: String, what: String) throws(Problem) {
    let scheme = uri.prefix { $0 != ":" }
    let printable = uri.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard printable, uri.utf8.count <= 1_024, scheme.count < uri.count - 1, scheme.first?.isLetter == true,
      scheme.allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) })
    else {
      throw Problem(
        .invalidFile, "receipt", "\(what) is not an absolute URI",
        mend: "Use a form like `https://example.com/rules@1`")
    }
    guard scheme.lowercased() != "file" else {
      throw Problem(
        .invalidFile, "receipt", "\(what) is a path on a machine, which may name a person",
        mend: "Use a name that means the same everywhere")
    }
  }
}
