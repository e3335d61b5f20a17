import Bundles
import Foundation
import Model
import Redaction
import TestSupport
import Testing

/// The account of a run, and what watches over it.
@Suite struct LedgerTests {
  private func entry(_ number: Int) -> LedgerEntry {
    LedgerEntry(
      name: "logs/\(number).log", state: number % 7 == 0 ? .blocked : .redacted, reason: number % 7 == 0 ? "why" : nil,
      bytesIn: number, bytesOut: number + 1, hits: ["phone": number % 3], metadata: number % 2 == 0 ? ["owner"] : nil)
  }

  @Test(arguments: [0, 1, 1023, 1024, 1025, 3000]) func rowsComeBackAsTheyWere(count: Int) throws {
    let entries = (0..<count).map(entry)
    let rows = LedgerRows(entries)
    #expect(Array(rows) == entries)
    #expect(try JSONDecoder().decode(LedgerRows.self, from: JSONEncoder().encode(rows)) == rows)
    #expect(try JSONDecoder().decode([LedgerEntry].self, from: JSONEncoder().encode(rows)) == entries)
    var ledger = Ledger()
    for entry in entries { ledger.record(entry) }
    #expect(ledger.blocked == entries.filter { $0.state == .blocked })
    #expect(ledger.totals == LedgerTotals(entries))
  }

  @Test func whatLiesInADroppedArchiveIsDroppedWithIt() {
    var ledger = Ledger()
    for name in ["a.zip!x", "a.zip!y", "a.zipper"] {
      ledger.record(LedgerEntry(name: name, state: .copied, bytesIn: 1, bytesOut: 1))
    }
    ledger.drop(inside: "a.zip", reason: "r")
    #expect(ledger.entries.map(\.state) == [.droppedByRule, .droppedByRule, .copied])
  }

  @Test func aRunThatDoesNotGetAheadIsNoticed() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.log", text: "call from +12125550147\n")
    var limits = Limits()
    try limits.set("stall=1")
    let session = Session(ScrubTests.detector, Redactor(key: .ephemeral()), limits: limits)
    let isStalled = Flag()
    session.onStall = { isStalled.set() }
    session.onFinding = { _ in
      // Work that leads nowhere, for some seconds of processor time at most.
      let start = clock()
      while !isStalled.isSet, Double(clock() - start) / Double(CLOCKS_PER_SEC) < 20 {}
    }
    try session.scan([folder.path("a.log")])
    #expect(isStalled.isSet)
  }
}

private final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var value = false
  var isSet: Bool { lock.withLock { value } }
  func set() { lock.withLock { value = true } }
}
