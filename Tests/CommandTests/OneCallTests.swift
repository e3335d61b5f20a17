import Foundation
import TestSupport
import Testing

/// One call through three log formats: the golden outputs that the README quotes.
@Suite struct OneCallTests {
  @Test func aCallCanBeFollowedThroughThreeFormats() throws {
    let folder = try TemporaryFolder()
    try folder.write("site.key", text: String(repeating: "5a", count: 32) + "\n")
    let logs = Repository.fixtures.appending(path: "logs/one-call").path(percentEncoded: false)
    let result = try Program.shell(
      "chmod 600 site.key && \(Program.path("casegate")) scrub \(logs) --output out/ --key-file site.key -q",
      in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    for name in ["event", "sip", "access"] {
      try expectSnapshot(try folder.text("out/\(name).log"), "one-call/\(name).log")
    }
    let second = try Program.shell(
      "\(Program.path("casegate")) scrub out --output again/ -q && diff -r out again && \(Program.path("casegate")) scan out",
      in: folder.url)
    #expect(second.status == 0, "\(second.text)")
  }
}
