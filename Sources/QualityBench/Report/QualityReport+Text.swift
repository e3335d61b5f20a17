extension QualityReport {
  /// The report for people, with up to `examples` examples of each fault in each tier.
  public func text(examples: Int) -> String {
    var lines = ["Quality with seeds \(seeds.map(String.init).joined(separator: ", ")), \(contextCount) contexts", ""]
    lines += overview + [""]
    for tally in tallies { lines += categories(tally) + [""] }
    lines += ["Worst contexts: values leaked"] + worst(\.plants, "leaked") + [""]
    lines += ["Worst contexts: traps altered"] + worst(\.traps, "altered") + [""]
    for tally in tallies { lines += self.examples(tally, examples) }
    for tally in tallies { lines += oddities(tally) }
    return (lines + verdict).joined(separator: "\n") + "\n"
  }

  private var overview: [String] {
    var table = Table([
      "tier", "contexts", "bytes", "values", "leaked", "", "traps", "altered", "", "innocent changed", "two pseudonyms",
      "found again",
    ])
    for tally in tallies {
      let (leaks, altered) = (tally.leaks(), tally.altered)
      table.add([
        tally.tier.rawValue, "\(tally.contexts.count)", "\(tally.bytes)", "\(leaks.all)", "\(leaks.wrong)",
        percentage(leaks.rate), "\(altered.all)", "\(altered.wrong)", percentage(altered.rate),
        percentage(tally.changed.rate), "\(tally.repeated.wrong) of \(tally.repeated.all)", "\(tally.found)",
      ])
    }
    return table.lines
  }

  private func categories(_ tally: Tally) -> [String] {
    var table = Table([tally.tier.rawValue, "values", "leaked", ""])
    let cells = Dictionary(tally.plants.map { ($0.key.what, $0.value) }, uniquingKeysWith: +)
    for (category, count) in cells.sorted(by: { ($1.value.rate, $0.key) < ($0.value.rate, $1.key) }) {
      table.add([category, "\(count.all)", "\(count.wrong)", percentage(count.rate)])
    }
    return table.lines
  }

  /// How many of the worst contexts are listed.
  private static var listed: Int { 40 }

  private func worst(_ cells: KeyPath<Tally, [Tally.Cell: Count]>, _ word: String) -> [String] {
    let all = tallies.flatMap { tally in tally[keyPath: cells].map { (tally.tier, $0.key, $0.value) } }
      .filter { $0.2.wrong > 0 }
      .sorted { ($1.2.wrong, $0.1.context, $0.1.what) < ($0.2.wrong, $1.1.context, $1.1.what) }
    guard !all.isEmpty else { return ["  none"] }
    var table = Table(["context", "what", word, "of", ""])
    for (tier, cell, count) in all.prefix(Self.listed) {
      let name = "\(tier.rawValue) \(cell.context)"
      table.add([name, cell.what, "\(count.wrong)", "\(count.all)", percentage(count.rate)])
    }
    if all.count > Self.listed { table.add(["... and \(all.count - Self.listed) more", "", "", "", ""]) }
    return table.lines
  }

  private func examples(_ tally: Tally, _ count: Int) -> [String] {
    Examples.Fault.allCases.flatMap { fault -> [String] in
      let examples = tally.examples.picked(fault, count)
      guard !examples.isEmpty else { return [] }
      return ["Examples, \(tally.tier.rawValue): \(fault.title)"]
        + examples.flatMap { example in
          ["  \(example.title)", "    \(example.text)"]
        } + [""]
    }
  }

  private func oddities(_ tally: Tally) -> [String] {
    tally.blocked.sorted { $0.key < $1.key }.map { "Refused, \(tally.tier.rawValue) \($0.key): \($0.value)" }
      + tally.lost.sorted().map { "Not in the output: \(tally.tier.rawValue) \($0)" }
      + tally.unaligned.sorted().map {
        "Judged by search, for it changed beyond the findings: \(tally.tier.rawValue) \($0)"
      }
  }

  private var verdict: [String] {
    var table = Table(["bar", "tier", "at most", "measured", ""])
    for bar in Bars.all {
      guard let tally = tallies.first(where: { $0.tier == bar.tier }) else { continue }
      let count = bar.measure(tally)
      table.add([
        bar.name, bar.tier.rawValue, percentage(bar.most), "\(count.wrong) of \(count.all)",
        count.rate > bar.most ? "MISSED" : "met",
      ])
    }
    return table.lines
  }
}

extension Examples.Fault {
  fileprivate var title: String {
    switch self {
    case .leak: "values that leaked"
    case .altered: "traps that were altered"
    case .innocent: "innocent text that was changed"
    case .pseudonyms: "values with more than one pseudonym"
    case .again: "found by a second run"
    }
  }
}

extension Examples.Example {
  fileprivate var title: String {
    ([context] + (rule == what ? [] : [what]) + [rule].compactMap(\.self)).joined(separator: ", ")
  }
}
