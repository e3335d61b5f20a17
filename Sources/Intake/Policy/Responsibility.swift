public import Model

/// One numbered statement of the support guide.
public struct Responsibility: Sendable, Hashable {
  /// Who can tell whether it is met.
  public enum Kind: String, Sendable, CaseIterable {
    /// Data tell it.
    case verified
    /// The submitter says so.
    case attested
    /// Nobody needs to; it is advice, or a definition.
    case advised
    /// It is the vendor's side.
    case vendor
  }

  /// The id of findings, such as `CR-1`.
  public let id: String
  /// A few words.
  public let title: String
  /// What the guide demands, in our words.
  public let says: String
  /// The section of the guide.
  public let guide: String
  /// Who can tell whether it is met.
  public let kind: Kind
  /// How much a finding weighs.
  public let level: Level
  /// The weights of special cases.
  public let levels: [String: Level]
  /// How far ahead the rule looks, in hours; only rules about the future have it.
  public let horizonHours: Int?
  /// How many are needed at least; only rules that count something have it.
  public let least: Int?
  /// What to do about a finding; empty for the vendor's side.
  public let mend: String
  /// Inconsistencies of the guide, and how they were decided.
  public let note: String?
  /// Whether a case that cannot be verified here is undecided as a whole: it must not pass for want of data.
  public let isNeeded: Bool

  /// What casegate does with it, for `casegate explain`.
  public var treatment: String {
    switch kind {
    case .verified: "checked from the case and customer files"
    case .attested: "attested by the submitter; no file can prove it"
    case .advised: "advice or a definition; reported, never demanded"
    case .vendor: "the vendor's side; what to expect"
    }
  }
}
