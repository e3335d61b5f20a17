internal import FixtureGenerator
internal import Foundation

/// A sink that keeps what it is given.
final class MemorySink: Sink {
  private(set) var bytes: [UInt8] = []

  func write(_ bytes: [UInt8]) { self.bytes += bytes }

  func close() {}
}

/// A destination that keeps files in memory.
final class MemoryFolder: Destination {
  private(set) var files: [String: MemorySink] = [:]

  func open(_ path: String) -> any Sink {
    let sink = MemorySink()
    files[path] = sink
    return sink
  }

  var size: Int { files.values.reduce(0) { $0 + $1.bytes.count } }
}

/// A line of the truth file.
struct TruthLine: Decodable {
  let file: String
  let offset: Int
  let length: Int
  let category: String?
  let kind: String
}

/// A bundle in memory with its truth.
struct Written {
  let folder = MemoryFolder()
  let truth: [TruthLine]

  init(seed: UInt64, size: Int, segmentSize: Int = 10 << 20) throws {
    let sink = MemorySink()
    try FixtureBundle(seed: seed, size: size, segmentSize: segmentSize).write(to: folder, truth: sink)
    truth = try sink.bytes.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(TruthLine.self, from: Data($0))
    }
  }

  /// The text that a line of truth points to.
  func text(_ line: TruthLine) -> String? {
    guard let bytes = folder.files[line.file]?.bytes, line.offset + line.length <= bytes.count else { return nil }
    let slice = bytes[line.offset..<line.offset + line.length]
    if bytes.starts(with: [0xFF, 0xFE]) { return String(bytes: slice, encoding: .utf16LittleEndian) }
    return String(bytes: slice, encoding: .utf8) ?? String(bytes: slice, encoding: .isoLatin1)
  }

  func plants(_ label: Label) -> [String?] { truth.filter { $0.category == label.rawValue }.map(text) }
}
