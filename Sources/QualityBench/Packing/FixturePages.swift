internal import FixtureGenerator
internal import Foundation
internal import Model

/// The bundle of the fixture generator as pages.
enum FixturePages {
  static func pages(seed: UInt64, size: Int) throws(Problem) -> [Page] {
    let folder = MemoryFolder()
    let truth = MemorySink()
    var lines: [TruthLine] = []
    do {
      try FixtureBundle(seed: seed, size: size, people: 800).write(to: folder, truth: truth)
      lines = try truth.bytes.split(separator: 0x0A).map { try JSONDecoder().decode(TruthLine.self, from: Data($0)) }
    } catch {
      throw Problem(.internalError, "fixtures", "their truth is not what the bench expects")
    }
    var marks: [String: [Mark]] = [:]
    for line in lines {
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

  /// What the generator leaves unmarked since sites differ on it: the number that was dialled, cities, what is said to
  /// callers, technical accounts, the name of the Windows domain, whole networks.
  private static let choices = [
    Choice(before: "AttributeDNIS\t'", end: "'"), Choice(before: #""city":""#, end: #"""#),
    Choice(before: #"tts:""#, end: #"""#), Choice(word: "confserv_rw"),
    Choice(word: "gws_rw"), Choice(word: #"EXAMPLE\"#), Choice(word: "198.51.100.0"),
  ]

  private static func withChoices(_ marks: [Mark], _ bytes: [UInt8]) -> [Mark] {
    let known = marks.map { body($0, bytes) }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var all = known
    for range in choices.flatMap({ $0.places(in: bytes) }) {
      // What is marked in it stays as it is.
      var start = range.lowerBound
      for mark in known where mark.range.overlaps(range) {
        if start < mark.range.lowerBound { all.append(Mark(range: start..<mark.range.lowerBound, kind: .either)) }
        start = max(start, mark.range.upperBound)
      }
      if start < range.upperBound { all.append(Mark(range: start..<range.upperBound, kind: .either)) }
    }
    return all.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Of a private key the first and the last line tell nothing.
  private static func body(_ mark: Mark, _ bytes: [UInt8]) -> Mark {
    guard mark.kind == .plant(.privateKey), let start = bytes[mark.range].firstIndex(of: 0x0A),
      let end = bytes[mark.range].lastIndex(of: 0x0A), start < end
    else { return mark }
    return Mark(range: start + 1..<end, kind: mark.kind)
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
