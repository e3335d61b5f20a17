/// One place where personal or secret data was found; it never holds the value.
public struct Finding: Sendable, Hashable, Codable {
  /// The id of the rule that matched.
  public let rule: String
  /// The kind of data.
  public let category: Category
  /// The way to the entry, `!` between an archive and its member: `outer.tar.gz!inner.zip!a.log`.
  public let entry: String
  /// The line, counted from 1; 0 for a value in a name.
  public let line: Int
  /// The column in bytes, counted from 1.
  public let column: Int
  /// Where the value starts in the entry, in bytes from 0.
  public let byteOffset: Int
  /// The length of the value in bytes.
  public let byteLength: Int
  /// How sure the rule is.
  public let confidence: Confidence
  /// What the value is, or would be, replaced by.
  public let pseudonym: String?
  /// The rules that claimed part of the value and lost, with their bytes in it; nil unless an explanation was asked for.
  public let claims: [String]?
  /// True for a value in the name of an entry, or in the target of a link, and not in its content; nil otherwise.
  public let inName: Bool?

  /// Where in its entry the value stands, for people: `12:3`, or `in the name`.
  public var place: String { inName == true ? "in the name" : "\(line):\(column)" }

  /// Makes a finding.
  public init(
    rule: String, category: Category, entry: String, line: Int, column: Int, byteOffset: Int, byteLength: Int,
    confidence: Confidence, pseudonym: String?, claims: [String]? = nil, inName: Bool? = nil
  ) {
    self.rule = rule
    self.category = category
    self.entry = entry
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
    self.byteLength = byteLength
    self.confidence = confidence
    self.pseudonym = pseudonym
    self.claims = claims
    self.inName = inName
  }

  enum CodingKeys: String, CodingKey {
    case rule, category, entry, line, column
    case byteOffset = "byte_offset"
    case byteLength = "byte_length"
    case confidence, pseudonym, claims
    case inName = "in_name"
  }
}
