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
  /// What a report should tell.
  let aspects: [(name: String, phrases: [Phrase])]
  /// How many of them must be covered.
  let leastAspects: Int
  let callIDs: CallIDWords
  let sharedMailboxes: Set<String>
  let pin: [Phrase]
  let pinFillers: Set<String>

  init(_ root: YAMLValue) throws(Problem) {
    let map = try root.map([
      "template", "leftover", "least_words", "aspects", "least_aspects", "call_ids",
      "shared_mailboxes", "pin", "pin_fillers",
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
    leastAspects = try map.required("least_aspects").int()
    callIDs = try CallIDWords(map.required("call_ids"))
    sharedMailboxes = Set(try map.required("shared_mailboxes").strings().map(\.normalized))
    pin = try map.required("pin").phrases()
    pinFillers = Set(try map.required("pin_fillers").strings().map(\.normalized))
  }
}

/// What tells a problem of single calls, and the ids by which engineers look one up.
struct CallIDWords: Sendable {
  let subjects: [Phrase]
  /// Classes of symptoms.
  let symptoms: Set<String>
  let names: [Phrase]
  /// A run of letters and digits of this length is an id.
  let leastLength: Int

  init(_ value: YAMLValue) throws(Problem) {
    let map = try value.map(["subjects", "symptoms", "names", "least_length"])
    subjects = try map.required("subjects").phrases()
    symptoms = Set(try map.required("symptoms").strings())
    names = try map.required("names").phrases()
    leastLength = try map.required("least_length").int()
  }
}
