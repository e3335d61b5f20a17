import Detection
import Model
import RulePacks

/// Short ways to scan a text in tests.
enum Texts {
  static func detector(_ rules: String) throws -> Detector {
    try Detector(try Pack("pack: t\nrules:\n\(rules)", file: "t.yaml").rules)
  }

  /// The texts of the values found.
  static func found(_ text: String, _ detector: Detector) throws -> [String] {
    let bytes = Array(text.utf8)
    var scan = Scan(detector)
    return try scan.scan(bytes.span).matches.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  /// The values found when the text arrives in pieces of `size` bytes.
  static func streamed(_ bytes: [UInt8], _ detector: Detector, size: Int, chunkSize: Int = 1) throws -> [Range<Int>] {
    var stream = TextStream(detector, chunkSize: chunkSize)
    var found: [Range<Int>] = []
    var length = 0
    let sink: TextStream.Sink = { chunk in
      found += chunk.matches.map { $0.range.lowerBound + chunk.offset..<$0.range.upperBound + chunk.offset }
      length += chunk.text.count
    }
    var position = 0
    while position < bytes.count {
      let end = min(position + size, bytes.count)
      try stream.append(bytes.span.extracting(position..<end), sink)
      position = end
    }
    try stream.finish(sink)
    precondition(length == bytes.count, "a stream must hand on every byte once")
    return found
  }
}
