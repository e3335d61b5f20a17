/// What became of one entry of the input.
public enum EntryState: String, Sendable, Hashable, CaseIterable, Codable {
  /// The content is the input's, byte for byte.
  case copied
  /// At least one span of the content was replaced.
  case redacted
  /// The content is the input's; the name was changed.
  case renamed
  /// Left out on purpose: by a rule that names it, or because what cannot be scanned was to be left out.
  case droppedByRule = "dropped-by-rule"
  /// Could not be scanned, and therefore is not in any output.
  case blocked
}

/// One row of the ledger: one entry of the input.
public struct LedgerEntry: Sendable, Hashable, Codable {
  /// The entry's name in the output, scrubbed too, with `!` between an archive and its member.
  public let name: String
  /// What became of the entry.
  public let state: EntryState
  /// Why the entry was dropped or blocked, and what to send instead.
  public let reason: String?
  /// Bytes read.
  public let bytesIn: Int
  /// Bytes written.
  public let bytesOut: Int
  /// How many spans were found, by category.
  public let hits: [String: Int]
  /// Kinds of metadata that were left behind, such as `owner`; nil when there were none.
  public let metadata: [String]?

  /// Makes a row.
  public init(
    name: String, state: EntryState, reason: String? = nil, bytesIn: Int, bytesOut: Int, hits: [String: Int] = [:],
    metadata: [String]? = nil
  ) {
    self.metadata = metadata
    self.name = name
    self.state = state
    self.reason = reason
    self.bytesIn = bytesIn
    self.bytesOut = bytesOut
    self.hits = hits
  }

  enum CodingKeys: String, CodingKey {
    case name, state, reason
    case bytesIn = "bytes_in"
    case bytesOut = "bytes_out"
    case hits, metadata
  }
}

/// The account of a run: every entry of the input, and what became of it.
public struct Ledger: Sendable, Hashable {
  /// The rows, in the order of the input.
  public private(set) var entries = LedgerRows()

  /// Makes an empty ledger.
  public init() {}

  /// Adds a row.
  public mutating func record(_ entry: LedgerEntry) { entries.append(entry) }

  /// Says of all entries inside `name` that they were left out with it.
  ///
  /// - Parameter first: the place of the first row that may be one of them; those before it stay as they are.
  public mutating func drop(inside name: String, reason: String, from first: Int = 0) {
    let last = Array(entries[first...])
    guard last.contains(where: { $0.name.hasPrefix(name + "!") }) else { return }
    entries.removeLast(last.count)
    for entry in last {
      guard entry.name.hasPrefix(name + "!") else {
        entries.append(entry)
        continue
      }
      entries.append(
        LedgerEntry(name: entry.name, state: .droppedByRule, reason: reason, bytesIn: entry.bytesIn, bytesOut: 0))
    }
  }

  /// The rows of entries that could not be scanned.
  public var blocked: [LedgerEntry] { entries.rows(in: .blocked) }

  /// Sums over all rows.
  public var totals: LedgerTotals { LedgerTotals(entries) }
}

/// Sums over a ledger; the states always add up to `entries`.
public struct LedgerTotals: Sendable, Hashable, Codable {
  /// The number of rows.
  public let entries: Int
  /// The number of rows in each state.
  public let states: [String: Int]
  /// Bytes read.
  public let bytesIn: Int
  /// Bytes written.
  public let bytesOut: Int
  /// Spans found, by category.
  public let hits: [String: Int]
  /// Kinds of metadata that were left behind, with the number of entries that had them; nil when there were none.
  public let metadata: [String: Int]?

  /// Sums `rows`.
  public init(_ rows: some Sequence<LedgerEntry>) {
    var (entries, bytesIn, bytesOut) = (0, 0, 0)
    var states = Dictionary(uniqueKeysWithValues: EntryState.allCases.map { ($0.rawValue, 0) })
    var (hits, metadata) = ([String: Int](), [String: Int]())
    for row in rows {
      entries += 1
      bytesIn += row.bytesIn
      bytesOut += row.bytesOut
      states[row.state.rawValue, default: 0] += 1
      hits.merge(row.hits, uniquingKeysWith: +)
      for kind in row.metadata ?? [] { metadata[kind, default: 0] += 1 }
    }
    (self.entries, self.bytesIn, self.bytesOut) = (entries, bytesIn, bytesOut)
    (self.states, self.hits, self.metadata) = (states, hits, metadata.isEmpty ? nil : metadata)
  }

  enum CodingKeys: String, CodingKey {
    case entries, states
    case bytesIn = "bytes_in"
    case bytesOut = "bytes_out"
    case hits, metadata
  }
}
