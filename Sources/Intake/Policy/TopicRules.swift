internal import Model
internal import StrictYAML

/// What shows that a part of a text turns to something else, and what each sign weighs.
struct TopicRules: Sendable {
  /// Points for each sign; negative ones tie a part to the text before it.
  struct Points: Sendable {
    let opening: Int
    let noSharedWord: Int
    let noSharedWordOfMany: Int
    let manySharedWords: Int
    let paragraph: Int
    let item: Int
    let otherArea: Int
    let otherHalfOfSubject: Int
    let behindColon: Int
    let continuation: Int
    let backReference: Int
  }

  /// Phrases that count at the beginning of a sentence, and those that count anywhere in it.
  struct Signs: Sendable {
    let first: [Phrase]
    let anywhere: [Phrase]
  }

  let atLeast: Int
  /// How many words that mean something a part needs.
  let words: Int
  let points: Points
  let openings: Signs
  let continuations: Signs
  let fillers: Set<String>
  let backReferences: Set<String>
  let faults: [Phrase]
  let requests: [Phrase]
  private let areas: [(name: String, phrases: [Phrase])]
  private let commonWords: Set<String>

  init(_ root: YAMLValue) throws(Problem) {
    let map = try root.map([
      "at_least", "words", "points", "openings", "openings_anywhere", "fillers", "continuations",
      "continuations_anywhere", "back_references", "faults", "requests", "areas", "common_words",
    ])
    atLeast = try map.required("at_least").int()
    words = try map.required("words").int()
    points = try Points(map.required("points"))
    openings = Signs(
      first: try map.required("openings").phrases(), anywhere: try map.required("openings_anywhere").phrases())
    continuations = Signs(
      first: try map.required("continuations").phrases(), anywhere: try map.required("continuations_anywhere").phrases()
    )
    fillers = Set(try map.required("fillers").strings())
    backReferences = Set(try map.required("back_references").strings())
    faults = try map.required("faults").phrases()
    requests = try map.required("requests").phrases()
    var areas: [(name: String, phrases: [Phrase])] = []
    for (name, value) in try map.required("areas").pairs() { areas.append((name, try value.phrases())) }
    self.areas = areas
    commonWords = Set(try map.required("common_words").strings())
  }

  /// The fields of work that `text` speaks of.
  func areas(in text: Words) -> Set<String> {
    Set(areas.filter { $0.phrases.first(in: text) != nil }.map(\.name))
  }

  /// The stems of the words that tell one topic from another.
  func topicWords(in text: Words) -> Set<String> {
    Set(
      text.list.compactMap { word in
        let bare = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
        guard bare.count >= 3, bare.allSatisfy(\.isLetter), !commonWords.contains(bare) else { return nil }
        return Self.stem(bare)
      })
  }

  /// An English word without its ending, so that 'registers' and 'registration' are near enough.
  private static func stem(_ word: String) -> String {
    var stem = word
    for ending in ["ations", "ation", "ings", "ing", "ers", "ies", "ied", "ed", "es", "er", "ly", "s"]
    where word.hasSuffix(ending) && word.count - ending.count >= 4 {
      stem = String(word.dropLast(ending.count))
      break
    }
    if stem.count > 4, stem.hasSuffix("e") { stem.removeLast() }
    if stem.count > 4, stem.last == stem.dropLast().last { stem.removeLast() }
    return stem
  }
}

extension TopicRules.Points {
  fileprivate init(_ value: YAMLValue) throws(Problem) {
    let map = try value.map([
      "opening", "no_shared_word", "no_shared_word_of_many", "many_shared_words", "paragraph", "item", "other_area",
      "other_half_of_subject",
      "behind_colon", "continuation", "back_reference",
    ])
    opening = try map.required("opening").int()
    noSharedWord = try map.required("no_shared_word").int()
    noSharedWordOfMany = try map.required("no_shared_word_of_many").int()
    manySharedWords = try map.required("many_shared_words").int()
    paragraph = try map.required("paragraph").int()
    item = try map.required("item").int()
    otherArea = try map.required("other_area").int()
    otherHalfOfSubject = try map.required("other_half_of_subject").int()
    behindColon = try map.required("behind_colon").int()
    continuation = try map.required("continuation").int()
    backReference = try map.required("back_reference").int()
  }
}
