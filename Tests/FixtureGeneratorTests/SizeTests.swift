internal import FixtureGenerator
internal import Foundation
internal import Testing

@Suite("The size")
struct SizeTests {
  @Test("of a bundle is what was asked for", arguments: [1, 3])
  func bundle(mebibytes: Int) throws {
    let size = try Written(seed: 3, size: mebibytes << 20).folder.size
    #expect(abs(size - mebibytes << 20) < mebibytes << 20 / 5)
  }

  @Test("of a mixed log is what was asked for")
  func mixedLog() throws {
    let sink = MemorySink()
    try MixedLog(seed: 3, size: 2 << 20).write(to: sink)
    #expect(abs(sink.bytes.count - 2 << 20) < 2 << 20 / 5)
  }

  @Test("of one file makes logs go on in the next one")
  func segments() throws {
    let files = try Written(seed: 3, size: 2 << 20, segmentSize: 100_000).folder.files.keys
    #expect(files.filter { $0.hasPrefix("sipserver/") }.count > 2)
  }
}
