import Foundation
import TestSupport
import Testing

/// Styles by category and by rule, and the same bytes whatever the way of working.
@Suite struct StyleCommandTests {
  let folder: TemporaryFolder
  private let program = Program.path("casegate")
  private let line = "call from +12125550147 by jane.roe@example.com with card 4111 1111 1111 1111\n"

  init() throws { folder = try TemporaryFolder() }

  private func filter(_ arguments: String, _ input: String) throws -> ProgramResult {
    try folder.write("in", text: input)
    return try Program.shell("\(program) filter -q \(arguments) < in", in: folder.url)
  }

  @Test(arguments: [
    ("--style token --style phone=mask", ["from ******** by <email:", "card <card:"]),
    ("--style phone=token", ["from <phone:", ".invalid with card 000"]),
    (
      "--style card=unhide-last,4 --style email=remove",
      ["from +1000", "by ******************** with", "***************1111"]
    ),
    ("--style 'email=tag([,])'", ["by [********************] with"]),
    ("--style phone=mask --style phone=token", ["from <phone:"]),
    ("--style email=mask --style rule:contact.email=token", ["by <email:"]),
    ("--style 'rule:contact.*=hide'", ["by ******** with"]),
    ("--style email=keep", ["by jane.roe@example.com with"]),
  ])
  func aSettingCountsForItsCategoryOrRule(arguments: String, parts: [String]) throws {
    let result = try filter(arguments, line)
    for part in parts {
      #expect(result.text.contains(part), "\(result.text) \(result.errors)")
    }
    #expect(try filter(arguments, result.text).text == result.text, "a second run changes nothing")
  }

  @Test func tokenKnowsTheSettings() throws {
    _ = try Program.shell("\(program) key new --output site.key", in: folder.url)
    let text = try Program.shell(
      "\(program) token +12125550147 --key-file site.key --style phone=token", in: folder.url)
    #expect(text.text.hasPrefix("<phone:"), "\(text.errors)")
    #expect(try filter("--key-file site.key --style phone=token", line).text.contains(text.text.dropLast()))
  }

  @Test(arguments: [
    ("shpae", "'shpae' is no style", "Did you mean 'shape'?"), ("", "'' is no style", "CATEGORY=STYLE"),
    ("phnoe=mask", "'phnoe' is no category", "Did you mean 'phone'?"), ("=mask", "'' is no category", "Categories are"),
    ("card=unhide-lst,4", "'unhide-lst,4'", "Did you mean 'unhide-last,n'?"), ("card=", "''", "Use one of"),
    ("card=hide-first,0", "'hide-first,0'", "hide-first,n"),
    ("rule:contact.emial=mask", "there is no rule 'contact.emial'", "Did you mean 'contact.email'?"),
    (
      "rule:nothing.*=mask", "there is no rule 'nothing.*'", "casegate rules list"
    ), ("pin=token", "no pseudonym hides", "mask"),
  ])
  func wrongSettingsAreNamed(setting: String, says: String, mend: String) throws {
    let result = try filter("--style '\(setting)'", line)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains(says) && result.errors.contains(mend), "\(result.errors)")
  }

  @Test func theSameBytesWhateverTheJobsAndTheOrder() throws {
    _ = try Program.shell("\(program) key new --output site.key", in: folder.url)
    let names = (0..<5).map { "\($0).log" }
    for (index, name) in names.enumerated() {
      let lines = (0..<6000).map { number in
        let value = number * 5 + index
        return "call +1212555\(1000 + value % 700) by u\(value % 900)@example.com at 10.1.\(value % 200).7 "
          + "From: \"Jane Roe\" <sip:\(3125550100 + value % 90)@sip\(value % 40).example.com>\n"
      }
      try folder.write(name, text: lines.joined())
    }
    let key = "--key-file site.key -q"
    for (output, order, jobs) in [("a", names, "1"), ("b", names.reversed(), "3"), ("c", names.shuffled(), "2")] {
      let result = try Program.shell(
        "\(program) scrub \(order.joined(separator: " ")) --output \(output)/ --jobs \(jobs) \(key)", in: folder.url)
      #expect(result.status == 0, "\(result.errors)")
    }
    for name in names {
      let first = try folder.read("a/\(name)")
      #expect(try first == folder.read("b/\(name)") && first == folder.read("c/\(name)"))
    }
    let pack = "\(program) scrub a b --output"
    _ = try Program.shell("\(pack) x.tar.gz --jobs 1 \(key); \(pack) y.tar.gz --jobs 4 \(key)", in: folder.url)
    #expect(try folder.read("x.tar.gz") == folder.read("y.tar.gz"))
  }
}
