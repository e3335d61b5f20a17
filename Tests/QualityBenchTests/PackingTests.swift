internal import Foundation
@testable import QualityBench
internal import Testing

@Suite("The bench's archives")
struct PackingTests {
  private let members = [
    Member(path: "q0001/a.log", bytes: Array("hello".utf8)), Member(path: "q0002/b/c.log", bytes: []),
    Member(path: "q0003/d.log", bytes: [UInt8](repeating: 7, count: 70_000)),
  ]

  @Test("come back as they went in")
  func roundTrips() {
    #expect(ZipFormat.unpacked(ZipFormat.packed(members, comment: "who"))?.members == members)
    #expect(ZipFormat.unpacked(ZipFormat.packed(members, comment: "who"))?.comments == "who")
    #expect(TarFormat.unpacked(TarFormat.packed(members, owner: "me")).members == members)
    #expect(TarFormat.unpacked(TarFormat.packed(members, owner: "me")).owners.contains("me"))
    let gzip = GzipFormat.unpacked(GzipFormat.packed(members[2].bytes, name: "d.log"))
    #expect(gzip?.content == members[2].bytes)
    #expect(gzip?.names == "d.log")
  }

  @Test("have the checksum of the standard")
  func checksum() { #expect(Array("123456789".utf8).crc32 == 0xCBF4_3926) }

  @Test("are read when they were really compressed")
  func inflate() throws {
    let dynamic = try #require(
      Data(
        base64Encoded: """
          fdPBDYIAEETRO1VsARyYGRVpR4KRYCAYjJZvBf7zP+3L7PGYan/P41K31/ZZ675923rO61Rdc/xtgmZogXaCdoZ2gdZDu0Ib
          6HaEIRkRjchGhCPSEfGIfERAIiGTkHE7JGQSMgmZhExCJiGTkEkoJBQSCr4XCYWEQkIhoZBQSChD8wM=
          """, options: .ignoreUnknownCharacters))
    let fixed = try #require(Data(base64Encoded: "S8usSE1RSEMnFQE="))
    let text = (0..<40).map { "the quick brown fox, line \($0)\n" }.joined()
    #expect(inflated(dynamic) == text)
    #expect(inflated(fixed) == "fixed fixed fixed fixed!")
    #expect(inflated(dynamic.dropLast(9)) == nil)
  }

  private func inflated(_ data: Data) -> String? {
    var inflate = Inflate([UInt8](data), at: 0)
    return inflate?.run().map { String(decoding: $0, as: UTF8.self) }
  }
}
