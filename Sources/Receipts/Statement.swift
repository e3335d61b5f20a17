public import Model

/// An in-toto Statement v1: which bundles were judged, by which verifier and rules, when, and what was found to hold.
///
/// It holds no personal data: neither the submitter nor the files in the bundle, and subject names that are neutral.
public struct Statement: Sendable, Hashable {
  /// The predicate a statement is written with.
  public enum Form: Sendable, Hashable {
    /// Simple Verification Result v0.2, which lists the properties that were verified.
    case svr
    /// SLSA Verification Summary v1; `resource` is the URI the receiver expects the bundle under.
    case vsa(resource: String)

    /// The URI that names the predicate, which cosign wants as `--type`.
    public var predicateType: String {
      switch self {
      case .svr: "https://in-toto.io/attestation/svr/v0.2"
      case .vsa: "https://slsa.dev/verification_summary/v1"
      }
    }

    /// Says what is wrong with the resource, before the work that a statement is about.
    public func check() throws(Problem) {
      if case .vsa(let resource) = self { try ReferenceRule.check(resource, what: "the resource URI") }
    }
  }

  static let type = "https://in-toto.io/Statement/v1"

  /// What was judged.
  public let subjects: [Subject]
  /// Which predicate carries the result.
  public let form: Form
  /// The URI of the program that judged, with the version of its logic.
  public let verifier: String
  /// The rules it judged by.
  public let policies: [Policy]
  /// When it judged.
  public let timeCreated: Timestamp
  /// What was found to hold, such as `CASEGATE_GATE_PASSED`.
  public let properties: [String]

  /// Makes a statement, or says what would keep a verifier from reading it.
  public init(
    subjects: [Subject], form: Form = .svr, verifier: String, policies: [Policy], timeCreated: Timestamp,
    properties: [String]
  ) throws(Problem) {
    guard !subjects.isEmpty else {
      throw Problem(.invalidFile, "receipt", "a statement has no subject", mend: "Name at least one bundle")
    }
    try ReferenceRule.check(verifier, what: "the verifier id")
    guard !policies.isEmpty else {
      throw Problem(.invalidFile, "receipt", "a statement names no policy", mend: "Name the rule packs that were used")
    }
    try form.check()
    if case .vsa = form {
      guard policies.count == 1 else {
        throw Problem(
          .invalidFile, "receipt", "a verification summary can name one policy only",
          mend: "Join the policies with `Statement.Policy.combined`, or use the svr predicate")
      }
    }
    try Self.check(properties)
    self.subjects = subjects
    self.form = form
    self.verifier = verifier
    self.policies = policies
    self.timeCreated = timeCreated
    self.properties = properties
  }

  /// The policies that are packs of rules for bundles.
  var rulePolicies: [Policy] { policies.filter { !$0.isAboutCase } }

  /// One digest for all packs of rules that the bundles were judged by; `casegate rules digest` prints it.
  public var rulesDigest: ContentDigest {
    // A verification summary names one policy, which stands for all packs already.
    if case .vsa = form { return policies[0].digest }
    return Policy.digest(ofAll: rulePolicies)
  }

  private static func check(_ properties: [String]) throws(Problem) {
    guard !properties.isEmpty, Set(properties).count == properties.count else {
      throw Problem(
        .invalidFile, "receipt", "a statement has no property, or one twice", mend: "List every verified property once")
    }
    for property in properties {
      let spelled = property.utf8.allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "_")
      }
      // SLSA keeps its own prefix for levels it defines.
      guard spelled, !property.isEmpty, !property.hasPrefix("SLSA_") else {
        throw Problem(
          .invalidFile, "receipt", "a property is not spelled in capitals, digits and `_`, or takes the prefix `SLSA_`",
          mend: "Spell it like `CASEGATE_GATE_PASSED`")
      }
    }
  }
}

/// The properties a receipt of this program can claim.
public enum ReceiptProperty {
  /// The case checks found nothing that blocks.
  public static let caseCheckPassed = "CASEGATE_CASE_CHECK_PASSED"
  /// Every entry of the bundle was scanned or left out by name.
  public static let scanComplete = "CASEGATE_PII_SCAN_COMPLETE"
  /// The gate's verdict on case and bundle is pass.
  public static let gatePassed = "CASEGATE_GATE_PASSED"
}
