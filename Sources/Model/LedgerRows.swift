/// The rows of a ledger, in the order of the input.
///
/// An archive may have a million members: names lie in blocks, and what rows have in common is kept once.
public struct LedgerRows: Sendable, Hashable, RandomAccessCollection, Codable {
  /// What many rows have in common.
  private struct Detail: Sendable, Hashable {
    let state: EntryState
    let reason: String?
    let hits: [String: Int]
    let metadata: [String]?
  }

  private struct Row: Sendable, Hashable {
    let nameEnd: UInt32
    let detail: UInt32
    let bytesIn: Int
    let bytesOut: Int
  }

  private struct Page: Sendable, Hashable {
    var names: [UInt8] = []
    var rows: [Row] = []
  }

  private static let pageSize = 1024
  private var pages: [Page] = []
  private var details: [Detail] = []
  private var numbers: [Detail: UInt32] = [:]

  /// Makes an empty list.
  public init() {}

  /// Makes a list of `entries`.
  public init(_ entries: some Sequence<LedgerEntry>) {
    for entry in entries { append(entry) }
  }

  /// Adds a row at the end.
  public mutating func append(_ entry: LedgerEntry) {
    let detail = Detail(state: entry.state, reason: entry.reason, hits: entry.hits, metadata: entry.metadata)
    let number: UInt32
    if let known = numbers[detail] {
      number = known
    } else {
      number = UInt32(details.count)
      numbers[detail] = number
      details.append(detail)
    }
    if pages.last?.rows.count ?? Self.pageSize == Self.pageSize { pages.append(Page()) }
    let last = pages.count - 1
    pages[last].names += entry.name.utf8
    pages[last].rows.append(
      Row(
        nameEnd: UInt32(pages[last].names.count), detail: number, bytesIn: entry.bytesIn, bytesOut: entry.bytesOut))
  }

  /// Takes away the last `count` rows.
  mutating func removeLast(_ count: Int) {
    var left = count
    while left > 0, let page = pages.last {
      if left >= page.rows.count {
        left -= page.rows.count
        pages.removeLast()
        continue
      }
      let kept = page.rows.count - left
      let end = Int(page.rows[kept - 1].nameEnd)
      pages[pages.count - 1].rows.removeLast(left)
      pages[pages.count - 1].names.removeLast(page.names.count - end)
      left = 0
    }
  }

  /// The place of the first row.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { pages.isEmpty ? 0 : (pages.count - 1) * Self.pageSize + pages[pages.count - 1].rows.count }

  /// The row at `position`.
  public subscript(position: Int) -> LedgerEntry {
    let page = pages[position / Self.pageSize]
    let index = position % Self.pageSize
    let row = page.rows[index]
    let start = index == 0 ? 0 : Int(page.rows[index - 1].nameEnd)
    let detail = details[Int(row.detail)]
    return LedgerEntry(
      name: String(decoding: page.names[start..<Int(row.nameEnd)], as: UTF8.self), state: detail.state,
      reason: detail.reason, bytesIn: row.bytesIn, bytesOut: row.bytesOut, hits: detail.hits, metadata: detail.metadata)
  }

  /// The rows in one state.
  func rows(in state: EntryState) -> [LedgerEntry] {
    guard details.contains(where: { $0.state == state }) else { return [] }
    return filter { $0.state == state }
  }

  /// Reads a list of rows.
  public init(from decoder: any Decoder) throws { self.init(try [LedgerEntry](from: decoder)) }

  /// Writes a list of rows.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for entry in self { try list.encode(entry) }
  }
}
