internal import Model
internal import PCRE2
internal import StrictYAML

/// Reads one rule of a pack.
struct RuleReader {
  private let map: YAMLMap
  private let id: String

  private static let keys = [
    "id", "title", "category", "pattern", "keys", "bare", "value", "gate", "shape", "words", "reach", "validate",
    "context",
    "confidence", "action", "block", "lines", "source", "samples",
  ]

  init(_ value: YAMLValue) throws(Problem) {
    map = try value.map(Self.keys)
    let idValue = try map.required("id")
    id = try idValue.string()
    let legal = id.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2D
    }
    guard legal, id.utf8.count <= 64, id.contains(".") else {
      throw invalid(idValue, "must be a dotted name of lower-case letters, digits and '-', such as 'site.badge'")
    }
  }

  func rule() throws(Problem) -> Rule {
    let (pattern, keyGates) = try truth()
    let confidence: Confidence = try map["confidence"]?.choice() ?? .medium
    return Rule(
      id: id,
      title: try map.required("title").string(),
      category: try category(pattern),
      pattern: pattern,
      valuePattern: try map["value"].map { value throws(Problem) in
        try compile(try value.string(), at: value, wholeText: true)
      },
      gates: try gates(keyGates),
      keyNames: (try map["keys"]?.strings() ?? []).flatMap(KeyNotation.spellings),
      validators: try choices("validate"),
      context: try context(),
      confidence: confidence,
      action: try action(),
      block: try block(),
      lines: try lines(),
      source: try map["source"]?.string(),
      samples: try samples(),
      file: map.origin.file,
      line: map.origin.line)
  }

  private func truth() throws(Problem) -> (Pattern, gates: [Rule.Gate]) {
    switch (map["pattern"], map["keys"]) {
    case (let pattern?, nil):
      if let bare = map["bare"] { throw invalid(bare, "belongs to rules with 'keys'") }
      return (try compile(pattern), [])
    case (nil, let keys?):
      let bare: KeyNotation.Bare = try map["bare"]?.choice() ?? .word
      var names: [KeyNames.Name] = []
      var gates: [Rule.Gate] = []
      for key in try keys.list() {
        for name in KeyNotation.spellings(try key.string()) {
          do {
            let (name, gate) = try KeyNotation.key(name)
            if !names.contains(name) { names.append(name) }
            if !gates.contains(gate) { gates.append(gate) }
          } catch {
            throw invalid(key, error.reason)
          }
        }
      }
      guard !names.isEmpty else { throw invalid(keys, "lists no key") }
      return (try compile(KeyNotation.pattern(keys: names, bare: bare), at: keys, caseless: true), gates)
    default:
      throw invalid(map.origin, "needs either 'pattern' or 'keys', and not both")
    }
  }

  /// The kind of data; a notation has none, for its keys tell.
  private func category(_ pattern: Pattern) throws(Problem) -> Model.Category {
    guard pattern.hasKeyGroup else { return try map.required("category").choice() }
    for field in ["category", "validate", "action", "block"] {
      if let value = map[field] { throw invalid(value, "has no meaning where the pattern has a group 'key'") }
    }
    guard pattern.hasValueGroup else { throw invalid(map.origin, "has a group 'key' but none named 'value'") }
    return .content
  }

  private func lines() throws(Problem) -> Int {
    guard let value = map["lines"] else { return 0 }
    let lines = try value.int()
    guard (0...20).contains(lines) else { throw invalid(value, "must be from 0 to 20 lines") }
    return lines
  }

  private func gates(_ fromKeys: [Rule.Gate]) throws(Problem) -> [Rule.Gate] {
    var gates = fromKeys
    let reach = try map["reach"]?.int()
    if let list = map["gate"] {
      for entry in try list.list() {
        let text = try entry.string()
        guard text.utf8.count >= 1 else { throw invalid(entry, "must not be empty") }
        gates.append(Rule.Gate(.literal(Array(text.utf8)), reach: reach))
      }
    }
    if let list = map["words"] {
      let name = try list.string()
      guard let words = try PatternWords.builtIn.get().lists[name] else { throw invalid(list, "is no list of words") }
      // Here the reach is counted to the start of the word.
      for word in words {
        gates.append(Rule.Gate(.word(word), reach: reach.map { $0 + word.count }))
      }
    }
    if let list = map["shape"] {
      for entry in try list.list() {
        let text = try entry.string()
        do {
          gates.append(Rule.Gate(.shape(try Shape(text)), reach: reach))
        } catch {
          throw invalid(entry, error.reason)
        }
      }
    }
    return gates
  }

  private func context() throws(Problem) -> Rule.Context {
    guard let value = map["context"] else { return Rule.Context() }
    let map = try value.map(["near", "not_near", "within"])
    var context = Rule.Context()
    if let near = map["near"] { context.near = try near.strings().map { Array($0.lowercased().utf8) } }
    if let notNear = map["not_near"] { context.notNear = try notNear.strings().map { Array($0.lowercased().utf8) } }
    if let within = map["within"] {
      context.within = try within.int()
      guard (1...4096).contains(context.within) else { throw invalid(within, "must be from 1 to 4096 bytes") }
    }
    return context
  }

  private func action() throws(Problem) -> Action {
    guard let value = map["action"] else { return .pseudonym }
    let text = try value.string()
    guard let action = Action(text) else { throw invalid(value, "must be one of: \(Action.grammar)") }
    return action
  }

  private func block() throws(Problem) -> Rule.Block? {
    guard let value = map["block"] else { return nil }
    let map = try value.map(["end", "limit"])
    let limit = try map["limit"]?.int() ?? 65_536
    guard (256...1_048_576).contains(limit) else {
      throw invalid(map["limit"] ?? value, "must be from 256 to 1048576 bytes")
    }
    return Rule.Block(end: try compile(try map.required("end")), limit: limit)
  }

  private func samples() throws(Problem) -> Samples {
    guard let value = map["samples"] else { return Samples() }
    let map = try value.map(["match", "reject"])
    var samples = Samples()
    samples.match = try read(map["match"])
    samples.reject = try read(map["reject"])
    if let unmarked = samples.match.first(where: { $0.spans.isEmpty }) {
      throw Problem(
        .invalidRule, value.file, line: unmarked.line, "rule '\(id)': a matching sample marks no span",
        mend: "Put ⟦ and ⟧ around the value that must be found")
    }
    if let marked = samples.reject.first(where: { !$0.spans.isEmpty }) {
      throw Problem(
        .invalidRule, value.file, line: marked.line, "rule '\(id)': a rejected sample marks a span",
        mend: "Remove the ⟦ ⟧ or move the sample to 'match'")
    }
    return samples
  }

  private func read(_ list: YAMLValue?) throws(Problem) -> [Sample] {
    var samples: [Sample] = []
    for entry in try list?.list() ?? [] {
      let text = try entry.string()
      do {
        samples.append(try Sample(text, line: entry.line))
      } catch {
        throw invalid(entry, error.reason)
      }
    }
    return samples
  }

  private func choices<Choice>(_ key: String) throws(Problem) -> [Choice]
  where Choice: RawRepresentable<String> & CaseIterable {
    var result: [Choice] = []
    for entry in try map[key]?.list() ?? [] { result.append(try entry.choice()) }
    return result
  }

  private func compile(_ value: YAMLValue) throws(Problem) -> Pattern {
    try compile(try value.string(), at: value, caseless: false)
  }

  private func compile(
    _ source: String, at value: YAMLValue, caseless: Bool = false, wholeText: Bool = false
  ) throws(Problem) -> Pattern {
    let whole: String
    do {
      whole = try PatternWords.builtIn.get().expanded(source)
    } catch let problem as Problem {
      throw problem
    } catch {
      throw invalid(value, (error as? PatternWords.Invalid)?.reason ?? "cannot be read")
    }
    do {
      return try Pattern(whole, caseless: caseless, wholeText: wholeText)
    } catch {
      throw invalid(value, "is not a valid pattern: \(error.message) at position \(error.offset + 1)")
    }
  }

  private func invalid(_ value: YAMLValue, _ reason: String) -> Problem {
    let field = value.path.split(separator: ".").last.map(String.init) ?? ""
    let subject = field.isEmpty || field.hasPrefix("rules[") ? "rule '\(id)' " : "rule '\(id)': '\(field)' "
    return Problem(.invalidRule, value.file, line: value.line, column: value.column, subject + reason)
  }
}
