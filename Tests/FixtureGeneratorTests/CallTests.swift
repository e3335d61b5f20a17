internal import FixtureGenerator
internal import Testing

@Suite("A call")
struct CallTests {
  @Test("can be followed from log to log")
  func acrossLogs() throws {
    let written = try Written(seed: 9, size: 1 << 20)
    let call = Call(index: 0, site: Site(seed: 9, people: 5_000), start: Moment.origin)
    for clue in [call.connection, call.caller.phone.plain.text, call.agent.login.text] {
      let files = written.folder.files.filter { String(decoding: $0.value.bytes, as: UTF8.self).contains(clue) }
      #expect(files.count >= 3, "\(clue)")
    }
  }

  @Test(
    "prints its time as calendars do",
    arguments: [
      (Moment.origin, "2026-03-02 08:00:00.000"),
      (Moment.origin + 86_400_000 * 730 + 59_999, "2028-03-01 08:00:59.999"),
      (Moment.origin + 86_400_000 * 729, "2028-02-29 08:00:00.000"),
    ])
  func time(moment: Moment, expected: String) {
    let text: Text = "\(moment, .spaced)"
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
  }
}
