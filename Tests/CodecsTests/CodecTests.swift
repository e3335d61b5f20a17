import Codecs
import Files
import Model
import TestSupport
import Testing

@Suite struct CodecTests {
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

  private static let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) }

  private func packed(_ content: [UInt8], _ codec: Codec) throws -> [UInt8] {
    let memory = Memory()
    let sink = codec.compressing(to: memory)
    for start in stride(from: 0, to: content.count, by: 70_001) {
      try sink.write(content.span.extracting(start..<min(content.count, start + 70_001)))
    }
    try sink.finish()
    return memory.bytes
  }

  private func unpacked(_ bytes: [UInt8], _ codec: Codec) throws(Problem) -> [UInt8] {
    try codec.content(of: Memory(bytes), subject: "x").readAll(limit: .max, subject: "x")
  }

  @Test(arguments: Codec.allCases)
  func contentSurvives(codec: Codec) throws {
    for content in [Self.content, [], [7], Array(repeating: 0x41, count: 1_000_000)] {
      let bytes = try packed(content, codec)
      #expect(try unpacked(bytes, codec) == content)
      #expect(Codec(head: bytes) == codec, "known by its first bytes")
      #expect(try packed(content, codec) == bytes, "the same content gives the same bytes")
    }
  }

  @Test(arguments: zip(Codec.allCases, ["gzip", "bzip2", "xz", "zstd", "lz4"]))
  func theProgramsOfTheFormatReadAndWriteIt(codec: Codec, program: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("x\(codec.ending)", try packed(Self.content, codec))
    #expect(try Program.shell("\(program) -dc x\(codec.ending)", in: folder.url).output == Self.content)
    try folder.write("y", Self.content)
    let theirs = try Program.shell("\(program) -c y", in: folder.url).output
    #expect(try unpacked(theirs, codec) == Self.content)
  }

  @Test(arguments: Codec.allCases)
  func membersOneBehindTheOtherAreRead(codec: Codec) throws {
    let two = try packed([1, 2], codec) + packed([], codec) + packed([3], codec)
    #expect(try unpacked(two, codec) == [1, 2, 3])
    #expect(try unpacked(two + [0, 0, 0, 0], codec) == [1, 2, 3])
    #expect(throws: Problem.self) { try unpacked(two + [1], codec) }
  }

  @Test(arguments: Codec.allCases)
  func everyCutIsAnError(codec: Codec) throws {
    let bytes = try packed(Array(Self.content[..<2000]), codec)
    for end in 0..<bytes.count {
      #expect("cut at \(end)") { _ = try unpacked(Array(bytes[..<end]), codec) } throws: {
        ($0 as? Problem)?.code == .damaged
      }
    }
  }

  @Test(arguments: Codec.allCases)
  func aFlippedBitNeverGivesOtherContent(codec: Codec) throws {
    let content = Array(Self.content[..<3000])
    let bytes = try packed(content, codec)
    for index in bytes.indices {
      var broken = bytes
      broken[index] ^= 1 << UInt8(index % 8)
      // A bit that means nothing, such as one of a time, may change; what comes out may not.
      if let result = try? unpacked(broken, codec) { #expect(result == content, "\(codec) byte \(index)") }
    }
  }

  @Test func textsAreNoCodecs() {
    for text in ["BZh", "BZhello", "(\u{B5}/", "070701", ""] { #expect(Codec(head: Array(text.utf8)) == nil) }
  }
}
