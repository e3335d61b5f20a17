import Bundles
import Detection
import Model
import Redaction
import RulePacks
import TestSupport
import Testing

/// The second look at what was written.
@Suite struct SecondLookTests {
  /// A detector that takes its own replacements for values, so that everything it writes holds one.
  private func session() throws -> Session {
    let rules =
      "pack: t\nrules:\n- {id: t.user, title: t, category: user-name, pattern: 'user=(?<value>\\S+)', gate: ['user=']}\n"
    let detector = try Detector(try Pack(rules, file: "t.yaml").rules, isReplacement: { _, _, _ in false })
    let session = Session(detector, Redactor(key: .ephemeral()))
    session.looksTwice = true
    return session
  }

  @Test(arguments: ["out.log", "out.log.gz", "out.tar", "out.tar.zst", "out.zip", "out.7z", "out/"])
  func whatIsStillThereKeepsTheOutputBack(output: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.log", text: "nothing\nuser=jroe7\nuser=jdoe8\n")
    let error = #expect(throws: Problem.self) {
      _ = try session().scrub([folder.path("a.log")], to: folder.path(output))
    }
    #expect(error?.code == .leak && error?.line == 2 && error?.reason.contains("and 1 more") == true)
    #expect(error.map { !"\($0)".contains("jroe7") } == true)
    #expect(try folder.names() == ["a.log"])
  }
}
