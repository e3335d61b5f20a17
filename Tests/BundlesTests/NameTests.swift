import Bundles
import Detection
import Model
import Redaction
import RulePacks
import TestSupport
import Testing

/// Names of entries are sent too.
@Suite struct NameTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func session() throws -> Session {
    Session(
      try Detector(try RuleSet().rules, isReplacement: { Replacement.isOne($0, $1, $2) }),
      Redactor(key: .ephemeral()))
  }

  @Test func aValueInANameIsAFinding() throws {
    try folder.write("logs/of jane.roe@example.com.log", text: "nothing in it\n")
    try folder.write("logs/plain.log", text: "nothing in it\n")
    let session = try session()
    var findings: [Finding] = []
    session.onFinding = { finding throws(Problem) in findings.append(finding) }
    try session.scan([folder.path("logs")])
    #expect(findings.map(\.category) == [.email])
    #expect(findings.map(\.inName) == [true] && findings.map(\.line) == [0])
    #expect(session.ledger.totals.hits == ["email": 1])
    #expect(!findings[0].entry.contains("jane.roe"))
  }

  @Test func theNamesOfTheFileItselfOfNestedArchivesAndOfLinksCount() throws {
    try folder.write("in/a.log", text: "nothing in it\n")
    let command = """
      tar -czf in/jane.roe@example.com.tar.gz -C in a.log && ln -s 'by jane.roe@example.org.log' in/link \
      && tar -czf 'from jane.roe@example.net.tar.gz' in
      """
    #expect(try Program.shell(command, in: folder.url).status == 0)
    let session = try session()
    try session.scan([folder.path("from jane.roe@example.net.tar.gz")])
    #expect(session.ledger.totals.hits == ["email": 3])
    let scrub = try self.session()
    _ = try scrub.scrub([folder.path("from jane.roe@example.net.tar.gz")], to: folder.path("out.tar.gz"))
    let again = try self.session()
    try again.scan([folder.path("out.tar.gz")])
    #expect(again.ledger.totals.hits.isEmpty)
    #expect(again.ledger.entries.count == scrub.ledger.entries.count)
  }

  @Test func aFolderThatComesTwiceIsOneFolder() throws {
    _ = try Program.shell(
      "mkdir -p d/x D && echo a > d/x/a && tar -cf in.tar --no-recursion d d/x d/x/a d d/x", in: folder.url)
    #expect(
      try Program.shell("'\(Program.path("casegate"))' scrub in.tar --output out.tar -q", in: folder.url).status == 0)
    #expect(
      try Program.shell("tar -tf out.tar | sort | uniq -c | tr -s ' '", in: folder.url).text
        == " 2 d/\n 2 d/x/\n 1 d/x/a\n")
    #expect(
      try Program.shell("'\(Program.path("casegate"))' scrub in.tar --output out/ -q", in: folder.url).status == 0)
    #expect(try Program.shell("find out | sort", in: folder.url).text == "out\nout/d\nout/d/x\nout/d/x/a\n")
  }

  @Test func foldersKeepTheirPermissions() throws {
    _ = try Program.shell(
      "mkdir -p in/b && echo a > in/b/a && chmod 640 in/b/a && chmod 750 in/b && chmod 700 in", in: folder.url)
    #expect(try Program.shell("'\(Program.path("casegate"))' scrub in --output out -q", in: folder.url).status == 0)
    #expect(try Program.shell("stat -c %a out out/b out/b/a", in: folder.url).text == "700\n750\n640\n")
  }

  @Test func aHardLinkToWhatIsDroppedIsDroppedToo() throws {
    _ = try Program.shell(
      "head -c 3000 /dev/urandom > a.bin; printf '\\211PNG' | cat - a.bin > p.png; ln p.png q.png; echo ok > c.log; tar -cf in.tar p.png q.png c.log",
      in: folder.url)
    #expect(
      try Program.shell("'\(Program.path("casegate"))' scrub in.tar --output out.tar -q --drop-blocked", in: folder.url)
        .status == 0)
    #expect(try Program.shell("tar -tf out.tar", in: folder.url).text == "c.log\nCASEGATE-DROPPED.txt\n")
  }

  @Test func aLargeZipInsideAnArchiveIsReadFromASealedFile() throws {
    let script = """
      import zipfile, io, tarfile
      text = b''.join(b'2026-11-20 line %d of call from +12125550147\\n' % i for i in range(200000))
      inner = io.BytesIO()
      with zipfile.ZipFile(inner, 'w', zipfile.ZIP_STORED) as z:
          z.writestr('a.log', text); z.writestr('b.log', text[::-1].replace(b'7410555212', b'x'))
      with tarfile.open('in.tar', 'w') as t:
          info = tarfile.TarInfo('inner.zip'); info.size = len(inner.getvalue()); inner.seek(0); t.addfile(info, inner)
      """
    try folder.write("make.py", text: script)
    _ = try Program.shell("python3 make.py", in: folder.url)
    #expect(
      try Program.shell("'\(Program.path("casegate"))' scrub in.tar --output out.tar -q", in: folder.url).status == 0)
    let check =
      "tar -xOf out.tar > out.zip && python3 -c \"import zipfile; z = zipfile.ZipFile('out.zip'); print(z.testzip(), len(z.read('a.log')), b'2125550147' in z.read('a.log'))\" && python3 -c \"import tarfile, zipfile, io; z = zipfile.ZipFile(io.BytesIO(tarfile.open('in.tar').extractfile('inner.zip').read())); print(len(z.read('a.log')))\""
    let lines = try Program.shell(check, in: folder.url).text.split(separator: "\n")
    #expect(lines.count == 2 && lines[0] == "None \(lines[1]) False", "\(lines)")
    #expect(try Program.shell("'\(Program.path("casegate"))' scan in.tar -q", in: folder.url).status == 1)
    #expect(try folder.names().filter { $0.contains("casegate") }.isEmpty)
  }

  @Test func aFolderThatGotAnotherNameKeepsIt() throws {
    let script = """
      import tarfile, io
      with tarfile.open('in.tar', 'w') as t:
          info = tarfile.TarInfo('B'); info.size = 2; t.addfile(info, io.BytesIO(b'x\\n'))
          for name in ('b', 'b'):
              info = tarfile.TarInfo(name); info.type = tarfile.DIRTYPE; info.mode = 0o755; t.addfile(info)
      """
    try folder.write("make.py", text: script)
    _ = try Program.shell("python3 make.py", in: folder.url)
    #expect(
      try Program.shell("'\(Program.path("casegate"))' scrub in.tar --output out.tar -q", in: folder.url).status == 0)
    #expect(try Program.shell("tar -tf out.tar", in: folder.url).text == "B\nb~2/\nb~2/\n")
  }

  @Test func whatIsSpooledCountsAgainstTheLimits() throws {
    let script = """
      import zipfile, zlib
      with zipfile.ZipFile('in.zip', 'w', zipfile.ZIP_DEFLATED) as z:
          z.writestr('inner.zip', b'PK\\x03\\x04' + bytes(64 * 1024 * 1024))
      """
    try folder.write("make.py", text: script)
    _ = try Program.shell("python3 make.py", in: folder.url)
    let result = try Program.shell("'\(Program.path("casegate"))' scan in.zip --limit total=10MB", in: folder.url)
    #expect(result.status == 2 && result.text.contains("--limit total"), "\(result.text) \(result.errors)")
    let unusable = try Program.shell("TMPDIR=/nonexistent '\(Program.path("casegate"))' scan in.zip", in: folder.url)
    #expect(unusable.status == 2 && unusable.text.contains("TMPDIR"), "\(unusable.text) \(unusable.errors)")
  }
}
