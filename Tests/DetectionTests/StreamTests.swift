import Detection
import Model
import RulePacks
import Testing

@Suite struct StreamTests {
  private let rules = """
    - {id: t.a, title: t, category: account, pattern: 'id=(?<value>\\d+)', gate: ['id=']}
    - {id: t.k, title: t, category: private-key, pattern: '-----BEGIN KEY-----', gate: ['BEGIN KEY'], block: {end: '-----END KEY-----', limit: 4096}}

    """

  @Test(arguments: [1, 2, 3, 7, 64, 1000])
  func piecesOfAnySizeGiveTheSameValues(size: Int) throws {
    let detector = try Texts.detector(rules)
    let key = "-----BEGIN KEY-----\nAAAABBBBCCCCDDDDEEEE\nFFFFGGGGHHHHIIIIJJJJ\n-----END KEY-----\n"
    let bytes = Array(("x id=1\n" + key + "id=22 id=333\n" + key + "id=4").utf8)
    let whole = try Texts.streamed(bytes, detector, size: bytes.count)
    #expect(whole.count == 6)
    #expect(try Texts.streamed(bytes, detector, size: size) == whole)
  }

  @Test func aKeyWithoutAnEndIsTakenAsFarAsItLooksLikeOne() throws {
    let detector = try Texts.detector(rules)
    let text = "-----BEGIN KEY-----\nAAAABBBBCCCCDDDDEEEE\nFFFFGGGGHHHHIIIIJJJJ\n10:00 a log line follows\nid=1\n"
    #expect(try Texts.found(text, detector) == ["AAAABBBBCCCCDDDDEEEE\nFFFFGGGGHHHHIIIIJJJJ", "1"])
  }

  @Test func aLineOfMegabytesIsScannedToItsEnd() throws {
    let detector = try Texts.detector(rules)
    var bytes: [UInt8] = []
    var expected: [Range<Int>] = []
    while bytes.count < 5_000_000 {
      bytes += Array("some text without a line end, id=".utf8)
      expected.append(bytes.count..<bytes.count + 7)
      bytes += Array("1234567;".utf8)
    }
    #expect(try Texts.streamed(bytes, detector, size: 100_003, chunkSize: 256 * 1024) == expected)
  }

  @Test func aKeyAndItsValueOnBothSidesOfACutAreFound() throws {
    let detector = try Texts.detector("- {id: t.p, title: t, category: password, keys: [password]}\n")
    // The stream cuts a long line 64 KiB before what it holds; move the pair over that place.
    for shift in stride(from: 0, to: 60, by: 3) {
      let head = String(repeating: "x", count: 1024 * 1024 - 64 * 1024 - 30 + shift)
      let bytes = Array((head + " password=hunter22; " + String(repeating: "y", count: 200_000)).utf8)
      let found = try Texts.streamed(bytes, detector, size: 65_536, chunkSize: 256 * 1024)
      #expect(found.map { String(decoding: bytes[$0], as: UTF8.self) } == ["hunter22"])
    }
  }

  @Test func aValueTooLongToHoldBlocks() throws {
    let detector = try Texts.detector("- {id: t.a, title: t, category: account, pattern: 'id=\\d+', gate: ['id=']}\n")
    let bytes = Array(("id=" + String(repeating: "7", count: 3_000_000)).utf8)
    #expect { _ = try Texts.streamed(bytes, detector, size: 65_536) } throws: { ($0 as? Problem)?.code == .limit }
  }
}
