/// A stretch of a fixture that may go or stay: the text after `before` and up to `end`, or a word.
struct Choice: Sendable {
  private let before: [UInt8]
  private let end: [UInt8]
  private let word: [UInt8]

  init(before: String, end: String) {
    self.before = Array(before.utf8)
    self.end = Array(end.utf8)
    word = []
  }

  init(word: String) {
    self.word = Array(word.utf8)
    before = []
    end = []
  }

  func places(in bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var place = 0
    while let hit = bytes[place...].firstRange(of: word.isEmpty ? before : word) {
      place = hit.upperBound
      if !word.isEmpty {
        result.append(hit)
      } else if let close = bytes[place...].firstRange(of: end) {
        result.append(place..<close.lowerBound)
      }
    }
    return result
  }
}
