import Bundles
import Detection
import Foundation
import Model
import Redaction
import RulePacks
import TestSupport
import Testing

@Suite struct ScrubTests {
  let folder: TemporaryFolder
  static let detector: Detector = {
    do {
      return try Detector(try RuleSet().rules, isReplacement: { Replacement.isOne($0, $1, $2) })
    } catch {
      fatalError("the built-in packs are broken: \(error)")
    }
  }()

  init() throws { folder = try TemporaryFolder() }

  private func session(_ limits: Limits = Limits()) throws -> Session {
    let key = try PseudonymKey(text: String(repeating: "ab", count: 32), file: "test")
    return Session(Self.detector, Redactor(key: key), limits: limits)
  }

  @discardableResult
  private func scrub(_ input: String, _ output: String, _ limits: Limits = Limits()) throws -> Ledger {
    let session = try session(limits)
    _ = try session.scrub([folder.path(input)], to: folder.path(output))
    return session.ledger
  }

  private let line = "call from +12125550147 by jane.roe@example.com at 10:00:00\n"

  // MARK: Bytes

  @Test func bytesOutsideTheValuesStay() throws {
    let odd: [UInt8] = [0xFF, 0xFE - 0x7E, 0x00, 0x0D, 0x0A, 0xC3, 0x28, 0x09]
    let before = Array("a\r\nb".utf8) + odd
    try folder.write("a.log", before + Array(" +12125550147 ".utf8) + odd)
    try scrub("a.log", "out.log")
    let after = try folder.read("out.log")
    #expect(after.starts(with: before))
    #expect(after.suffix(odd.count) == odd[...])
    #expect(after.count == before.count + 14 + odd.count, "a number keeps its length")
    #expect(!String(decoding: after, as: UTF8.self).contains("2125550147"))
  }

  @Test func numbersInJSONBecomeStringsWhereTheyMust() throws {
    let text =
      #"{"accountNumber":123456789,"phone":2125550147,"id":7}"# + "\n" + #"{\"accountNumber\": 123456789}"# + "\n"
    try folder.write("a.json", text: text)
    try scrub("a.json", "out.json")
    let lines = try folder.text("out.json").split(separator: "\n")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect((object["phone"] as? String)?.hasPrefix("000") == true && object["id"] as? Int == 7)
    let account = try #require(object["accountNumber"] as? String)
    #expect(lines[1] == #"{\"accountNumber\": \""# + account + #"\"}"#)
    try scrub("out.json", "again.json")
    #expect(try folder.read("again.json") == folder.read("out.json"))
  }

  @Test(arguments: ["\r\n", "\n"])
  func theLengthOfABodyStaysTrue(lineEnd: String) throws {
    let body = ["v=0", "o=- 1 1 IN IP4 192.0.2.7", "c=IN IP4 192.0.2.7", "m=audio 6000 RTP/AVP 0", ""]
    // SIP counts CR LF, whatever a log writes.
    let length = body.joined(separator: "\r\n").utf8.count
    func message(_ length: Int) -> String {
      (["INVITE sip:6001@sip.example.com SIP/2.0", "Content-Length: \(length)", "Content-Type: application/sdp", ""]
        + body)
        .joined(separator: lineEnd)
    }
    try folder.write("a.log", text: message(length) + lineEnd + "next line" + lineEnd)
    try scrub("a.log", "out.log")
    let text = try folder.text("out.log")
    let parts = text.components(separatedBy: lineEnd + lineEnd)
    let written = parts[1].components(separatedBy: lineEnd)[..<4].joined(separator: "\r\n") + "\r\n"
    #expect(text.contains("Content-Length: \(written.utf8.count)\(lineEnd)"), "\(text)")
    #expect(written.utf8.count > length)
    // A number that is not that of the body stays.
    try folder.write("b.log", text: message(length + 3) + lineEnd + "next line" + lineEnd)
    try scrub("b.log", "out-b.log")
    #expect(try folder.text("out-b.log").contains("Content-Length: \(length + 3)\(lineEnd)"))
  }

  @Test func whatHoldsNothingIsCopiedBitForBit() throws {
    let content = (0..<100_000).map { _ in UInt8.random(in: 32...126) == 64 ? 65 : UInt8(ascii: "x") } + [0x0A]
    try folder.write("a.log", content)
    let ledger = try scrub("a.log", "out.log")
    #expect(try folder.read("out.log") == content)
    #expect(ledger.entries.map(\.state) == [.copied])
  }

  @Test func anEmptyFileIsCopied() throws {
    try folder.write("a.log", text: "")
    #expect(try scrub("a.log", "out.log").entries.map(\.state) == [.copied])
    #expect(try folder.read("out.log").isEmpty)
  }

  @Test func aSecondRunChangesNothing() throws {
    try folder.write("a.log", text: String(repeating: line, count: 50))
    try scrub("a.log", "b.log")
    let second = try scrub("b.log", "c.log")
    #expect(second.totals.hits.isEmpty)
    #expect(try folder.read("b.log") == folder.read("c.log"))
  }

  @Test(arguments: [true, false], [true, false])
  func utf16IsScrubbedAndStaysUTF16(bigEndian: Bool, mark: Bool) throws {
    func encoded(_ text: String) -> [UInt8] {
      (mark ? "\u{FEFF}" + text : text).utf16.flatMap { (unit: UInt16) -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
        return bigEndian ? [high, low] : [low, high]
      }
    }
    try folder.write("a.log", encoded("größe 😀 \(line)ende\r\n"))
    try scrub("a.log", "out.log")
    let after = try folder.read("out.log")
    let units = stride(from: 0, to: after.count, by: 2).map { (index: Int) -> UInt16 in
      let (first, second) = (UInt16(after[index]), UInt16(after[index + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    let text = String(decoding: units, as: UTF16.self)
    #expect(text.contains("größe 😀 call from +1000") && text.hasSuffix("ende\r\n"))
    #expect(!text.contains("jane") && text.hasPrefix("\u{FEFF}") == mark)
  }

  // MARK: Shapes

  private static let shapes = [
    "logs", "logs.tar", "logs.tar.gz", "logs.tar.bz2", "logs.tar.xz", "logs.tar.zst", "logs.tar.lz4", "logs.zip",
    "logs.cpio", "logs.cpio.gz", "logs.7z",
  ]

  private func makeBundle() throws {
    try folder.write("logs/a.log", text: line)
    try folder.write("logs/sub/b.log", text: "nothing here\n")
    try folder.write("logs/sub/c.log", text: "again +1 212-555-0147\n")
    _ = try Program.shell(
      """
      set -e
      ln -s a.log logs/link && tar -cf logs.tar -C logs .
      for program in gzip bzip2 xz zstd lz4; do $program -c < logs.tar > logs.tar.$program; done
      mv logs.tar.gzip logs.tar.gz; mv logs.tar.bzip2 logs.tar.bz2; mv logs.tar.zstd logs.tar.zst
      cd logs && python3 -m zipfile -c ../logs.zip a.log sub && find . | cpio --quiet -o -H newc > ../logs.cpio
      gzip -c ../logs.cpio > ../logs.cpio.gz && 7z a -bd ../logs.7z a.log sub > /dev/null
      """, in: folder.url)
  }

  @Test(arguments: shapes, shapes)
  func everyShapeBecomesEveryOther(input: String, output: String) throws {
    try makeBundle()
    let out = "out" + (output == "logs" ? "/" : output.dropFirst(4))
    let ledger = try scrub(input, out)
    #expect(ledger.blocked.isEmpty)
    let unpack =
      switch output {
      case "logs": "cp -r \(out) u"
      case "logs.zip": "python3 -m zipfile -e \(out) u"
      case "logs.7z": "7z x -bd -ou \(out) > /dev/null"
      case "logs.tar.lz4": "mkdir u && lz4 -dc \(out) | tar -xf - -C u"
      case "logs.cpio": "mkdir u && cd u && cpio --quiet -id < ../\(out)"
      case "logs.cpio.gz": "mkdir u && cd u && gzip -dc ../\(out) | cpio --quiet -id"
      default: "mkdir u && tar -xf \(out) -C u"
      }
    #expect(try Program.shell(unpack, in: folder.url).status == 0)
    #expect(try folder.text("u/a.log").hasPrefix("call from +1000"))
    #expect(try folder.text("u/sub/b.log") == "nothing here\n")
    let number = try folder.text("u/a.log").split(separator: " ")[2].filter(\.isNumber)
    #expect(try folder.text("u/sub/c.log").filter(\.isNumber) == number, "one number, one pseudonym")
    #expect(ledger.totals.hits["phone"] == 2 && ledger.totals.hits["email"] == 1)
  }

  @Test(arguments: ["gz", "bz2", "xz", "zst", "lz4"], ["gz", "bz2", "xz", "zst", "lz4", nil])
  func aCompressedFileBecomesEveryOther(input: String, output: String?) throws {
    let programs = ["gz": "gzip", "bz2": "bzip2", "xz": "xz", "zst": "zstd", "lz4": "lz4"]
    try folder.write("a.log", text: line)
    _ = try Program.shell("\(programs[input] ?? "") -c < a.log > a.log.\(input)", in: folder.url)
    let out = output.map { "out.log.\($0)" } ?? "out.log"
    #expect(try scrub("a.log.\(input)", out).blocked.isEmpty)
    let text = try Program.shell(output.map { "\(programs[$0] ?? "") -dc \(out)" } ?? "cat \(out)", in: folder.url).text
    #expect(text.hasPrefix("call from +1000"))
  }

  @Test func aCpioThatGoesOnBehindItsEndBlocks() throws {
    try makeBundle()
    _ = try Program.shell("cat logs.cpio logs.cpio > two.cpio; head -c 900 logs.cpio > cut.cpio", in: folder.url)
    for name in ["two.cpio", "cut.cpio"] { #expect(try scrub(name, "out.cpio").blocked.count == 1, "\(name)") }
    #expect(!folder.exists("out.cpio"))
  }

  @Test func hardLinksOfACpioBlock() throws {
    try folder.write("h/a.log", text: line)
    _ = try Program.shell(
      "cd h && ln a.log b.log && find . -type f | cpio --quiet -o -H newc > ../h.cpio", in: folder.url)
    #expect(try !scrub("h.cpio", "out.cpio").blocked.isEmpty, "their content must not get lost")
  }

  @Test func archivesInArchivesAreOpened() throws {
    try makeBundle()
    _ = try Program.shell(
      "mkdir o && cp logs.tar.gz logs.zip o && gzip -k logs/a.log && cp logs/a.log.gz o && python3 -m zipfile -c o.zip o && tar -czf oo.tar.gz o.zip",
      in: folder.url)
    let ledger = try scrub("oo.tar.gz", "out.tar.gz")
    #expect(ledger.blocked.isEmpty)
    #expect(ledger.entries.contains { $0.name == "oo.tar.gz!o.zip!o/logs.tar.gz!a.log" && $0.state == .redacted })
    #expect(ledger.entries.contains { $0.name == "oo.tar.gz!o.zip!o/a.log.gz" && $0.state == .redacted })
    let all = try Program.shell(
      "tar -xzf out.tar.gz && rm -rf x && python3 -m zipfile -e o.zip x && cd x/o && tar -xzf logs.tar.gz && python3 -m zipfile -e logs.zip z && gzip -df a.log.gz && cat a.log sub/c.log z/a.log z/sub/c.log",
      in: folder.url)
    #expect(all.status == 0 && !all.text.contains("2125550147") && !all.text.contains("jane"))
  }

  @Test func namesAndOwnersAreScrubbed() throws {
    try folder.write("home/jroe/logs/jane.roe@example.com.log", text: "x\n")
    _ = try Program.shell("tar --owner=jroe:1234 --group=staff:99 -cf a.tar home", in: folder.url)
    let ledger = try scrub("a.tar", "out.tar")
    let listing = try Program.shell("tar -tvf out.tar", in: folder.url).text
    #expect(!listing.contains("jroe") && !listing.contains("jane") && !listing.contains("staff"))
    #expect(ledger.entries.contains { $0.state == .renamed })
    #expect(ledger.entries.allSatisfy { !$0.name.contains("jroe") && !$0.name.contains("jane") })
  }

  @Test func theSameInputAndKeyGiveTheSameBytes() throws {
    try makeBundle()
    try scrub("logs.tar.gz", "one.tar.gz")
    try scrub("logs.tar.gz", "two.tar.gz")
    #expect(try folder.read("one.tar.gz") == folder.read("two.tar.gz"))
  }

  @Test func aValueThatIsCertainOnceIsFoundEverywhere() throws {
    try folder.write("logs/1-first.log", text: "note: Jane Roe called, jroe17 took it on sip-03, ref 20240117\n")
    try folder.write(
      "logs/2-later.log", text: "customer name = Jane Roe\nAgentID 'jroe17'\nhost = sip-03.example.com\n")
    try folder.write("logs/jroe17/state.dat", text: "jroe171 is another, so is xjroe17\n")
    try scrub("logs", "out/")
    let first = try folder.text("out/1-first.log")
    #expect(first.hasPrefix("note: person-name-") && first.contains(" user-name-") && first.contains(" host-"))
    #expect(first.hasSuffix(", ref 20240117\n"), "a number that no rule is certain of stays")
    try folder.write(
      "more/a.log", text: "ANI='2125550147' ssn=078-05-1120 password=Zebra2494zx\ncustomer name = Jane Roe\n")
    try folder.write("more/b.log", text: "x 12125550147 078051120 (Zebra2494zx) Roe, Jane; Jane_Roe q=Jane%20Roe\n")
    try scrub("more", "more-out/")
    let other = try folder.text("more-out/b.log")
    for value in ["2125550147", "078051120", "Zebra", "Roe"] { #expect(!other.contains(value), "in other spellings") }
    #expect(!(try folder.names().contains("jroe17")) && !folder.exists("out/jroe17"), "in names too")
    let state = try Program.shell("cat out/user-name-*/state.dat", in: folder.url).text
    #expect(state == "jroe171 is another, so is xjroe17\n", "only whole words")
    let session = try session()
    session.learns = false
    _ = try session.scrub([folder.path("logs")], to: folder.path("plain"))
    #expect(try folder.text("plain/1-first.log").contains(" called, jroe17 took it on sip-03,"))
  }

  // MARK: What is blocked

  @Test func whatCannotBeScannedBlocksTheWhole() throws {
    try folder.write("logs/a.log", text: line)
    try folder.write("logs/core", [0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 1, count: 100))
    try folder.write("logs/x.bin", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37) })
    _ = try Program.shell("mkfifo logs/pipe && ln -s /etc/passwd logs/out && tar -cf a.tar logs", in: folder.url)
    for input in ["logs", "a.tar"] {
      let ledger = try scrub(input, "out-\(input)")
      #expect(!folder.exists("out-\(input)"))
      #expect(ledger.blocked.count == 4)
      #expect(ledger.blocked.contains { $0.reason?.contains("gdb") == true }, "advice what to send instead")
    }
    #expect(try folder.names().filter { $0.hasPrefix(".") }.isEmpty, "nothing half-written stays")
  }

  @Test(arguments: 1..<64)
  func everyTruncationBlocks(part: Int) throws {
    try makeBundle()
    let bytes = try folder.read("logs.tar.gz")
    try folder.write("cut.tar.gz", bytes[..<(bytes.count * part / 64)])
    let ledger = try scrub("cut.tar.gz", "out.tar.gz")
    #expect(!ledger.blocked.isEmpty && !folder.exists("out.tar.gz"))
  }

  @Test(arguments: ["in", "in.tar.gz", "in.zip"])
  func whatCannotBeScannedIsLeftOutOnDemand(input: String) throws {
    try folder.write("in/a.log", text: line)
    try folder.write("in/core", [0x7F, 0x45, 0x4C, 0x46] + (0..<200).map { UInt8($0) })
    try folder.write("n/b.log", text: line)
    _ = try Program.shell(
      "tar -czf n.tgz n && head -c $(($(wc -c < n.tgz) - 9)) n.tgz > in/cut.tgz && tar -czf in.tar.gz -C in . && cd in && python3 -m zipfile -c ../in.zip *",
      in: folder.url)
    let session = try session()
    session.dropsBlocked = true
    let outcome = try session.scrub([folder.path(input)], to: folder.path("out/"))
    #expect(outcome.complete && session.ledger.blocked.isEmpty)
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: folder.path("out"))) == ["a.log", "CASEGATE-DROPPED.txt"])
    let list = try folder.text("out/CASEGATE-DROPPED.txt")
    #expect(list.contains("core: ") && list.contains("cut.tgz: "))
    let inside = session.ledger.entries.filter { $0.name.hasPrefix("cut.tgz!") }
    #expect(inside.allSatisfy { $0.state == .droppedByRule && $0.bytesOut == 0 })
  }

  @Test func limitsBlock() throws {
    try folder.write("a.log", text: String(repeating: "a\n", count: 100_000))
    var limits = Limits()
    limits.bytesPerEntry = 1000
    #expect(try scrub("a.log", "o1", limits).blocked.count == 1)
    limits = Limits()
    (limits.ratio, limits.ratioFloor) = (10, 1000)
    _ = try Program.shell("gzip -k a.log", in: folder.url)
    #expect(try scrub("a.log.gz", "o2.gz", limits).blocked.count == 1)
    // The same bomb in a folder.
    _ = try Program.shell("mkdir bombs && cp a.log.gz bombs", in: folder.url)
    #expect(try scrub("bombs", "o4/", limits).blocked.count == 1)
    // A stream with many members is none.
    limits = Limits()
    limits.bytesPerEntry = 250_000
    _ = try Program.shell("cp a.log b.log && tar -czf many.tar.gz a.log b.log", in: folder.url)
    #expect(try scrub("many.tar.gz", "o5.tar.gz", limits).blocked.isEmpty)
    limits = Limits()
    limits.depth = 1
    _ = try Program.shell("tar -cf 1.tar a.log && tar -cf 2.tar 1.tar", in: folder.url)
    #expect(try scrub("2.tar", "o3.tar", limits).blocked.count == 1)
  }

  @Test(arguments: [10, 1000, 100_000], [10, 1000, 100_000])
  func aTextThatChangesItsEncodingBlocks(narrow: Int, wide: Int) throws {
    let first =
      [UInt8](repeating: UInt8(ascii: "a"), count: narrow) + Array("password=hunter22 and more plain text\n".utf8)
    let second = (String(repeating: "b", count: wide) + "password=hunter22 and more text\n").utf16.flatMap {
      [UInt8($0 & 255), 0]
    }
    for (index, content) in [first + second, second + first].enumerated() {
      try folder.write("a\(index).log", content)
      #expect(try scrub("a\(index).log", "out\(index)").blocked.count == 1)
    }
  }

  @Test(arguments: ["../up", "/etc/../../x", "a/../../b"])
  func aNameThatLeadsOutBlocks(name: String) throws {
    try folder.write(
      "make.py",
      text: """
        import tarfile, io
        t = tarfile.open('a.tar', 'w'); i = tarfile.TarInfo('\(name)'); i.size = 1; t.addfile(i, io.BytesIO(b'x')); t.close()
        """)
    _ = try Program.shell("python3 make.py", in: folder.url)
    #expect(try scrub("a.tar", "out.tar").blocked.count == 1)
  }

  @Test func outputNeverTouchesTheInput() throws {
    try makeBundle()
    let before = try folder.read("logs.tar")
    for output in ["logs.tar", "logs/x.zip", "logs"] {
      #expect { try scrub(output == "logs.tar" ? "logs.tar" : "logs", output) } throws: {
        ($0 as? Problem)?.code == .outputConflict
      }
    }
    #expect(try folder.read("logs.tar") == before)
  }

  @Test func findingsPointToThePlace() throws {
    try folder.write("a.log", text: "one\ntwo \(line)")
    let session = try session()
    var findings: [Finding] = []
    session.onFinding = { finding throws(Problem) in findings.append(finding) }
    try session.scan([folder.path("a.log")])
    let phone = try #require(findings.first { $0.category == .phone })
    #expect(phone.line == 2 && phone.column == 15 && phone.byteOffset == 18 && phone.byteLength == 12)
    #expect(phone.pseudonym?.hasPrefix("+1000") == true)
  }
}
