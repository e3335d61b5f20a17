internal import Model
internal import StrictYAML

/// Words that tell real text from a form left as it was, a person from a mailbox, and a secret from a number.
struct Wording: Sendable {
  /// Says nothing when it is (nearly) all there is.
  let template: [Phrase]
  /// Remains of a form in a text that says more.
  let leftover: [Phrase]
  /// The least number of words by field.
  let leastWords: [String: Int]
  /// What a description should cover.
  let aspects: [(name: String, phrases: [Phrase])]
  let sharedMailboxes: Set<String>
  let pin: [Phrase]
  let pinFillers: Set<String>

  init(_ root: YAMLValue) throws(Problem) {
    let map = try root.map([
      "template", "leftover", "least_words", "aspects", "shared_mailboxes", "pin", "pin_fillers",
    ])
    template = try map.required("template").phrases()
    leftover = try map.required("leftover").phrases()
    var least: [String: Int] = [:]
    for (field, value) in try map.required("least_words").pairs() { least[field] = try value.int() }
    leastWords = least
    var aspects: [(String, [Phrase])] = []
    for item in try map.required("aspects").list() {
      let aspect = try item.map(["name", "words"])
      aspects.append((try aspect.required("name").string(), try aspect.required("words").phrases()))
    }
    self.aspects = aspects
    sharedMailboxes = Set(try map.required("shared_mailboxes").strings().map(\.normalized))
    pin = try map.required("pin").phrases()
    pinFillers = Set(try map.required("pin_fillers").strings().map(\.normalized))
  }
}
