internal import FixtureGenerator
internal import Testing

@Suite("The same seed")
struct DeterminismTests {
  /// FNV-1a, enough to tell two texts apart.
  private func digest(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private func mixed(seed: UInt64) throws -> [UInt8] {
    let sink = MemorySink()
    try MixedLog(seed: seed, size: 1 << 20).write(to: sink)
    return sink.bytes
  }

  @Test("gives the same mixed log, another seed another one")
  func mixedLog() throws {
    let first = digest(try mixed(seed: 5))
    #expect(try first == digest(mixed(seed: 5)))
    #expect(try first != digest(mixed(seed: 6)))
  }

  @Test("gives the same bundle, file by file")
  func bundle() throws {
    let (first, second) = (try Written(seed: 5, size: 1 << 20), try Written(seed: 5, size: 1 << 20))
    #expect(first.folder.files.mapValues(\.bytes) == second.folder.files.mapValues(\.bytes))
    #expect(first.truth.map(\.offset) == second.truth.map(\.offset))
  }

  @Test("gives the published first numbers of SplitMix64")
  func source() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }
}
