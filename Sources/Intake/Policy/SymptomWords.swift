internal import Model
internal import StrictYAML

/// What goes wrong, in the words people use, and the words of those who ask or wish instead.
struct SymptomWords: Sendable {
  private let classes: [(name: String, phrases: [Phrase])]
  /// Words that tell how bad it is, by family.
  let gravity: [String: [Phrase]]
  let question: [Phrase]
  let wish: [Phrase]

  init(_ root: YAMLValue) throws(Problem) {
    let map = try root.map(["symptoms", "gravity", "question", "wish"])
    var classes: [(String, [Phrase])] = []
    for (name, value) in try map.required("symptoms").pairs() { classes.append((name, try value.phrases())) }
    self.classes = classes
    var gravity: [String: [Phrase]] = [:]
    for (name, value) in try map.required("gravity").pairs() { gravity[name] = try value.phrases() }
    self.gravity = gravity
    question = try map.required("question").phrases()
    wish = try map.required("wish").phrases()
  }

  /// The classes of symptom that `text` speaks of, in the order of the policy.
  func classes(in text: Words) -> [String] {
    classes.filter { $0.phrases.first(in: text) != nil }.map(\.name)
  }
}

extension YAMLValue {
  /// The value as phrases.
  func phrases() throws(Problem) -> [Phrase] { try strings().map(Phrase.init) }
}
