internal import Detection
internal import Model
internal import Redaction
internal import RulePacks

/// A name without its values, and what they were.
struct ScrubbedName {
  /// A value that was in the name.
  struct Value {
    let rule: Rule
    /// Where it began in the name, in bytes from 0.
    let offset: Int
    let length: Int
    let replacement: [UInt8]
  }

  /// The name for the output.
  var bytes: [UInt8]
  /// What was replaced.
  let values: [Value]

  /// How many values there were, by category.
  var hits: [String: Int] { values.reduce(into: [:]) { $0[$1.rule.category.rawValue, default: 0] += 1 } }

  /// The values as findings in the name of `entry`, the scrubbed name of what bears it.
  func findings(in entry: String) -> [Finding] {
    values.map { value in
      Finding(
        rule: value.rule.id, category: value.rule.category, entry: entry, line: 0, column: value.offset + 1,
        byteOffset: value.offset, byteLength: value.length, confidence: value.rule.confidence,
        pseudonym: String(decoding: value.replacement, as: UTF8.self), inName: true)
    }
  }
}

/// Scrubs names of members, and keeps them apart.
///
/// A name is searched like a line of text; what is found is replaced, and `/` stays what it is.
final class EntryNames {
  private let session: Session
  private var scan: Scan
  /// The names taken, in small letters.
  private var used = NameSet()
  /// The names that folders have got; their members bring the name along, so that a folder may come twice.
  private var folders: [[UInt8]: [UInt8]] = [:]
  /// The number that the next equal name is tried with.
  private var numbers: [[UInt8]: Int] = [:]

  init(_ session: Session) {
    self.session = session
    scan = Scan(session.detector)
  }

  /// The name for the output.
  ///
  /// Two names that become equal, the case of letters ignored, are told apart by `~2`, `~3`, ... unless both are folders.
  ///
  /// - Throws: `Problem` of code `unscannable` for a name that leads out of the archive or is too long.
  func scrubbed(_ path: [UInt8], isFolder: Bool = false) throws(Problem) -> ScrubbedName {
    let inside = try Self.inside(path, limit: session.limits.nameLength)
    var result = try scrubbedText(inside)
    let name = Self.readable(result.bytes)
    let small = name.map(lowercased)
    var candidate = name
    if isFolder, let known = folders[small] {
      result.bytes = known
      return result
    }
    if used.contains(small) {
      var number = numbers[small] ?? 2
      repeat {
        candidate = Self.numbered(name, number)
        number += 1
      } while used.contains(candidate.map(lowercased))
      numbers[small] = number
    }
    used.insert(candidate.map(lowercased))
    if isFolder { folders[small] = candidate }
    result.bytes = candidate
    return result
  }

  /// A path with its values replaced, for names and for targets of links.
  func scrubbedText(_ path: [UInt8]) throws(Problem) -> ScrubbedName {
    let ending = Self.ending(of: path)
    // A leading slash that was taken off made the first part a path; rules for paths want to see it.
    let text = [UInt8(ascii: "/")] + path.dropLast(ending.count)
    let matches = try scan.scan(text.span).matches
    var result: [UInt8] = []
    var found: [ScrubbedName.Value] = []
    var position = 1
    for match in matches where match.range.lowerBound >= position {
      let replacement = try match.rewritten(text.span) { value, index throws(Problem) in
        let rule = session.detector.rules[index]
        return session.redactor.replacement(for: value, category: rule.category, action: rule.action)
      }
      guard let replacement else { continue }
      found.append(
        ScrubbedName.Value(
          rule: session.detector.rules[match.rule], offset: match.range.lowerBound - 1, length: match.range.count,
          replacement: replacement))
      result += text[position..<match.range.lowerBound]
      // Neither "/" nor asterisks belong in a name.
      result += replacement.map { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") ? UInt8(ascii: "_") : $0 }
      position = match.range.upperBound
    }
    return ScrubbedName(bytes: result + text[position...] + ending, values: found)
  }

  /// The endings that say what a file is, such as `.log.gz`: no part of a value before them.
  private static func ending(of path: [UInt8]) -> ArraySlice<UInt8> {
    let known: Set<String> = [
      "log", "txt", "gz", "tgz", "tar", "zip", "csv", "json", "jsonl", "xml", "yaml", "yml", "ini", "conf", "cfg",
      "out", "err", "old", "bak", "properties", "md", "html", "pem", "key", "dat",
    ]
    var start = path.endIndex
    while let dot = path[..<start].lastIndex(of: UInt8(ascii: ".")), dot > path.startIndex,
      known.contains(String(decoding: path[(dot + 1)..<start], as: UTF8.self).lowercased())
    {
      start = dot
    }
    return path[start...]
  }

  /// The path without what would lead out of the folder it is unpacked in.
  private static func inside(_ path: [UInt8], limit: Int) throws(Problem) -> [UInt8] {
    guard path.count <= limit else { throw Limits.hit(.name, "a name is longer than \(limit) bytes") }
    guard !path.contains(0) else { throw refused("holds a NUL byte") }
    let parts = path.split(separator: UInt8(ascii: "/")).filter { $0 != [UInt8(ascii: ".")] }
    guard !parts.contains([UInt8(ascii: "."), UInt8(ascii: ".")]) else { throw refused("leads out of the archive") }
    guard !parts.isEmpty else { return [UInt8(ascii: ".")] }
    return Array(parts.joined(separator: [UInt8(ascii: "/")]))
  }

  /// A name that is not UTF-8 with its foreign bytes percent-encoded: archives and file systems differ over such names.
  private static func readable(_ name: [UInt8]) -> [UInt8] {
    if String(validating: name, as: UTF8.self) != nil { return name }
    return name.flatMap { byte in
      byte < 0x80 ? [byte] : Array("%".utf8) + Array(String(byte, radix: 16, uppercase: true).utf8)
    }
  }

  private static func refused(_ reason: String) -> Problem {
    Problem(.unscannable, "", "the name of a member \(reason)", mend: "Rename it and pack again")
  }

  private static func numbered(_ name: [UInt8], _ number: Int) -> [UInt8] {
    let start = (name.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    let dot = name[start...].dropFirst().firstIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    return name[..<dot] + Array("~\(number)".utf8) + name[dot...]
  }
}

private func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
