internal import FixtureGenerator
internal import Foundation
internal import Testing

@Suite("A document")
struct DocumentTests {
  private let value = Value("Zoë\nBrønlund", .personName)

  @Test(
    "records what was planted where, in bytes of its encoding",
    arguments: [
      (FixtureGenerator.Encoding.utf8, Document.LineEnd.lf, String.Encoding.utf8),
      (.utf8, .crlf, .utf8),
      (.latin1, .crlf, .isoLatin1),
      (.utf16LittleEndian, .lf, .utf16LittleEndian),
      (.utf16LittleEndian, .crlf, .utf16LittleEndian),
    ])
  func marks(encoding: FixtureGenerator.Encoding, lineEnd: Document.LineEnd, decoder: String.Encoding) throws {
    var document = Document(path: "a", encoding: encoding, lineEnd: lineEnd)
    document.line("é \(value), not \(trap: "8.1.102.60")")
    document.drain { _, marks in #expect(marks.count == 2) }
    document.line("ü\n\(value)!")
    let start = document.length - document.pending.count
    let mark = try #require(document.marks.first)
    let bytes = document.pending[(mark.offset - start)..<(mark.offset - start + mark.length)]
    let expected = lineEnd == .lf ? "Zoë\nBrønlund" : "Zoë\r\nBrønlund"
    #expect(String(bytes: bytes, encoding: decoder) == expected)
    #expect(mark.label == .personName)
  }

  @Test("can take a line in another encoding, as servers that write the bytes they are given")
  func mixedEncodings() {
    var document = Document(path: "a")
    document.line("name '\(Value("Müllbach", .personName))'", as: .latin1)
    #expect(document.pending.contains(0xFC))
    #expect(document.marks.first?.length == 8)
    document.line("\(Value("Müllbach", .personName))")
    #expect(document.marks.last?.length == 9)
  }

  @Test("begins with a byte order mark when asked to")
  func byteOrderMark() {
    let document = Document(path: "a", encoding: .utf16LittleEndian, byteOrderMark: true)
    #expect(document.pending == [0xFF, 0xFE])
  }
}
