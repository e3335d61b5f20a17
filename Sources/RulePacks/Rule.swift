public import Model
public import PCRE2

/// One rule: what it finds, how it is found fast, and what proves a match.
///
/// A class, because the engine looks at rules for every candidate and copying this many fields would cost more than the
/// match; it never changes.
public final class Rule: Sendable {
  /// The unique name, such as `telecom.sip.identity`.
  public let id: String
  /// What the rule finds, in a few words.
  public let title: String
  /// The kind of data.
  public let category: Category
  /// The truth: what is replaced is the group `value`, else the whole match.
  public let pattern: Pattern
  /// What the whole value must look like, besides; nil when the pattern says it all.
  public let valuePattern: Pattern?
  /// What makes the pattern worth trying on a line; both lists empty means every line.
  public let gates: [Gate]
  /// The checks a value must pass.
  public let validators: [Validator]
  /// What must and what must not stand near the value.
  public let context: Context
  /// How sure a match is.
  public let confidence: Confidence
  /// What becomes of the value.
  public let action: Action
  /// Whether a match opens a block of lines that `end` closes.
  public let block: Block?
  /// Where the format is defined: an RFC, an ISO standard, a vendor's page.
  public let source: String?
  /// Examples that prove the rule.
  public let samples: Samples
  /// The file the rule stands in.
  public let file: String
  /// The line the rule starts at.
  public let line: Int

  init(
    id: String, title: String, category: Category, pattern: Pattern, valuePattern: Pattern?, gates: [Gate],
    validators: [Validator], context: Context, confidence: Confidence, action: Action, block: Block?, source: String?,
    samples: Samples, file: String, line: Int
  ) {
    self.id = id
    self.title = title
    self.category = category
    self.pattern = pattern
    self.valuePattern = valuePattern
    self.gates = gates
    self.validators = validators
    self.context = context
    self.confidence = confidence
    self.action = action
    self.block = block
    self.source = source
    self.samples = samples
    self.file = file
    self.line = line
  }

  /// What makes a rule worth trying.
  public struct Gate: Sendable, Hashable {
    /// What must be found.
    public enum Mark: Sendable, Hashable {
      /// These bytes, the case of ASCII letters ignored.
      case literal([UInt8])
      /// A sequence of byte classes.
      case shape(Shape)
    }

    /// What must be found.
    public let mark: Mark
    /// How many bytes before the end of the mark a match starts at most, and never after it; nil when unknown, then the
    /// whole line is searched.
    public let reach: Int?

    init(_ mark: Mark, reach: Int?) {
      self.mark = mark
      self.reach = reach
    }
  }

  /// Words near a value that speak for or against it; ASCII case is ignored.
  public struct Context: Sendable, Hashable {
    /// At least one of these must be near; none listed means no demand.
    public var near: [[UInt8]] = []
    /// None of these may be near.
    public var notNear: [[UInt8]] = []
    /// How far "near" is, in bytes before the value and after it, on the same line.
    public var within = 64
  }

  /// A secret of many lines, found by its first and last line.
  public struct Block: Sendable {
    /// What closes the block.
    public let end: Pattern
    /// The longest block, in bytes; a block without end is taken line by line up to this.
    public let limit: Int
  }
}

/// The checks that decide whether digits and letters are what their shape says: a closed list.
public enum Validator: String, Sendable, Hashable, CaseIterable {
  /// A payment card number: issuer prefix, length, and the check digit of ISO/IEC 7812-1 (Luhn).
  case card
  /// The check digit of ISO/IEC 7812-1 alone.
  case luhn
  /// An IBAN: the country's length and the check digits of ISO 13616 (ISO 7064 mod 97-10).
  case iban
  /// A US social security number that can have been issued (SSA: no 000, 666, 9xx; no 00; no 0000).
  case ssn
  /// An IPv4 address that names a host: not unspecified, loopback, broadcast, a netmask or multicast.
  case ipv4
  /// An IPv6 address that names a host: not unspecified, loopback or multicast.
  case ipv6
  /// A hardware address that is neither all zeros nor all ones.
  case mac
  /// A telephone number with 7 to 15 digits (ITU-T E.164) that are not all the same.
  case phone
  /// A ten-digit number of the North American Numbering Plan.
  case nanp
  /// At least three different characters, digits or letters mixed enough to be a secret.
  case entropy
}

/// Examples inside a rule.
public struct Samples: Sendable {
  /// Texts in which the rule must find exactly the marked spans.
  public var match: [Sample] = []
  /// Texts in which the rule must find nothing.
  public var reject: [Sample] = []
}

/// An example text, with `⟦` and `⟧` around the spans that must be found.
public struct Sample: Sendable {
  /// The text without the marks.
  public let text: [UInt8]
  /// The marked spans, in bytes.
  public let spans: [Range<Int>]
  /// The line in the pack.
  public let line: Int

  struct Invalid: Error { let reason: String }

  init(_ marked: String, line: Int) throws(Invalid) {
    self.line = line
    var text: [UInt8] = []
    var spans: [Range<Int>] = []
    var start: Int? = nil
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        guard start == nil else { throw Invalid(reason: "has '⟦' inside '⟦'") }
        start = text.count
      case "⟧":
        guard let from = start else { throw Invalid(reason: "has '⟧' without '⟦'") }
        spans.append(from..<text.count)
        start = nil
      default: text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    guard start == nil else { throw Invalid(reason: "has '⟦' without '⟧'") }
    self.text = text
    self.spans = spans
  }
}
