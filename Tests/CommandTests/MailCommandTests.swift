import Foundation
import TestSupport
import Testing

/// E-mail messages, as a user scrubs and checks them.
@Suite struct MailCommandTests {
  let folder: TemporaryFolder
  private let program = Program.path("casegate")
  /// What is planted in the message, in the spelling that decoding gives.
  private static let planted = [
    "555 0147", "5550147", "4111 1111", "219-09-9999", "jane.roe", "hunter2secret", "192.0.2.7", "Roe",
  ]

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("log", text: "call from +12125550147\n")
    _ = try Program.shell("gzip -c log > log.gz", in: folder.url)
    let log = Data(try folder.read("log.gz")).base64EncodedString()
    let wide = Data("SSN: 219-09-9999\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).base64EncodedString()
    try folder.write(
      "mail.eml",
      text: """
        Received: from pc.example.com (192.0.2.7) by mx.example.org
        From: "Jane Roe" <jane.roe@example.com>
        To: support@example.org
        Subject: =?utf-8?Q?Calls_drop:_call_+1_212_5?=
         =?utf-8?Q?55_0147?=
        Date: Tue, 24 Nov 2026 10:00:00 +0000
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=outer

        Please reply to jane.roe@example.com
        --outer
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        The calls drop again. Card 4111 1111 =
        1111 1111, cause 38.
        --outer
        Content-Type: text/html

        <p>+1&nbsp;212&nbsp;55<b>5</b>&nbsp;0147</p>
        --outer
        Content-Type: text/plain; charset=utf-16le
        Content-Transfer-Encoding: base64

        \(wide)
        --outer
        Content-Type: application/gzip; name*=utf-8''of%20jane.roe%40example.com.log.gz
        Content-Transfer-Encoding: base64

        \(log)
        --outer
        Content-Type: message/rfc822

        From: "Jane Roe" <jane.roe@example.com>
        Subject: from Jane

        password=hunter2secret
        --outer--
        jane.roe@example.com

        """)
  }

  private func casegate(_ arguments: String) throws -> ProgramResult {
    try Program.shell("\(program) \(arguments)", in: folder.url)
  }

  private func expectNothingPlanted(_ text: String, _ where: String) {
    for value in Self.planted { #expect(!text.contains(value), "\(value) is in \(`where`)") }
  }

  @Test func aMessageBecomesTextAndFiles() throws {
    _ = try casegate("key new --output k.key")
    let result = try casegate("scrub mail.eml --output out --key-file k.key --manifest m.json")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try folder.text("out/update.txt").contains("Calls drop: call +1 000"))
    #expect(try folder.text("out/update.txt").contains("cause 38"))
    #expect(try folder.text("out/message-1/update.txt").contains("password="))
    let all = try Program.shell(
      "find out -type f -name '*.gz' -exec zcat {} +; find out -type f -exec cat {} +; find out", in: folder.url)
    expectNothingPlanted(all.text, "the output")
    expectNothingPlanted(try folder.text("m.json") + result.errors + result.text, "the manifest or what is said")
    #expect(try casegate("verify out").status == 0)
    let archive = try casegate("scrub mail.eml --output out.zip --key-file k.key --manifest z.json")
    #expect(archive.status == 0)
    #expect(try casegate("verify out.zip --manifest z.json").status == 0)
    #expect(try casegate("scan mail.eml").status == 1)
  }

  @Test func aMessageInABundleIsTakenApartInItsPlace() throws {
    _ = try Program.shell(
      "mkdir in && cp mail.eml in/'answer of jane.roe@example.com.eml' && cp log in/a.log && tar -czf in.tar.gz in",
      in: folder.url)
    #expect(try casegate("scrub in.tar.gz --output out.tar.gz --manifest m.json").status == 0)
    let names = try Program.shell("tar -tzf out.tar.gz", in: folder.url).text
    #expect(names.contains("/update.txt") && names.contains("/attachments/"))
    expectNothingPlanted(names + (try Program.shell("tar -xzOf out.tar.gz", in: folder.url).text), "the output")
    #expect(try casegate("verify out.tar.gz --manifest m.json").status == 0)
  }

  @Test func whatIsSealedBlocks() throws {
    try folder.write(
      "sealed.eml", text: "From: a@example.com\nTo: b@example.com\nContent-Type: application/pkcs7-mime\n\nx\n")
    let result = try casegate("scrub sealed.eml --output out")
    #expect(result.status == 2 && result.errors.contains("encrypted or sealed") && !folder.exists("out"))
    #expect(try casegate("scan sealed.eml").status == 2)
    let single = try casegate("scrub mail.eml --output clean.eml")
    #expect(single.status == 2 && single.errors.contains("Choose a folder") && !folder.exists("clean.eml"))
    try folder.write(
      "outlook.eml", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600))
    #expect(try casegate("scrub outlook.eml --output out").errors.contains("Save it as .eml"))
    _ = try Program.shell("mkdir in && cp sealed.eml log in && tar -cf in.tar in", in: folder.url)
    #expect(try casegate("scrub in.tar --output out.tar").status == 2 && !folder.exists("out.tar"))
    #expect(try casegate("scrub in.tar --output out.tar --drop-blocked").status == 0)
    #expect(try Program.shell("tar -tf out.tar", in: folder.url).text.contains("CASEGATE-DROPPED.txt"))
  }

  @Test func anUpdateIsCheckedAgainstItsCase() throws {
    let fixtures = Repository.fixtures.path(percentEncoded: false)
    let check =
      "check --case \(fixtures)/cases/good-update.json --customer \(fixtures)/customers/good.yaml --at 2026-11-24T10:00:00Z"
    func mail(_ sender: String, _ text: String) throws {
      try folder.write("u.eml", text: "From: \(sender)\nTo: support@example.org\nSubject: Re: case\n\n\(text)\n")
    }
    try mail("Jane <jane.roe@example.com>", "The call drops after a transfer to the second site too.")
    #expect(try casegate("\(check) --update u.eml").status == 0)
    try mail("stranger@example.com", "The call drops after a transfer to the second site too.")
    let stranger = try casegate("\(check) --update u.eml")
    #expect(stranger.status == 1 && stranger.text.contains("CR-2b u.eml") && !stranger.text.contains("stranger"))
    try mail(
      "Jane <jane.roe@example.com>",
      "The wallboard stays dark.\n\nOn Monday Jane wrote:\nthe call drops after a transfer")
    #expect(try casegate("\(check) --update u.eml").text.contains("warning DC-7 u.eml"))
    let personal = try casegate("\(check) --update mail.eml")
    #expect(personal.status == 1)
    for kind in ["phone", "card", "password"] { #expect(personal.text.contains("(\(kind))"), "\(kind)") }
    #expect(personal.text.contains("in its name"))
    expectNothingPlanted(personal.text + personal.errors, "the report")
    let new = try casegate(check.replacing("good-update.json", with: "good-high.yaml") + " --update mail.eml")
    #expect(new.status == 2 && new.errors.contains("is a new case"))
    try folder.write(
      "cut.eml", text: "From: a@example.com\nTo: b@example.com\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx")
    let cut = try casegate("\(check) --update cut.eml")
    #expect(cut.status == 2 && cut.errors.contains("cut.eml") && cut.errors.contains("cut off"))
  }
}
