internal import Model

/// Compares what went in with what came out.
struct Scorer {
  private var tally: Tally
  /// For each value of a category, the replacements it got.
  private var replacements: [Key: [[UInt8]: String]] = [:]
  private var occurrences: [Key: Int] = [:]

  private struct Key: Hashable {
    let category: Category
    let bytes: [UInt8]

    var name: String { category.rawValue + String(decoding: bytes, as: UTF8.self) }
  }

  init(_ tally: Tally) { self.tally = tally }

  /// Adds a run to the tally.
  mutating func score(_ run: Product.Run, of bundle: CaseBundle) -> Tally {
    let contexts = Dictionary(
      bundle.leaves.map { ($0.serial, $0.page.context) } + bundle.archives.map { ($0.serial, "archive headers") },
      uniquingKeysWith: { first, _ in first })
    for entry in run.blocked { tally.blocked[contexts[serial(of: entry.name)] ?? entry.name] = entry.reason ?? "" }
    for leaf in run.bundle.leaves {
      tally.contexts.insert(leaf.page.context)
      tally.bytes += leaf.page.text.bytes.count
      guard let file = run.output.files[leaf.serial] else {
        lose(leaf.page)
        continue
      }
      content(leaf.page, file, run.findings[leaf.serial] ?? [])
      name(leaf.page, file)
    }
    for archive in run.bundle.archives { remarks(archive, run.output.remarks[archive.serial] ?? "") }
    for (serial, findings) in run.again.sorted(by: { $0.key < $1.key }) {
      let context = contexts[serial] ?? serial
      for finding in findings {
        tally.again[Tally.Cell(context: context, what: finding.rule), default: 0] += 1
        guard let bytes = run.output.files[serial]?.bytes else { continue }
        let end = min(finding.byteOffset + finding.byteLength, bytes.count)
        guard finding.byteOffset < end else { continue }
        tally.examples.add(.again, context, finding.category.rawValue, finding.rule, bytes, finding.byteOffset..<end)
      }
    }
    comparePseudonyms()
    return tally
  }

  /// A file that is not in the output cannot leak, but everything in it is lost.
  private mutating func lose(_ page: Page) {
    tally.lost.insert(page.context)
    for mark in page.text.marks + page.path.marks {
      guard case .trap(let kind) = mark.kind else { continue }
      tally.traps[Tally.Cell(context: page.context, what: kind), default: Count()].add(true)
    }
  }

  private mutating func comparePseudonyms() {
    for (key, count) in occurrences.sorted(by: { $0.key.name < $1.key.name }) where count > 1 {
      let given = replacements[key] ?? [:]
      tally.repeated.add(given.count > 1)
      guard given.count > 1 else { continue }
      let texts = given.map { "\(String(decoding: $0.key, as: UTF8.self)) (\($0.value))" }.sorted()
      tally.examples.add(twoPseudonyms: key.bytes, key.category.rawValue, texts)
    }
  }

  private mutating func content(_ page: Page, _ file: Unpacked.File, _ findings: [Finding]) {
    let (input, output) = (page.text.bytes, file.bytes)
    let marks = page.text.marks
    let verdict: Verdict
    if let edits = Alignment(input: input, output: output).edits(findings) {
      verdict = Verdict(marks, input: input, output: output, edits: edits)
    } else {
      tally.unaligned.insert(page.context)
      verdict = Verdict(marks, input: input, searchedIn: output)
    }
    for (index, mark) in marks.enumerated() {
      let isWrong = verdict.isWrong[index]
      switch mark.kind {
      case .plant(let category):
        tally.plants[Tally.Cell(context: page.context, what: category.rawValue), default: Count()].add(isWrong)
        if isWrong {
          tally.examples.add(.leak, page.context, category.rawValue, verdict.rules[index], input, mark.range)
        } else if let replacement = verdict.replacements[index],
          replacement.contains(where: { $0 != UInt8(ascii: "*") })
        {
          // Asterisks are no pseudonym: what the vendor's own tags mark is removed, whatever it is.
          let key = Key(category: category, bytes: Array(input[mark.range]))
          replacements[key, default: [:]][replacement] = "\(page.context), \(verdict.rules[index] ?? "")"
          occurrences[key, default: 0] += 1
        }
      case .trap(let kind):
        tally.traps[Tally.Cell(context: page.context, what: kind), default: Count()].add(isWrong)
        if isWrong { tally.examples.add(.altered, page.context, kind, verdict.rules[index], input, mark.range) }
      case .either: break
      }
    }
    tally.innocent[page.context, default: Count()].all += verdict.innocentBytes
    tally.innocent[page.context, default: Count()].wrong += verdict.innocentChanged
    for (range, rule) in verdict.innocentStretches {
      tally.examples.add(.innocent, page.context, rule, rule, input, range)
    }
  }

  /// Names cannot be aligned: a value must be gone from the path, a trap must be in it.
  private mutating func name(_ page: Page, _ file: Unpacked.File) {
    let path = Array(file.path.utf8)
    for mark in page.path.marks {
      let isThere = Haystack(path).contains(page.path.bytes[mark.range])
      switch mark.kind {
      case .plant(let category):
        tally.plants[Tally.Cell(context: page.context, what: category.rawValue), default: Count()].add(isThere)
        if isThere { tally.examples.add(.leak, page.context, category.rawValue, nil, page.path.bytes, mark.range) }
      case .trap(let kind):
        tally.traps[Tally.Cell(context: page.context, what: kind), default: Count()].add(!isThere)
        if !isThere { tally.examples.add(.altered, page.context, kind, nil, page.path.bytes, mark.range) }
      case .either: break
      }
    }
  }

  private mutating func remarks(_ archive: Archive, _ remarks: String) {
    let header: Text = archive.owner.map { "\($0) \(archive.remark)" } ?? archive.remark
    for mark in header.marks {
      guard case .plant(let category) = mark.kind else { continue }
      let isThere = remarks.contains(String(decoding: header.bytes[mark.range], as: UTF8.self))
      let cell = Tally.Cell(context: "archive headers", what: category.rawValue)
      tally.contexts.insert(cell.context)
      tally.plants[cell, default: Count()].add(isThere)
      if isThere { tally.examples.add(.leak, cell.context, cell.what, nil, header.bytes, mark.range) }
    }
  }
}
