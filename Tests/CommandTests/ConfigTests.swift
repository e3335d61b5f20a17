import Foundation
import TestSupport
import Testing

/// Settings of a site in `.casegate.yaml`.
@Suite struct ConfigTests {
  let folder: TemporaryFolder
  private let program = Program.path("casegate")
  private let line = "call from +12125550147 by jane.roe@example.com\n"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("site/deep/in.log", text: line)
    _ = try Program.shell("\(program) key new --output site/site.key", in: folder.url)
  }

  private func filter(_ arguments: String = "", environment: String = "") throws -> ProgramResult {
    try Program.shell(
      "cd site/deep && \(environment) \(program) filter \(arguments) < in.log", in: folder.url)
  }

  @Test func theNearestSettingsCountAndTheCommandLineCountsMore() throws {
    try folder.write("site/.casegate.yaml", text: "style: [token, email=mask]\nkey_file: site.key\n")
    let result = try filter()
    #expect(result.text.contains("from <phone:") && result.text.hasSuffix("by ********\n"), "\(result.errors)")
    #expect(result.errors.hasPrefix("note: with the settings of ") && !result.errors.contains("no --key-file"))
    #expect(try filter("-q").errors.isEmpty)
    #expect(try filter().text == result.text)
    #expect(try filter("--style email=shape --style phone=hide").text.contains("from ******** by "))
    try folder.write("other.yaml", text: "style: mask\n")
    #expect(try filter("--config ../../other.yaml").text == "call from ******** by ********\n")
    #expect(try filter(environment: "CASEGATE_CONFIG=../../other.yaml").text == "call from ******** by ********\n")
    let token = try Program.shell("cd site && \(program) token +12125550147", in: folder.url)
    #expect(result.text.contains(token.text.dropLast()), "\(token.errors)")
  }

  @Test func rulesAreAddedAndLeftOut() throws {
    try folder.write(
      "site/packs/a.yaml",
      text: "pack: a\nrules: [{id: a.by, title: t, category: account, pattern: '\\bcall\\b', gate: ['call']}]\n")
    try folder.write("site/.casegate.yaml", text: "rules: packs\ndisable: contact.email\n")
    let result = try filter("-q")
    #expect(result.text.hasPrefix("account-"), "\(result.errors)")
    let list = try Program.shell("cd site && \(program) rules list", in: folder.url).text
    #expect(list.contains("a.by") && !list.contains("contact.email "))
    let fixtures = Repository.fixtures.path(percentEncoded: false)
    let gate = try Program.shell(
      "cd site && \(program) key new --signing --output s.pem && \(program) gate --case \(fixtures)/cases/good-high.yaml"
        + " --customer \(fixtures)/customers/good.yaml deep/in.log --receipt r.json --signing-key s.pem",
      in: folder.url)
    #expect(gate.status == 2 && gate.errors.contains("a receipt vouches for all"), "\(gate.errors)")
  }

  @Test(arguments: [
    ("stlye: token", ".casegate.yaml:1:1: unknown key 'stlye'. Did you mean 'style'?"),
    ("style: shpae", ".casegate.yaml:1: 'shpae' is no style. Did you mean 'shape'?"),
    ("style:\n  - token\n  - phnoe=mask", ".casegate.yaml:3: 'phnoe' is no category"),
    ("style: [{a: b}]", "must be text"), ("key_file: missing.key", "missing.key"), ("disable: [a.b]", "'a.b'"),
  ])
  func mistakesAreNamedWithTheirLine(text: String, says: String) throws {
    try folder.write("site/.casegate.yaml", text: text + "\n")
    let result = try filter()
    #expect(result.status == 2 && result.output.isEmpty && result.errors.contains(says), "\(result.errors)")
  }

  @Test func foundSettingsThatOthersCanChangeAreRefused() throws {
    try folder.write("site/.casegate.yaml", text: "style: email=keep\n")
    _ = try Program.shell("chmod 666 site/.casegate.yaml", in: folder.url)
    let result = try filter()
    #expect(result.status == 2 && result.output.isEmpty && result.errors.contains("others than you"))
    #expect(try filter("-q --config ../.casegate.yaml").text.contains("jane.roe"), "who names a file means it")
  }

  @Test func settingsAreShownWithTheirOrigin() throws {
    try folder.write("site/.casegate.yaml", text: "style: [token]\nkey_file: site.key\ndisable: contact.email\n")
    let shown = try Program.shell("cd site/deep && \(program) config --show --style phone=mask", in: folder.url)
    #expect(shown.text.contains("nearest here or above"))
    #expect(shown.text.contains(".casegate.yaml:1\n") && shown.text.contains("phone=mask"))
    #expect(shown.text.split(separator: "\n").contains { $0.contains("phone=mask") && $0.hasSuffix("--style") })
    try folder.write("home/.config/casegate/config.yaml", text: "style: token\n")
    _ = try Program.shell("rm site/.casegate.yaml", in: folder.url)
    let own = try filter("-q", environment: "HOME=$PWD/../../home")
    #expect(own.text.hasPrefix("call from <phone:"), "\(own.errors)")
    #expect(try filter("-q", environment: "HOME=$PWD/../../home XDG_CONFIG_HOME=/nowhere").text.contains("+1000"))
    #expect(try filter("-q", environment: "env -u HOME").text.contains("+1000"))
    let wrong = try Program.shell("\(program) config --disable no.rule", in: folder.url)
    #expect(wrong.status == 2 && wrong.output.isEmpty)
  }

  @Test func waiversMayStandInTheSettings() throws {
    let waiver =
      "{rule: DC-8, field: 'case.attachments[0]', reason: The vendor asked for the core file in writing.,"
      + " owner: jroe, expires: 2026-12-24}"
    let fixtures = Repository.fixtures.path(percentEncoded: false)
    let check =
      "cd site && \(program) check --case \(fixtures)/cases/bad-critical.yaml"
      + " --customer \(fixtures)/customers/good.yaml --at 2026-11-24T10:00:00Z"
    #expect(try !Program.shell(check, in: folder.url).text.contains("Waived"))
    try folder.write("site/.casegate.yaml", text: "waivers:\n  - \(waiver)\n")
    #expect(try Program.shell(check, in: folder.url).text.contains("Waived until 2026-12-24"))
    try folder.write("site/w.yaml", text: "waivers:\n  - \(waiver)\n")
    try folder.write("site/.casegate.yaml", text: "waivers: w.yaml\n")
    #expect(try Program.shell(check, in: folder.url).text.contains("Waived until 2026-12-24"))
    try folder.write("site/.casegate.yaml", text: "waivers: [{rule: DC-8}]\n")
    let wrong = try Program.shell(check, in: folder.url)
    #expect(wrong.status == 2 && wrong.errors.contains(".casegate.yaml:1"), "\(wrong.errors)")
  }
}
