internal import Foundation
internal import Model
@testable import QualityBench
internal import Testing

@Suite("Recoded text")
struct RecodingTests {
  private let text: Text = "a \(Value("Zoé <b>", .personName)), \(Trap("1/2", "x"))\n"

  private func marked(_ text: Text) -> [String] {
    text.marks.map { String(decoding: text.bytes[$0.range], as: UTF8.self) }
  }

  @Test("keeps its marks at their values")
  func marks() {
    #expect(marked(text.percent()) == ["Zo%C3%A9%20%3Cb%3E", "1%2F2"])
    #expect(marked(text.percent(lower: true)) == ["Zo%c3%a9%20%3cb%3e", "1%2f2"])
    #expect(marked(text.json(slashes: true)) == [#"Zo\u00E9 <b>"#, #"1\/2"#])
    #expect(marked(text.json(strict: true)) == [#"Zo\u00E9 \u003Cb\u003E"#, #"1\u002F2"#])
    #expect(marked(text.xml()) == ["Zo&#233; &lt;b&gt;", "1/2"])
    #expect(marked(text.quotedPrintable()) == ["Zo=C3=A9 <b>", "1/2"])
    #expect(marked(text.utf16()).map { $0.filter { $0 != "\0" } }.last == "1/2")
    #expect(text.latin1().marks.map(\.range.count) == [7, 3])
    #expect(text.crlf().bytes.suffix(2) == [0x0D, 0x0A])
  }

  @Test("wraps quoted-printable text, and is the same when decoded")
  func softBreaks() {
    let long: Text = "\(String(repeating: "x", count: 70))\(Value("abcdefghij", .password))"
    let wrapped = long.quotedPrintable()
    #expect(marked(wrapped) == ["abcde=\nfghij"])
  }

  @Test("is base64 whose marks hold nothing but their value")
  func base64() {
    let text: Text = "user:\(Value("secret", .password))"
    let encoded = text.base64()
    #expect(String(decoding: encoded.bytes, as: UTF8.self) == Data("user:secret".utf8).base64EncodedString())
    #expect(encoded.marks.filter { $0.kind == .plant(.password) }.map(\.range) == [7..<14])
    let long = Text(String(repeating: "long text ", count: 20)).base64(width: 76)
    #expect(long.bytes.split(separator: 0x0A).allSatisfy { $0.count <= 76 })
  }
}
