import Detection
import Foundation
import Model
import Testing

@Suite("Values in a coding")
struct CodingTests {
  private let detector: Detector

  init() throws {
    detector = try Texts.detector(
      """
      - id: t.mail
        title: t
        category: email
        pattern: '(?<![\\w.@-])[\\w.-]{1,64}@[\\w-]{1,32}(?:\\.[\\w-]{1,32}){1,4}'
        gate: ['@']
      - {id: t.secret, title: t, category: password, keys: [password]}
      """)
  }

  /// The text with every value as `MAIL` or `SECRET`.
  private func scrubbed(_ text: String, cut: Int? = nil) throws -> String {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    var stream = TextStream(detector, chunkSize: 1)
    let take: TextStream.Sink = { chunk throws(Problem) in
      var position = 0
      for match in chunk.matches {
        let replacement = try match.rewritten(chunk.text) { _, rule throws(Problem) in
          Array((rule == 0 ? "MAIL" : "SECRET").utf8)
        }
        for index in position..<match.range.lowerBound { output.append(chunk.text[index]) }
        output += replacement ?? []
        position = match.range.upperBound
      }
      for index in position..<chunk.text.count { output.append(chunk.text[index]) }
    }
    let middle = cut ?? 0
    try stream.append(bytes.span.extracting(first: middle), take)
    try stream.append(bytes.span.extracting(middle...), take)
    try stream.finish(take)
    return String(decoding: output, as: UTF8.self)
  }

  private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

  static let escaped = [
    ("to=jane.roe%40example.com&x=1", "to=MAIL&x=1"),
    ("next=%2Fa%3Fto%3Djane.roe%2540example.com%26x", "next=%2Fa%3Fto%3DMAIL%26x"),
    (
      #"{"a":"{\"to\":\"jane.roe@example.com\",\"password\":\"pw 1\"}"}"#,
      #"{"a":"{\"to\":\"MAIL\",\"password\":\"SECRET\"}"}"#
    ),
    (#"{"to":"jane.roe\u0040example.com"}"#, #"{"to":"MAIL"}"#),
    ("<a to=\"jane.roe&#64;example.com\" b=\"&#x6a;ane@example.com\"/>", "<a to=\"MAIL\" b=\"MAIL\"/>"),
    ("a=3D1 to =3D jane.roe@exa=\nmple.com and\nmore", "a=3D1 to =3D MAIL and\nmore"),
    ("a =C3=A9 pass=\r\nword=3Dabc9-xx b\r\nc", "a =C3=A9 pass=\r\nword=3DSECRET b\r\nc"),
    (
      "description: 0123456789 0123456789 0123456789 0123456789 0123456789 jane.roe@e\n xample.com\nx: y",
      "description: 0123456789 0123456789 0123456789 0123456789 0123456789 MAIL\nx: y"
    ),
  ]

  @Test(arguments: escaped)
  func escapesAreSeenThrough(_ text: String, _ expected: String) throws {
    for cut in [nil] + Array(0...text.utf8.count).map(Optional.some) {
      #expect(try scrubbed(text, cut: cut) == expected, "cut at \(cut ?? -1)")
    }
  }

  @Test func base64IsWrittenAnew() throws {
    let value = base64("from jane.roe@example.com, hello")
    #expect(try scrubbed("x \(value) y") == "x \(base64("from MAIL, hello")) y")
    #expect(try scrubbed("password:: \(base64("S3cret-9"))\n") == "password:: \(base64("SECRET"))\n")
    // One in the other.
    #expect(try scrubbed(base64("see " + value)) == base64("see " + base64("from MAIL, hello")))
  }

  @Test func base64KeepsItsFormAndItsLines() throws {
    let text = String(repeating: "nothing to see here. ", count: 12) + "jane.roe@example.com?>~ end"
    let options: Data.Base64EncodingOptions = [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ]
    let lines = Data(text.utf8).base64EncodedString(options: options)
    let expected = Data(text.replacingOccurrences(of: "jane.roe@example.com", with: "MAIL").utf8)
      .base64EncodedString(options: options)
    for cut in stride(from: 0, to: lines.utf8.count, by: 7) {
      #expect(try scrubbed("a\r\n\(lines)\r\nOK\r\n", cut: cut) == "a\r\n\(expected)\r\nOK\r\n")
    }
    func urlSafe(_ text: String) -> String {
      base64(text).replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
    #expect(try scrubbed("t=\(urlSafe("~~~??? jane@example.com ~~~???>"))") == "t=\(urlSafe("~~~??? MAIL ~~~???>"))")
  }

  @Test func textWithoutValuesStays() throws {
    for text in [
      "x \(base64("nothing to see here")) y", "/var/log/genesys/sipserver/customerInformationService",
      "100%20%3A &amp;",
      "a=3Db c=3Dd =\nend", #"C:\new\"x\" \u00e9"#, base64("jane"), "cn:: ====", "%", "&#;", "=", "\\", "\\u12",
    ] {
      #expect(try scrubbed(text) == text)
    }
  }

  @Test func longBase64WithAValueIsBlocked() throws {
    let quiet = base64(String(repeating: "nothing to see here. ", count: 20_000))
    #expect(try scrubbed("x=\(quiet)\n") == "x=\(quiet)\n")
    let loud = base64(String(repeating: "nothing to see here. ", count: 9_000) + "jane.roe@example.com" + quiet)
    #expect(throws: Problem.self) { try scrubbed("x=\(loud)\n") }
  }

  @Test func depthIsBounded() throws {
    var text = "jane.roe@example.com and more"
    for _ in 0..<4 { text = base64(text) }
    #expect(try scrubbed(text) != text)
    // One more is out of reach, and no endless work.
    #expect(try scrubbed(base64(text)) == base64(text))
  }
}
