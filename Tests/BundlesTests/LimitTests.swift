import Bundles
import Model
import Testing

/// Limits as people write them.
@Suite struct LimitTests {
  @Test(arguments: [
    ("entry=200GB", 200_000_000_000), ("total=1TiB", 1 << 40), ("entry = 5 MiB", 5 << 20), ("entry=17", 17),
    ("total=3kB", 3000),
  ])
  func sizesHaveUnits(text: String, bytes: Int) throws {
    var limits = Limits()
    try limits.set(text)
    #expect((text.hasPrefix("entry") ? limits.bytesPerEntry : limits.totalBytes) == bytes)
  }

  @Test func othersAreWholeNumbers() throws {
    var limits = Limits()
    for text in ["ratio=2000", "depth=3", "entries=7", "name=255"] { try limits.set(text) }
    #expect([limits.ratio, limits.depth, limits.entries, limits.nameLength] == [2000, 3, 7, 255])
  }

  @Test(arguments: [
    "", "entry", "entry=", "entry=0", "entry=-1", "entry=GB", "entry=1.5GB", "entry=99999999999TB", "ratio=2GB",
    "ratio=0", "size=1",
  ])
  func whatIsNoLimitIsNamed(text: String) {
    var limits = Limits()
    #expect(throws: Problem.self) { try limits.set(text, subject: ".casegate.yaml", line: 3) }
  }
}
