import Foundation
import TestSupport
import Testing

/// The shape of the package: arrows point downward, and each C library has one door.
@Suite struct LayerTests {
  /// The modules by layer, lowest first; a module may import only what stands in a lower row.
  static let layers: [Set<String>] = [
    ["CPCRE2", "CArchive", "CZlib", "CRulePacks"],
    ["Model", "PCRE2", "Files", "LibArchive", "Codecs", "StrictYAML", "EmbeddedRules"],
    ["RulePacks", "Intake", "Redaction", "Receipts", "Mail"],
    ["Detection"],
    ["Bundles"],
    ["Reports", "CaseGateKit", "CaseGateCommands", "casegate"],
  ]

  /// Within a layer, the few that build on a neighbour.
  static let neighbours: [String: Set<String>] = [
    "PCRE2": [], "Files": ["Model"], "LibArchive": ["Files", "Model"], "Codecs": ["Files", "Model"],
    "StrictYAML": ["Model"], "CaseGateKit": ["Reports"], "CaseGateCommands": ["CaseGateKit", "Reports"],
    "casegate": ["CaseGateCommands"],
  ]

  static let modules = layers.dropFirst().flatMap { $0 }.sorted()

  @Test(arguments: modules)
  func importsPointDownward(module: String) throws {
    let level = try #require(Self.layers.firstIndex { $0.contains(module) })
    let below = Self.layers[..<level].reduce(into: Set<String>()) { $0.formUnion($1) }
    let allowed = below.union(Self.neighbours[module] ?? [])
    let own = Set(Self.layers.flatMap { $0 })
    for file in try Self.sources(of: module) {
      for imported in try Self.imports(of: file) where own.contains(imported) && imported != module {
        #expect(allowed.contains(imported), "\(file.lastPathComponent) imports \(imported) from a layer above")
      }
    }
  }

  @Test(arguments: [
    ("CPCRE2", "PCRE2"), ("CArchive", "LibArchive"), ("CZlib", "Codecs"), ("CRulePacks", "EmbeddedRules"),
  ])
  func eachCLibraryHasOneDoor(library: String, door: String) throws {
    for module in Self.modules where module != door {
      for file in try Self.sources(of: module) {
        #expect(!(try Self.imports(of: file).contains(library)), "\(file.lastPathComponent) imports \(library)")
      }
    }
  }

  @Test func everyModuleOfTheProductHasALayer() throws {
    let tools: Set<String> = [
      "C", "FixtureGenerator", "QualityBench", "casegate-bench", "casegate-fuzz", "casegate-fixtures",
      "casegate-quality",
    ]
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: "Sources").path(percentEncoded: false))
    #expect(Set(folders).subtracting(tools) == Set(Self.modules))
  }

  @Test func filesAreShort() throws {
    for module in Self.modules {
      for file in try Self.sources(of: module) {
        let lines = try String(contentsOf: file, encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 350, "\(file.lastPathComponent) has \(lines.count) lines")
      }
    }
  }

  private static func sources(of module: String) throws -> [URL] {
    let folder = Repository.root.appending(path: "Sources/\(module)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
  }

  private static func imports(of file: URL) throws -> Set<String> {
    let text = try String(contentsOf: file, encoding: .utf8)
    return Set(
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count else { return nil }
        return String(words[index + 1])
      })
  }
}
