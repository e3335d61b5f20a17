internal import Model
internal import StrictYAML

/// The evidence that a case holds several issues, and what each piece weighs.
struct IssueRules: Sendable {
  /// A kind of fixed phrase; `most` bounds the sum of its hits.
  struct PhraseRule: Sendable {
    let kind: String
    let points: Int
    let most: Int
    let phrases: [Phrase]
  }

  /// From how many points on the submitter is asked, and the case blocked.
  let bands: (warning: Int, error: Int)
  let selfDeclared: (points: Int, numbers: [Phrase], between: Set<String>, nouns: Set<String>, phrases: [Phrase])
  let headings: (points: Int, nouns: Set<String>)
  let faultList: [Int]
  let components: Int
  let joinedSubject: (points: Int, joints: [String])
  let faultAndQuestion: Int
  let phrases: [PhraseRule]
  /// Words before a list that is no list of faults.
  let leadIns: [Phrase]
  /// First words of items that are steps.
  let stepWords: Set<String>

  init(_ root: YAMLValue) throws(Problem) {
    let map = try root.map([
      "bands", "self_declared", "headings", "fault_list", "components", "joined_subject", "fault_and_question",
      "phrases", "lists",
    ])
    let bands = try map.required("bands").map(["warning", "error"])
    self.bands = (try bands.required("warning").int(), try bands.required("error").int())
    let declared = try map.required("self_declared").map(["points", "numbers", "between", "nouns", "phrases"])
    selfDeclared = (
      try declared.required("points").int(), try declared.required("numbers").phrases(),
      Set(try declared.required("between").strings()), Set(try declared.required("nouns").strings()),
      try declared.required("phrases").phrases()
    )
    let headings = try map.required("headings").map(["points", "nouns"])
    self.headings = (try headings.required("points").int(), Set(try headings.required("nouns").strings()))
    faultList = try map.points("fault_list") { (value) throws(Problem) in
      var points: [Int] = []
      for item in try value.list() { points.append(try item.int()) }
      guard !points.isEmpty else { throw value.problem("needs at least one number") }
      return points
    }
    components = try map.points("components") { (value) throws(Problem) in try value.int() }
    let subject = try map.required("joined_subject").map(["points", "joints"])
    joinedSubject = (try subject.required("points").int(), try subject.required("joints").strings())
    faultAndQuestion = try map.points("fault_and_question") { (value) throws(Problem) in try value.int() }
    var phrases: [PhraseRule] = []
    for item in try map.required("phrases").list() { phrases.append(try PhraseRule(item)) }
    self.phrases = phrases
    let lists = try map.required("lists").map(["lead_ins", "step_words"])
    leadIns = try lists.required("lead_ins").phrases()
    stepWords = Set(try lists.required("step_words").strings())
  }
}

extension IssueRules.PhraseRule {
  init(_ value: YAMLValue) throws(Problem) {
    let map = try value.map(["kind", "points", "most", "words"])
    kind = try map.required("kind").string()
    points = try map.required("points").int()
    most = try map.required("most").int()
    phrases = try map.required("words").phrases()
  }
}

extension YAMLMap {
  /// The points of a row that has nothing else.
  fileprivate func points<Value>(_ key: String, _ read: (YAMLValue) throws(Problem) -> Value) throws(Problem) -> Value {
    try read(try required(key).map(["points"]).required("points"))
  }
}
