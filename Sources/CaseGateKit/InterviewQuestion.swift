internal import EmbeddedRules
internal import Model
internal import StrictYAML

/// One question of `casegate init`.
public struct InterviewQuestion: Sendable {
  /// What an answer is.
  public enum Kind: String, Sendable, CaseIterable {
    /// One line.
    case text
    /// Lines up to an empty one.
    case lines
    /// Yes or no.
    case flag
    /// Several, with commas between.
    case list
    /// Mappings, one by one.
    case items
  }

  /// One thing that is asked about an item.
  public struct Key: Sendable {
    /// The key.
    public let name: String
    /// The question; nil when the value is set without asking.
    public let ask: String?
    /// What an answer is.
    public let kind: Kind
    let value: String?
  }

  /// The way to the key, such as `case.severity`.
  public let field: String
  /// The question, without a mark at its end.
  public let ask: String
  /// What an answer is.
  public let kind: Kind
  /// The words to choose from; empty when any will do.
  public let choices: [String]
  /// What is asked about each item.
  public let keys: [Key]
  let isAlwaysAsked: Bool

  /// All questions, in their order.
  static func all() throws(Problem) -> [InterviewQuestion] {
    let file = "starters/questions.yaml"
    guard let text = EmbeddedRules.text(file) else { throw Problem(.internalError, file, "is missing") }
    var questions: [InterviewQuestion] = []
    for item in try YAMLValue.parse(text, file: file).map(["questions"]).required("questions").list() {
      questions.append(try InterviewQuestion(item))
    }
    return questions
  }

  private init(_ value: YAMLValue) throws(Problem) {
    let map = try value.map(["field", "ask", "kind", "choices", "keys", "always"])
    field = try map.required("field").string()
    ask = try map.required("ask").string()
    kind = try map.required("kind").choice()
    choices = try map["choices"]?.strings() ?? []
    isAlwaysAsked = try map["always"]?.bool() ?? false
    var keys: [Key] = []
    for item in try map["keys"]?.list() ?? [] {
      let map = try item.map(["key", "ask", "kind", "value"])
      keys.append(
        Key(
          name: try map.required("key").string(), ask: try map["ask"]?.string(),
          kind: try map["kind"]?.choice() ?? .text, value: try map["value"]?.string()))
    }
    self.keys = keys
  }
}
