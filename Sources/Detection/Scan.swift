public import Model
internal import PCRE2
internal import RulePacks

/// One thread's scanning: a detector together with the working memory it needs.
public struct Scan: ~Copyable {
  /// What a text holds.
  public struct Result: Sendable {
    /// The values found, in order and without overlap.
    public let matches: [Match]
    /// Up to where the text is decided; the rest must be scanned again with what follows it.
    public let end: Int
    /// All that rules have claimed, before it was decided who takes what; empty unless the scan explains.
    public let claims: [Match]
    /// The keys and values that notations have found.
    let pairs: [Pair]
    /// What the tables up to `end` leave for what follows.
    let tables: TableState
    /// Where lines start that may be the headers of tables.
    let headers: [Int]
  }

  /// Whether results tell all claims.
  public var explains = false
  let detector: Detector
  var matcher = Matcher()
  var candidates: [Match] = []
  /// Replacements that stand already, each with the rule that would have found the value.
  var settled: [Range<Int>: Int] = [:]
  /// Keys and values that notations have found.
  var pairs: [Pair] = []
  /// Where lines start that may be the headers of tables.
  var headers: [Int] = []
  /// What is part of a table whose columns have names.
  var tableRanges: [Range<Int>] = []
  /// Where rows of values start on an SQL line that the text cuts off: the next scan must start at one of them.
  var rowStarts: [Int] = []
  /// Where a record or the definition of a table starts that may go on behind the text.
  var openRecord: Int?
  /// The definitions of tables, with where they stand.
  var definitions: [(position: Int, name: [UInt8], columns: TableLayout.Columns)] = []
  private var shapes: ShapeStates
  /// For each rule, up to where nothing is left to find: the end of its last value, or of the line it was tried on.
  private var searched: [Int]
  /// How many codings have been undone to get the text.
  var depth = 0
  /// Scans what stands behind a coding; made when one is met.
  var innerScan: ScanBox?

  /// A value in a text without line ends is found when it is no longer than this; a text is decided but for so much.
  static let overlap = 64 * 1024
  /// How far from its gate a pattern looks on a line that is longer than a window.
  static let window = 64 * 1024
  static let lookback = 4 * 1024

  /// Makes a scan with `detector`.
  public init(_ detector: Detector) {
    self.detector = detector
    shapes = ShapeStates(detector.shapes)
    searched = Array(repeating: 0, count: detector.rules.count)
  }

  /// Finds the values in `text` from `from` on; what stands before helps to decide, and is not reported again.
  ///
  /// - Parameter isFinal: whether nothing follows; else the last line stays undecided.
  /// - Throws: `Problem` of code `limit` when a pattern cannot be decided within its limits; nothing is known then.
  public mutating func scan(_ text: Span<UInt8>, from: Int = 0, isFinal: Bool = true) throws(Problem) -> Result {
    try scan(text, from: from, isFinal: isFinal, continuing: TableState())
  }

  /// The same, behind tables that stand before `from`.
  ///
  /// - Parameter ownEnd: where what follows only helps to decide what stands before; tables end there. It must be the
  ///   start of a line.
  mutating func scan(
    _ text: Span<UInt8>, from: Int, ownEnd: Int? = nil, isFinal: Bool, continuing tables: TableState
  ) throws(Problem) -> Result {
    candidates.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    settled.removeAll(keepingCapacity: true)
    headers.removeAll(keepingCapacity: true)
    rowStarts.removeAll(keepingCapacity: true)
    tableRanges.removeAll(keepingCapacity: true)
    openRecord = nil
    definitions.removeAll(keepingCapacity: true)
    // A cut inside a line may go between a key and its value: start early enough to see the key again.
    let start = from > 0 && text[from - 1] != 0x0A ? max(0, from - Self.lookback) : from
    let lastLineEnd = isFinal ? text.count : text.lastLineEnd(from: from)
    let end = lastLineEnd ?? text.count
    var held = end
    try passRules(text, start..<end, isFinal: isFinal, held: &held)
    passLearned(text, start..<end)
    if start < from { candidates.removeAll { $0.range.lowerBound < from } }
    let tableEnd = ownEnd ?? end
    let places = TableDefinitions.lines(text, from..<tableEnd)
    if !places.isEmpty { headers = Set(headers + places).sorted() }
    let nextTables = try passTables(
      text, from..<tableEnd, headers: headers.filter { $0 < tableEnd }, continuing: tables, isCut: lastLineEnd == nil)
    if let record = openRecord, !isFinal, tableEnd - record <= Self.overlap { held = min(held, max(from, record)) }
    try passPairs(text, from: from)
    if detector.teachers == nil, depth == 0 { try passColumns(text, from..<end) }
    let seen = try passCodings(text, start..<end, from: from, isFinal: isFinal)
    // Where a rule has had its value, none comes second: what it left is no value of another kind.
    candidates.removeAll { candidate in
      guard let rule = settled[candidate.range] else { return false }
      return Overlaps.isSurer(Match(range: candidate.range, rule: rule), than: candidate, detector.rules)
    }
    if let teachers = detector.teachers { candidates.removeAll { !teachers[$0.rule] } }
    let claims = explains ? candidates : []
    var matches = Overlaps.resolved(candidates, rules: detector.rules)
    if !seen.isEmpty { matches = coded(matches, seen) }
    // A value that began on an earlier line needs that line to be found again: it is decided as it is.
    if let open = seen.open, open >= from, !matches.contains(where: { goesOver($0.range, open, in: text) }) {
      held = min(held, open)
    }
    if lastLineEnd == nil, held > max(from, end - Self.overlap) {
      held = max(from, end - Self.overlap)
      // A chunk ends between characters, as far as the text is UTF-8.
      while held > from, text[held] & 0xC0 == 0x80, end - Self.overlap - held < 3 { held -= 1 }
    }
    return try cut(matches, at: held, from: from, end: end, tables: nextTables, headers: headers, claims: claims)
  }

  /// Tries all rules, or remembers what they have found in this text before.
  private mutating func passRules(
    _ text: Span<UInt8>, _ range: Range<Int>, isFinal: Bool, held: inout Int
  ) throws(Problem) {
    let memory = range.lowerBound == 0 && text.count >= ScanMemory.shortest ? detector.memory : nil
    let key = memory.map { _ in ScanMemory.Text(text, end: range.upperBound, isFinal: isFinal) }
    if let memory, let key, let known = memory.findings(in: key) {
      (candidates, pairs, settled, headers, held) =
        (known.candidates, known.pairs, known.settled, known.headers, known.held)
      return
    }
    for index in searched.indices { searched[index] = range.lowerBound }
    try passGates(text, range, isFinal: isFinal, held: &held)
    try passUngated(text, range, isFinal: isFinal, held: &held)
    guard let memory, let key else { return }
    memory.keep(
      ScanMemory.Findings(candidates: candidates, pairs: pairs, settled: settled, headers: headers, held: held), in: key
    )
  }

  private mutating func passGates(
    _ text: Span<UInt8>, _ range: Range<Int>, isFinal: Bool, held: inout Int
  ) throws(Problem) {
    let detector = self.detector
    let literals = detector.literals
    let literalTable = literals.table.span
    let literalClasses = literals.classes.span
    let keys = detector.keys
    let keyTable = keys.table.span
    let keyClasses = keys.classes.span
    let shapeGates = detector.shapes
    let shapeClasses = shapeGates.classes.span
    var line = Line()
    var literal: UInt32 = 0
    var key: UInt32 = 0
    var shape: UInt32 = 0
    var position = range.lowerBound
    // Three small tables in lockstep: none waits for another, so the pass costs little more than one of them.
    while position < range.upperBound {
      let byte = unsafe Int(text[unchecked: position])
      literal = unsafe literalTable[unchecked: Int(literal) + Int(literalClasses[unchecked: byte])]
      key = unsafe keyTable[unchecked: Int(key) + Int(keyClasses[unchecked: byte])]
      let column = unsafe shapeClasses[unchecked: byte]
      let next = unsafe shapes.table.span[unchecked: Int(shape) + Int(column)]
      position += 1
      if literal >= literals.firstHit {
        for place in literals.tries(at: literal) {
          let attempt = literals.tries[place]
          if searched[attempt.rule] >= position { continue }
          if let word = attempt.key, !isWord(text, position - word.length..<position) { continue }
          line.move(to: position, in: text, range: range)
          try search(text, attempt, gateEnd: position, line: line.range, isFinal: isFinal, held: &held)
        }
      }
      if key >= keys.firstHit, unsafe keyClasses[unchecked: byte] != keys.jointClass {
        line.move(to: position, in: text, range: range)
        if mayEndColumnName(text, position, line.range), headers.last != line.range.lowerBound {
          headers.append(line.range.lowerBound)
        }
        for place in keys.tries(at: key) {
          let attempt = keys.tries[place]
          if searched[attempt.rule] >= position { continue }
          try searchKey(text, attempt, nameEnd: position, line: line.range, isFinal: isFinal, held: &held)
        }
      }
      if next < ShapeStates.flag {
        shape = next
        continue
      }
      let entry = shapes.entry(row: shape, column: column)
      shape = entry & ~ShapeStates.flag
      guard entry >= ShapeStates.flag else { continue }
      for attempt in shapes.tries(at: shape) where searched[attempt.rule] < position {
        line.move(to: position, in: text, range: range)
        try search(text, attempt, gateEnd: position, line: line.range, isFinal: isFinal, held: &held)
      }
    }
  }

  /// Whether what follows a key's name could separate columns.
  private func mayEndColumnName(_ text: Span<UInt8>, _ position: Int, _ line: Range<Int>) -> Bool {
    guard position < line.upperBound else { return true }
    switch text[position] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ")"), UInt8(ascii: "`"), 0x0D:
      return true
    case UInt8(ascii: "\""), UInt8(ascii: "]"):
      return position + 1 == line.upperBound || TableLayout.delimiters.contains(text[position + 1])
        || text[position + 1] == 0x0D || text[position + 1] == UInt8(ascii: ")")
    // A tab stands between the columns of a table, but in key lists before a quoted value.
    case 0x09: return position + 1 == line.upperBound || text[position + 1] != UInt8(ascii: "'")
    case 0x20:
      // Strokes below say where columns start, with one blank between two names as well.
      let below = line.upperBound + 1
      if below < text.count, text[below] == UInt8(ascii: "-") { return true }
      return position + 1 < line.upperBound
        && ([0x20, 0x29, 0x2C, 0x7C].contains(text[position + 1]) || TableLayout.isFieldsDirective(text, line))
    default: return false
    }
  }

  private mutating func passUngated(
    _ text: Span<UInt8>, _ range: Range<Int>, isFinal: Bool, held: inout Int
  ) throws(Problem) {
    for rule in detector.ungated {
      var line = Line()
      var position = range.lowerBound
      while position < range.upperBound {
        line.move(to: position + 1, in: text, range: range)
        repeat {
          try search(
            text, GateAutomaton.Try(rule: rule, reach: .max), gateEnd: max(position + 1, searched[rule]),
            line: line.range, isFinal: isFinal, held: &held)
        } while searched[rule] < line.range.upperBound
        position = line.range.upperBound + 1
      }
    }
  }

  /// Tries a rule behind the name of one of its keys, unless a glance shows that no key is there.
  private mutating func searchKey(
    _ text: Span<UInt8>, _ attempt: GateAutomaton.Try, nameEnd: Int, line: Range<Int>, isFinal: Bool, held: inout Int
  ) throws(Problem) {
    guard let key = attempt.key else {
      return try search(text, attempt, gateEnd: nameEnd, line: line, isFinal: isFinal, held: &held)
    }
    let start = KeyPlace.start(text, end: nameEnd, length: key.length, line: line)
    if key.isStart, !KeyPlace.canBegin(text, at: start, line: line) { return }
    if key.isEnd, !KeyPlace.canEnd(text, at: nameEnd, line: line) { return }
    // A flag may have two dashes in front of its name.
    let reach = key.isStart ? nameEnd - start + 2 : attempt.reach
    var line = line
    if KeyPlace.goesOn(text, nameEnd, line), line.upperBound < text.count {
      // The value stands on the line below; should that not be here yet, both wait for what follows.
      var next = line.upperBound + 1
      while next < text.count, text[next] != 0x0A { next += 1 }
      if next == text.count, !isFinal { held = min(held, line.lowerBound) }
      line = line.lowerBound..<next
    }
    try search(
      text, GateAutomaton.Try(rule: attempt.rule, reach: reach), gateEnd: nameEnd, lastStart: start, line: line,
      isFinal: isFinal, held: &held)
  }

  /// Tries a rule around the end of one of its gates.
  private mutating func search(
    _ text: Span<UInt8>, _ attempt: GateAutomaton.Try, gateEnd: Int, lastStart wanted: Int? = nil, line: Range<Int>,
    isFinal: Bool, held: inout Int
  ) throws(Problem) {
    let index = attempt.rule
    let rule = detector.rules[index]
    let firstLineEnd = line.upperBound
    let line = rule.lines == 0 ? line : below(line, rule.lines, in: text, isFinal: isFinal, held: &held)
    var start = max(line.lowerBound, searched[index])
    var end = line.upperBound
    var lastStart: Int? = nil
    if end - gateEnd > Self.window { end = gateEnd + Self.window }
    if attempt.reach != .max {
      start = max(start, gateEnd - attempt.reach)
      lastStart = wanted ?? gateEnd
    } else {
      start = max(start, gateEnd - Self.lookback)
      // A match may begin on each line below, and see further lines from there.
      searched[index] = max(rule.lines == 0 ? end : firstLineEnd, gateEnd)
    }
    while start < end, start <= lastStart ?? end {
      guard
        let match = try first(rule, in: text, range: start..<end, lastStart: lastStart, lineEnd: line.upperBound)
      else { return }
      if match.whole.upperBound == end, end < line.upperBound {
        // The window may have cut the value short: look again with more of the line.
        guard end - gateEnd < 16 * Self.window else { throw tooLong(rule) }
        end = min(line.upperBound, gateEnd + 4 * (end - gateEnd))
        continue
      }
      if let key = match.key {
        pairs.append(Pair(key: key, value: match.value))
        start = max(match.value.upperBound, start + 1)
        searched[index] = max(searched[index], match.value.upperBound)
        continue
      }
      if rule.block != nil {
        start = try takeBlock(match, rule: index, in: text, lineStart: line.lowerBound, isFinal: isFinal, held: &held)
        searched[index] = max(searched[index], start)
        continue
      }
      if let value = try proven(match.value, rule: index, in: text, line: line) {
        candidates.append(Match(range: value, rule: index))
        start = max(value.upperBound, start + 1)
        searched[index] = max(searched[index], value.upperBound)
      } else {
        // A refused value may hide a good one that starts inside it.
        start = max(match.whole.lowerBound + 1, start + 1)
      }
    }
  }

  /// A line with some of those below it; should they not be here yet, all wait for them.
  private func below(_ line: Range<Int>, _ count: Int, in text: Span<UInt8>, isFinal: Bool, held: inout Int) -> Range<
    Int
  > {
    var end = line.upperBound
    for _ in 0..<count where end < text.count {
      end += 1
      while end < text.count, text[end] != 0x0A, end - line.lowerBound < Self.overlap { end += 1 }
    }
    if end >= text.count, !isFinal, end - line.lowerBound < Self.overlap { held = min(held, line.lowerBound) }
    return line.lowerBound..<min(end, text.count)
  }

  mutating func first(
    _ rule: Rule, in text: Span<UInt8>, range: Range<Int>, lastStart: Int?, lineEnd: Int
  ) throws(Problem) -> Matcher.Match? {
    do {
      return try matcher.firstMatch(
        of: rule.pattern, in: text, range: range, lastStart: lastStart, atLineEnd: range.upperBound == lineEnd)
    } catch {
      throw undecided(rule, error)
    }
  }
}
