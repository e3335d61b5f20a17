import Codecs
import Files
import Model
import TestSupport
import Testing

@Suite struct GzipTests {
  private final class Memory: ByteSource, ByteSink {
    var bytes: [UInt8]
    private var position = 0
    init(_ bytes: [UInt8] = []) { self.bytes = bytes }
    func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
      // Uneven pieces, so that every boundary is met.
      let count = min(buffer.count, 1 + position % 977, bytes.count - position)
      buffer.replaceSubrange(..<count, with: bytes[position..<position + count])
      position += count
      return count
    }
    func write(_ bytes: Span<UInt8>) throws(Problem) { for index in bytes.indices { self.bytes.append(bytes[index]) } }
  }

  private func packed(_ content: [UInt8]) throws -> [UInt8] {
    let memory = Memory()
    let sink = Codec.gzip.compressing(to: memory)
    try sink.write(content.span)
    try sink.finish()
    return memory.bytes
  }

  private func unpacked(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
    try Codec.gzip.content(of: Memory(bytes), subject: "x.gz").readAll(limit: .max, subject: "x.gz")
  }

  private let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) }

  @Test func threadsDoNotChangeTheBytes() throws {
    let long = content + content + content
    let alone = try packed(long)
    for threads in [2, 5] {
      let memory = Memory()
      let sink = Codec.gzip.compressing(to: memory, threads: threads)
      for start in stride(from: 0, to: long.count, by: 70_001) {
        try sink.write(long.span.extracting(start..<min(long.count, start + 70_001)))
      }
      try sink.finish()
      #expect(memory.bytes == alone)
    }
    #expect(try unpacked(alone) == long)
  }

  @Test func contentSurvives() throws {
    #expect(try unpacked(try packed(content)) == content)
    #expect(try unpacked(try packed([])) == [])
  }

  @Test func theSameContentGivesTheSameBytes() throws { #expect(try packed(content) == packed(content)) }

  @Test func gzipItselfReadsIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("x.gz", try packed(content))
    #expect(try Program.shell("gzip -dc x.gz", in: folder.url).output == content)
  }

  @Test func membersOneBehindTheOtherAreRead() throws {
    #expect(try unpacked(try packed([1, 2]) + packed([3]) + [0, 0, 0]) == [1, 2, 3])
  }

  @Test func everyCutIsAnError() throws {
    let bytes = try packed(Array(content[..<2000]))
    for end in 1..<bytes.count {
      #expect("cut at \(end)") { _ = try unpacked(Array(bytes[..<end])) } throws: { ($0 as? Problem)?.code == .damaged }
    }
  }

  @Test func everyFlippedBitOfTheTrailerIsAnError() throws {
    let bytes = try packed(Array(content[..<500]))
    for index in (bytes.count - 8)..<bytes.count {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << UInt8(bit)
        #expect { _ = try unpacked(damaged) } throws: { ($0 as? Problem)?.code == .damaged }
      }
    }
  }

  @Test func somethingElseBehindTheDataIsAnError() throws {
    #expect { _ = try unpacked(try packed([1]) + [7]) } throws: { ($0 as? Problem)?.code == .damaged }
  }
}
