internal import Foundation

/// A field and a line in the case file.
struct IssuePlace: Sendable, Hashable {
  let field: String
  let line: Int
}

/// A text prepared for the search for evidence: without code, logs, quoted mail and signature.
struct IssueText: Sendable {
  struct Line: Sendable {
    /// The way to the field.
    let field: String
    /// The line in the file.
    let number: Int
    let text: String
    let words: [String]

    var place: IssuePlace { IssuePlace(field: field, line: number) }
  }

  let lines: [Line]

  init(_ field: Field<String>) {
    let text = field.value ?? ""
    var lines: [Line] = []
    var isCode = false
    for (offset, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = String(raw).trimmingOuterSpace
      // What follows the mark of a signature is not about the problem.
      if line == "--" || Self.beginsQuotedMail(line) { break }
      if line.hasPrefix("```") || line.hasPrefix("~~~") {
        isCode.toggle()
      } else if !isCode, !line.hasPrefix(">"), !Self.isLog(line) {
        lines.append(
          Line(field: field.place.path, number: field.textLine + offset, text: line, words: Words(line).list))
      }
    }
    self.lines = lines
  }

  /// All words with their places.
  var tokens: [(word: String, place: IssuePlace)] { lines.flatMap { line in line.words.map { ($0, line.place) } } }

  var words: Words { Words(lines.map(\.text).joined(separator: "\n")) }

  /// Below such a line stands the mail that is answered.
  private static func beginsQuotedMail(_ line: String) -> Bool {
    line.hasPrefix("-----Original Message") || line.hasPrefix("On ") && line.hasSuffix(" wrote:")
  }

  /// A log or stack line begins with a time, or is a frame.
  private static func isLog(_ line: String) -> Bool {
    var head = line.drop { "[(-*• ".contains($0) }.prefix { !$0.isWhitespace }
    if head.hasPrefix("@") { head = head.dropFirst() }
    let digits = head.filter(\.isNumber).count
    let hasNoWords = head.allSatisfy { !$0.isLetter || "TZ".contains($0) }
    let isTime = digits >= 3 && hasNoWords && head.contains { ":/-".contains($0) }
    let isFrame = line.hasPrefix("at ") && line.contains("(") || line.hasPrefix("#") && digits > 0 && hasNoWords
    let isLeveled = ["TRACE", "DEBUG", "INFO", "WARN", "WARNING", "ERROR", "FATAL"].contains(
      line.prefix { $0.isLetter })
    return isTime || isFrame || isLeveled
  }
}
