internal import EmbeddedRules
internal import Files
internal import Foundation
internal import Intake
public import Model
internal import StrictYAML

/// The questions of `casegate init`: what the checks miss, asked one by one, and written into the commented starters.
///
/// A file that exists already is left alone, and its questions are not asked.
public struct Interview {
  private let questions: [InterviewQuestion]
  private let policy: Intake.Policy
  private var forms: [String: StarterForm] = [:]
  private var asked: Set<String> = []
  private var customer: CustomerFile?
  private var caseFile: CaseFile?
  private let instant = Date()

  /// Starts with the starters for those of `case.yaml` and `customer.yaml` that `folder` does not have.
  ///
  /// - Throws: `Problem` when a file that exists cannot be read.
  public init(folder: String) throws(Problem) {
    questions = try InterviewQuestion.all()
    policy = try Intake.Policy.builtIn()
    for name in ["case", "customer"] {
      let path = folder + "/\(name).yaml"
      if Paths.exists(path) {
        if name == "case" { caseFile = try CaseFile.load(path) } else { customer = try CustomerFile.load(path) }
      } else {
        forms[name] = StarterForm(EmbeddedRules.text("starters/\(name).yaml") ?? "")
      }
    }
    try read(forms)
  }

  /// The files that are filled in, by name.
  public var files: [String: String] {
    Dictionary(forms.map { ($0.key + ".yaml", $0.value.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// The next question that a check, or the reader of the file, wants answered; nil when there is none left.
  public func next() -> InterviewQuestion? {
    guard let caseFile, let customer else { return nil }
    let findings = CaseCheck(policy: policy).run(caseFile, customer, at: instant).findings
    let missed = Set(findings.filter { $0.level > .info || $0.state == .cannotVerify }.compactMap(\.field))
    return questions.first { question in
      guard forms[Self.file(question.field)] != nil, !asked.contains(question.field) else { return false }
      return question.isAlwaysAsked || missed.contains(question.field)
    }
  }

  /// Leaves a question open.
  public mutating func skip(_ question: InterviewQuestion) { asked.insert(question.field) }

  /// Writes an answer of one or more lines.
  ///
  /// - Throws: `Problem` that says why the answer cannot be taken; nothing is changed then.
  public mutating func answer(_ question: InterviewQuestion, _ answer: [String]) throws(Problem) {
    let text = answer.joined(separator: " ").trimmingCharacters(in: .whitespaces)
    try change(question) { (form) throws(Problem) in
      switch question.kind {
      case .lines: form.setLines(question.field, answer.map { $0.trimmingCharacters(in: .controlCharacters) })
      case .list:
        form.set(
          question.field,
          "["
            + text.split(separator: ",").map { StarterForm.scalar($0.trimmingCharacters(in: .whitespaces)) }
            .joined(separator: ", ") + "]")
      case .text, .flag, .items:
        form.set(question.field, try Self.value(text, question.kind, question.choices))
      }
    }
    asked.insert(question.field)
  }

  /// Adds an item with the answers by key; a key without an answer is left out.
  public mutating func add(_ question: InterviewQuestion, _ answers: [String: String]) throws(Problem) {
    try change(question) { (form) throws(Problem) in
      var parts: [String] = []
      for key in question.keys {
        if let value = key.value { parts.append("\(key.name): \(value)") }
        guard let answer = answers[key.name], !answer.isEmpty else { continue }
        parts.append("\(key.name): \(try Self.value(answer, key.kind, []))")
      }
      return form.add(question.field, "{" + parts.joined(separator: ", ") + "}")
    }
  }

  private mutating func change(
    _ question: InterviewQuestion, _ edit: (inout StarterForm) throws(Problem) -> Bool
  ) throws(Problem) {
    let name = Self.file(question.field)
    var changed = forms
    guard var form = forms[name], try edit(&form) else {
      throw Problem(.internalError, question.field, "has no place in the starter")
    }
    changed[name] = form
    // What the reader of the file refuses is no answer.
    try read(changed)
    forms = changed
  }

  private mutating func read(_ forms: [String: StarterForm]) throws(Problem) {
    if let form = forms["case"] { caseFile = try CaseFile(YAMLValue.parse(form.text, file: "case.yaml")) }
    if let form = forms["customer"] {
      customer = try CustomerFile(YAMLValue.parse(form.text, file: "customer.yaml")) { (name) throws(Problem) in
        throw Problem(.missingFile, name, "does not exist")
      }
    }
  }

  private static func file(_ field: String) -> String { String(field.prefix { $0 != "." }) }

  private static func value(
    _ text: String, _ kind: InterviewQuestion.Kind, _ choices: [String]
  ) throws(Problem) -> String {
    if kind == .flag {
      switch text.lowercased() {
      case "y", "yes", "true": return "true"
      case "n", "no", "false": return "false"
      default: throw Problem(.usage, "", "is neither yes nor no", mend: "Answer y or n, or nothing")
      }
    }
    guard choices.isEmpty || choices.contains(text.lowercased()) else {
      throw Problem(
        .usage, "", "is not one of the words",
        mend: nearest(to: text, in: choices).map { "Did you mean '\($0)'?" } ?? choices.joined(separator: ", "))
    }
    return StarterForm.scalar(choices.isEmpty ? text : text.lowercased())
  }
}
