internal import FixtureGenerator
internal import Foundation
internal import Model

/// The bundle of the fixture generator as pages.
enum FixturePages {
  static func pages(seed: UInt64, size: Int) throws -> [Page] {
    let folder = MemoryFolder()
    let truth = MemorySink()
    try FixtureBundle(seed: seed, size: size, people: 800).write(to: folder, truth: truth)
    var marks: [String: [Mark]] = [:]
    for line in truth.bytes.split(separator: 0x0A) {
      let line = try JSONDecoder().decode(TruthLine.self, from: Data(line))
      let range = line.offset..<line.offset + line.length
      let kind = line.category.flatMap(Category.init).map(Mark.Kind.plant) ?? .trap("fixture trap")
      marks[line.file, default: []].append(Mark(range: range, kind: kind))
    }
    return folder.files.sorted { $0.key < $1.key }.map { path, sink in
      var page = Page(context: "fixture " + context(path), path: marked(path))
      page.append(Text(bytes: sink.bytes, marks: withChoices(marks[path] ?? [], sink.bytes)))
      return page
    }
  }

  /// A profile's folder is named by its user.
  private static func marked(_ path: String) -> Text {
    guard let users = path.firstRange(of: "Users/"), let end = path[users.upperBound...].firstIndex(of: "/") else {
      return Text(path)
    }
    let login = Value(String(path[users.upperBound..<end]), .userName)
    return "\(String(path[..<users.upperBound]))\(login)\(String(path[end...]))"
  }

  /// `web/access.20260302_080000_000.log` is `web/access`.
  private static func context(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), let dot = path[slash...].firstIndex(of: ".") else { return path }
    return path.contains("Users/") ? "desktop/log" : String(path[..<dot])
  }

  /// Sites differ on the number that was dialled, which the generator therefore leaves unmarked.
  private static func withChoices(_ marks: [Mark], _ bytes: [UInt8]) -> [Mark] {
    let key = Array("AttributeDNIS\t'".utf8)
    var all = marks
    var place = 0
    while let hit = bytes[place...].firstRange(of: key) {
      let end = bytes[hit.upperBound...].firstIndex(of: UInt8(ascii: "'")) ?? bytes.endIndex
      if !marks.isEmpty { all.append(Mark(range: hit.upperBound..<end, kind: .either)) }
      place = end
    }
    return all.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private struct TruthLine: Decodable {
    let file: String
    let offset: Int
    let length: Int
    let category: String?
  }
}

/// A sink that keeps what it is given.
private final class MemorySink: Sink {
  private(set) var bytes: [UInt8] = []

  func write(_ bytes: [UInt8]) { self.bytes += bytes }

  func close() {}
}

/// A destination that keeps files in memory.
private final class MemoryFolder: Destination {
  private(set) var files: [String: MemorySink] = [:]

  func open(_ path: String) -> any Sink {
    let sink = MemorySink()
    files[path] = sink
    return sink
  }
}
