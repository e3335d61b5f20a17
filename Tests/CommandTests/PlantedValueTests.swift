import Foundation
import TestSupport
import Testing

/// A known value in every place that an archive has: content, names, links, owners, headers, attributes, comments.
///
/// What comes out is taken apart by other software and searched.
@Suite struct PlantedValueTests {
  @Test func nothingOfItComesOut() throws {
    let folder = try TemporaryFolder()
    let script = Repository.root.appending(path: "Tests/CommandTests/planted_values.py").path(percentEncoded: false)
    let made = try Program.shell("mkdir in out && python3 '\(script)' make in", in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    // The search itself must be able to find it in each of them.
    let before = try Program.shell("python3 '\(script)' find $(find in -maxdepth 1 -type f)", in: folder.url)
    #expect(before.status == 0, "\(before.text)")
    let scrub = "'\(Program.path("casegate"))' scrub --quiet --manifest"
    let scrubbed = try Program.shell(
      "for f in $(ls in); do \(scrub) out/$f.json in/$f --output out/$f || exit; done", in: folder.url)
    #expect(scrubbed.status == 0, "\(scrubbed.errors)")
    #expect(try folder.names().contains("out"))
    let after = try Program.shell("python3 '\(script)' find $(find out -type f); ls -R out", in: folder.url)
    #expect(after.text.contains("tree.7z\t0") && !after.text.contains("jane.roe"), "\(after.text)")
    let attributes = try Program.shell("python3 '\(script)' find out/tree/* ; getfattr -dR out/tree", in: folder.url)
    #expect(!attributes.text.contains("jane.roe"), "\(attributes.text)")
    for (file, kinds) in [
      ("pax.tar", ["owner", "attributes"]), ("all.zip", ["comments", "extra-fields", "gzip-name"]),
      ("comment.log.gz", ["gzip-comment"]), ("nested.tar.gz", ["owner", "comments", "gzip-name"]),
    ] {
      let manifest = try folder.text("out/\(file).json")
      #expect(kinds.allSatisfy { manifest.contains("\"\($0)\"") }, "\(file): \(manifest)")
    }
  }
}
