internal import Foundation
public import Testing

/// Compares `text` with the golden file `name` in `Fixtures/expected`.
///
/// A missing golden file, or `RECORD_SNAPSHOTS=1` in the environment, writes the file and fails the test, so that a
/// new golden is always looked at before it counts.
public func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  try expectFile(text, "Fixtures/expected/" + name, sourceLocation: sourceLocation)
}

/// Compares `text` with the file at `path` in the checkout, which is generated and committed; see `expectSnapshot`.
public func expectFile(_ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = Repository.root.appending(path: path)
  let recorded = try? String(contentsOf: file, encoding: .utf8)
  if let recorded, ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == nil {
    #expect(text == recorded, "differs from \(path)", sourceLocation: sourceLocation)
    return
  }
  try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try text.write(to: file, atomically: true, encoding: .utf8)
  if text != recorded { Issue.record("recorded \(path); look at it", sourceLocation: sourceLocation) }
}
