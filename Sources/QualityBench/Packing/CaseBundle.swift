internal import Foundation
internal import Model

/// The bundle of one tier and seed: parts on disk, and what is known about them.
struct CaseBundle: Sendable {
  let tier: Tier
  let nodes: [Node]

  /// Writes the parts into `folder`, which is new.
  func write(to folder: String) throws(Problem) {
    for node in nodes {
      switch node {
      case .file(let leaf): try save(leaf.page.text.bytes, folder + "/" + leaf.path)
      case .archive(let archive): try save(archive.bytes, folder + "/" + archive.path)
      }
    }
  }

  private func save(_ bytes: [UInt8], _ path: String) throws(Problem) {
    do {
      let url = URL(filePath: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    } catch {
      throw Problem(.inputOutput, path, "cannot be written", mend: "Check the space in the temporary folder")
    }
  }

  var leaves: [Leaf] { nodes.flatMap(\.leaves) }
  var archives: [Archive] { nodes.flatMap(\.archives) }
}
