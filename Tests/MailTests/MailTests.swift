import Mail
import Model
import TestSupport
import Testing

/// Messages are taken apart, or refused with a reason.
@Suite struct MailTests {
  static let head = "From: jane.roe@example.com\r\nTo: support@example.org\r\nSubject: Re: case\r\n"

  private func message(_ text: String) throws(Problem) -> MailMessage { try MailMessage(Array(text.utf8)) }

  private func text(_ headers: String, _ body: String) throws -> String {
    try message(Self.head + headers + "\r\n\r\n" + body).text
  }

  private func files(_ message: MailMessage) -> [String: String] {
    var result: [String: String] = [:]
    for part in message.parts {
      if case .bytes(let bytes) = part.content { result[part.path] = String(decoding: bytes, as: UTF8.self) }
    }
    return result
  }

  @Test func encodingsAreUndone() throws {
    let quoted = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"
    #expect(
      try text(quoted, "card 4111 1111 =\r\n1111 1111 =3D=C3=A4 \r\nnext") == "card 4111 1111 1111 1111 =ä\nnext")
    let wide = "Content-Type: text/plain; charset=\"UTF-16LE\"\r\nContent-Transfer-Encoding: base64"
    #expect(try text(wide, "UwBTAE4AOgAgADIAMQA5AC0A\r\nMAA5AC0A OQA5ADkAOQAKAA==\r\n") == "SSN: 219-09-9999\n")
    #expect(try text("Content-Type: text/plain; charset=iso-8859-1", "\u{e9}").contains("Ã"), "bytes, not characters")
    #expect(try message("From: a@example.com\nTo: b@example.com\n\nplain").text == "plain")
  }

  @Test func wordsOfHeadersAreJoined() throws {
    let parts = files(
      try message(
        "From: a@example.com\r\nDate: now\r\nSubject: =?utf-8?Q?call_+1_212_5?=\r\n =?utf-8?B?NTUgMDE0Nw==?= and =?iso-8859-1?Q?J=F6rg?=\r\n\r\nx"
      ))
    #expect(parts["update.txt"] == "call +1 212 555 0147 and Jörg\nDate: now\n\nx\n")
    // A character in two pieces.
    let split = try message(
      "From: a@example.com\r\nTo: b@example.com\r\nSubject: =?utf-8?Q?J=C3?= =?utf-8?Q?=B6rg?=\r\n\r\nx")
    #expect(split.subject == "Jörg")
  }

  @Test func theTextOfPagesIsWhole() throws {
    let page = """
      <html><head><style>p { color: red }</style></head><body><!-- +1 212 555 0100 -->
      <p>Call +1&nbsp;212&nbsp;55<b>5</b>&#32;0147 or <a href="mailto:jane.roe@example.com" title="a > b">her</a><br>
      &#106;oe&#x40;example&period;com &unknown; 1 < 2</p><table><tr><td>a</td><td>b</td></tr></table></body></html>
      """
    let text = try text("Content-Type: text/html; charset=utf-8", page)
    #expect(text.contains("Call +1 212 555 0147 or"))
    #expect(text.contains("mailto:jane.roe@example.com") && text.contains("joe@example.com &unknown; 1 < 2"))
    #expect(text.contains("a\tb") && !text.contains("color") && !text.contains("0100"))
  }

  @Test func partsBecomeTextFilesAndMessages() throws {
    let parts = files(
      try message(
        Self.head + """
          Content-Type: multipart/mixed; boundary="a b"\r
          \r
          preamble jane@example.com\r
          --a b\r
          Content-Type: multipart/alternative; boundary=inner\r
          \r
          --inner\r
          \r
          the text\r
          --inner\r
          Content-Type: text/html\r
          \r
          <p>the text</p>\r
          --inner--\r
          --a b  \r
          Content-Type: application/octet-stream; name*0*=utf-8''%C3%BCber%20; name*1="all.log"\r
          Content-Transfer-Encoding: base64\r
          \r
          aGVsbG8=\r
          --a b\r
          Content-Type: message/rfc822\r
          \r
          Subject: inner\r
          From: x@example.net\r
          \r
          inner text\r
          --a b\r
          Content-Type: text/plain\r
          Content-Disposition: attachment; filename="..\\\\..\\\\etc/pass wd"\r
          \r
          file\r
          --a b--\r
          epilogue jane@example.com\r

          """))
    #expect(parts["update.txt"] == "Re: case\n\nthe text\n")
    #expect(parts["attachments/über all.log"] == "hello" && parts["attachments/pass wd"] == "file")
    #expect(parts["message-1/update.txt"] == "inner\n\ninner text\n")
    #expect(parts.count == 4 && !parts.values.contains { $0.contains("jane@") })
  }

  @Test func signaturesAreLeftOutAndListed() throws {
    let message = try message(
      Self.head
        + "Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b\r\nContent-Type: application/pgp-signature\r\n\r\nsig\r\n--b--\r\n"
    )
    #expect(message.text == "text")
    #expect(
      message.parts.contains {
        if case .dropped(let reason, _) = $0.content { reason.contains("signature") } else { false }
      })
  }

  @Test(arguments: [
    ("Content-Type: text/plain\r\nContent-Type: text/html\r\n\r\nx", "occurs twice"),
    ("Content-Transfer-Encoding: base64\r\n\r\nabc", "damaged"),
    ("Content-Transfer-Encoding: base64\r\n\r\nab=cdefg", "damaged"),
    ("Content-Transfer-Encoding: base64\r\n\r\naGVs!bG8=", "damaged"),
    ("Content-Transfer-Encoding: quoted-printable\r\n\r\na=zz", "damaged"),
    ("Content-Transfer-Encoding: x-uuencode\r\n\r\nx", "not known"),
    ("Content-Type: text/plain; charset=utf-7\r\n\r\nx", "character set"),
    ("Content-Type: text/plain; charset=a; charset=b\r\n\r\nx", "twice"),
    ("Content-Type: text plain\r\n\r\nx", "not well formed"),
    ("Content-Type: multipart/mixed\r\n\r\nx", "where they end"),
    ("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx", "cut off"),
    ("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--bc\r\n\r\ny\r\n--b--\r\n", "only begins like"),
    ("Content-Type: multipart/mixed; boundary=b\r\nContent-Transfer-Encoding: base64\r\n\r\n--b--", "as a whole"),
    ("Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n", "encrypted"),
    ("Content-Type: application/pkcs7-mime\r\n\r\nx", "encrypted or sealed"),
    ("Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx", "Outlook"),
    ("Content-Type: message/external-body; access-type=URL\r\n\r\nx", "somewhere else"),
    ("\r\n-----BEGIN PGP MESSAGE-----\r\nabc\r\n", "encrypted"), ("\r\nbegin 644 a.log\r\nabc\r\n", "uuencode"),
    ("X-A: a\rContent-Type: text/html\r\n\r\nx", "carriage return"), ("X-A: a\u{0}\r\n\r\nx", "NUL"),
    ("no colon here\r\n\r\nx", "is none"), ("X-A: a\r\n \r\nX-B: b\r\n\r\nx", "folded"),
    ("Content-Type: text/plain; name*0=a; name*2=b\r\n\r\nx", "do not fit together"),
    ("\r\na\u{0}b", "NUL"),
  ])
  func whatCanBeReadInTwoWaysIsRefused(rest: String, says: String) throws {
    let error = try #require(throws: Problem.self) { try message(Self.head + rest) }
    #expect(error.reason.contains(says), "\(error.reason)")
    #expect(error.code == .unscannable && error.mend != nil)
  }

  @Test func limitsHold() throws {
    func nested(_ depth: Int) -> String {
      depth == 0
        ? "\r\nx"
        : "Content-Type: multipart/mixed; boundary=b\(depth)x\r\n\r\n--b\(depth)x\r\n" + nested(depth - 1)
          + "\r\n--b\(depth)x--\r\n"
    }
    #expect(throws: Never.self) { try message(Self.head + nested(10)) }
    #expect(throws: Problem.self) { try message(Self.head + nested(20)) }
    let many = String(repeating: "--b\r\n\r\nx\r\n", count: 1_500)
    #expect(throws: Problem.self) {
      try message(Self.head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + many + "--b--")
    }
    #expect(throws: Problem.self) { try MailMessage([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) }
    #expect(throws: Problem.self) {
      try message("From bob Tue Nov 24\r\nFrom: a@example.com\r\nTo: b@example.com\r\n\r\nx")
    }
    #expect(throws: Problem.self) { try message("just some text: with a colon\r\n\r\nx") }
  }

  @Test func mutationsEndInPartsOrInAReason() throws {
    let seed = Array(
      (Self.head
        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p a='x'>&#65;</p>\r\n--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\na=3Db=\r\nc\r\n--b\r\nContent-Disposition: attachment; filename*=utf-8''%41.log\r\nContent-Transfer-Encoding: base64\r\n\r\naGVsbG8=\r\n--b--\r\n")
        .utf8)
    var random = SystemRandomNumberGenerator()
    var taken = 0
    for _ in 0..<3_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 20)], at: at)
        default: bytes.removeSubrange(at..<min(bytes.count, at + 9))
        }
      }
      do throws(Problem) {
        _ = try MailMessage(bytes)
        taken += 1
      } catch { #expect(!error.reason.isEmpty) }
    }
    #expect(taken > 300, "mutations that are all refused would test little")
  }
}
