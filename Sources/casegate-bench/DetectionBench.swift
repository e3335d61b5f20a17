internal import Detection
internal import Model
internal import PCRE2
internal import RulePacks

/// The engine against the plain loop "each pattern over the text in turn", on one core.
func benchDetection(_ rules: [Rule], _ corpus: Corpus) throws {
  let text = corpus.bytes
  let size = Double(text.count) / 1e6
  var found = 0
  let naive = try best(of: 1) { found = try naiveLoop(rules, text) }
  row("plain loop: each PCRE2-JIT pattern over the text (baseline)", megabytes: size, seconds: naive)

  let detector = try Detector(rules)
  var matches = 0
  let engine = try best { matches = try engineLoop(detector, text) }
  row("engine, same rules, with validators and overlaps", megabytes: size, seconds: engine, baseline: naive)

  let literals = rules.filter { rule in
    !rule.gates.isEmpty && rule.gates.allSatisfy { if case .shape = $0.mark { false } else { true } }
  }
  let more = try Pack(ManyRules.pack(count: 10 * literals.count), file: "generated").rules
  let large = try Detector(rules + more)
  let tenfold = try best { _ = try engineLoop(large, text) }
  row("engine, and \(more.count) literal-gated rules besides", megabytes: size, seconds: tenfold, baseline: naive)
  print(
    "\nmatches of the plain loop: \(found), values of the engine: \(matches); "
      + "ten times the literal-gated rules cost \(rounded(tenfold / engine))x\n")
}

/// Every pattern over the whole text, one after the other, as a simple scrubber does it.
private func naiveLoop(_ rules: [Rule], _ text: [UInt8]) throws -> Int {
  var matcher = Matcher()
  var count = 0
  for rule in rules {
    var start = 0
    while start < text.count,
      let match = try matcher.firstMatch(of: rule.pattern, in: text.span, range: start..<text.count)
    {
      count += 1
      start = max(match.whole.upperBound, start + 1)
    }
  }
  return count
}

private func engineLoop(_ detector: Detector, _ text: [UInt8]) throws(Problem) -> Int {
  var stream = TextStream(detector)
  var count = 0
  let sink: TextStream.Sink = { chunk in count += chunk.matches.count }
  var position = 0
  while position < text.count {
    let end = min(position + 128 * 1024, text.count)
    try stream.append(text.span.extracting(position..<end), sink)
    position = end
  }
  try stream.finish(sink)
  return count
}

/// Rules that look for literals which hardly occur, to see what their number costs.
private enum ManyRules {
  static func pack(count: Int) -> String {
    var text = "pack: many\nrules:\n"
    for index in 0..<count {
      let word = "vendor" + String(index * 7919 % 99991, radix: 36) + "key"
      text +=
        "  - {id: many.rule-\(index), title: t, category: token, pattern: '\(word)-[a-z0-9]{20}', gate: ['\(word)-']}\n"
    }
    return text
  }
}

func rounded(_ value: Double) -> String { String(Double(Int(value * 100 + 0.5)) / 100) }
