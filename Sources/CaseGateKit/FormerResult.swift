internal import Files
internal import Model

/// Whether a file is what an earlier run wrote as its result, and may be replaced by that of this one.
///
/// Its form tells, at its start and at its end. That it speaks of casegate says nothing: so do keys, vaults, waivers and
/// notes.
enum FormerResult {
  static func isOne(_ path: String, size: Int) throws(Problem) -> Bool {
    if size == 0 { return true }
    let file = try InputFile(path)
    let head = try text(file, at: 0)
    let tail = try text(file, at: max(0, size - window))
    return isJSON(head, tail) || isMarkup(head) || isAnnotations(head) || isText(tail)
  }

  private static let window = 4_096

  private static func text(_ file: InputFile, at offset: Int) throws(Problem) -> String {
    var bytes = [UInt8](repeating: 0, count: window)
    let count = try file.read(into: &bytes, at: offset)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// The schemas that begin with `casegate-`, SARIF of this tool, and receipts.
  ///
  /// Keys are sorted, so some stand at the end.
  private static func isJSON(_ head: String, _ tail: String) -> Bool {
    guard head.hasPrefix("{") else { return false }
    let schema = /"schema" ?: ?"casegate-[a-z]+\/[0-9]+"/
    return [head, tail].contains { $0.contains(schema) } || head.contains("\"automationDetails\":{\"id\":\"casegate/")
      || head.hasPrefix("{\"payload\":\"") && (head + tail).contains("\"payloadType\":\"application/vnd.in-toto+json\"")
  }

  /// JUnit, and the page for people.
  private static func isMarkup(_ head: String) -> Bool {
    head.hasPrefix("<?xml") && head.contains("<testsuite name=\"casegate ")
      || head.hasPrefix("<!DOCTYPE html>") && head.contains("<meta name=\"generator\" content=\"casegate ")
  }

  private static func isAnnotations(_ head: String) -> Bool {
    ["::error ", "::warning ", "::notice "].contains { head.hasPrefix($0) }
  }

  /// Reports in text have a last line of their own.
  private static func isText(_ tail: String) -> Bool {
    let last = tail.split(separator: "\n").last ?? ""
    return last.wholeMatch(of: /[0-9]+ values? (found|replaced)(: .*)?/) != nil
      || last.wholeMatch(of: /(case|gate) (PASS|BLOCKED|UNDECIDED)( \(.*\))?/) != nil
  }
}
