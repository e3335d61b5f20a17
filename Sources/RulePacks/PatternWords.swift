internal import EmbeddedRules
internal import Foundation
internal import Model
internal import StrictYAML

/// The lists of words that are built in (`Rules/words/`), for whoever must know them besides rules.
public enum WordList {
  /// The bytes of the words of the list `name`, in all spellings; none when there is no such list, or the built-in ones
  /// cannot be read, which every rule set tells of.
  public static func words(_ name: String) -> [[UInt8]] {
    guard case .success(let words) = PatternWords.builtIn else { return [] }
    return words.lists[name] ?? []
  }
}

/// Parts of patterns and lists of words that rules have in common (`Rules/words/`).
///
/// In a pattern, `{{name}}` stands for a part, or for any one word of a list.
struct PatternWords: Sendable {
  struct Invalid: Error { let reason: String }

  private static let folder = "words/"
  /// Those that are built in; read once.
  static let builtIn = Result<PatternWords, Problem> { () throws(Problem) in
    var words = PatternWords()
    for file in EmbeddedRules.files(under: folder) { try words.read(file.text, file: file.path) }
    return words
  }

  private var parts: [String: String] = [:]
  private(set) var lists: [String: [[UInt8]]] = [:]

  private mutating func read(_ text: String, file: String) throws(Problem) {
    let map = try YAMLValue.parse(text, file: file).map(["fragments", "lists"])
    for (name, value) in try map["lists"]?.pairs() ?? [] {
      let words = try value.string().split(whereSeparator: \.isWhitespace).flatMap { Self.spellings(of: String($0)) }
      lists[name] = words
      parts[name] = KeyNames.pattern(words.map { word in KeyNames.Name(parts: word.map { Self.pattern(of: $0) }) })
    }
    // A part may use those above it.
    for (name, value) in try map["fragments"]?.pairs() ?? [] {
      do {
        parts[name] = try expanded(try value.string())
      } catch let problem as Problem {
        throw problem
      } catch let invalid as Invalid {
        throw Problem(.invalidRule, file, line: value.line, "'\(name)' \(invalid.reason)")
      } catch {
        throw Problem(.internalError, file, "cannot be read")
      }
    }
  }

  /// How a word is written: in UTF-8, in Latin-1, and without its accents, as systems do that know none.
  private static func spellings(of word: String) -> [[UInt8]] {
    var result = [Array(word.utf8)]
    guard word.unicodeScalars.contains(where: { !$0.isASCII }) else { return result }
    let scalars = word.unicodeScalars.map(\.value)
    if scalars.allSatisfy({ $0 <= 0xFF }) { result.append(scalars.map { UInt8($0) }) }
    let plain = word.decomposedStringWithCanonicalMapping.unicodeScalars.filter(\.isASCII)
    let spelled = word.map { umlauts[$0] ?? String($0) }.joined().decomposedStringWithCanonicalMapping.unicodeScalars
      .filter(\.isASCII)
    for other in [plain, spelled].map({ $0.map { UInt8($0.value) } }) where other.count >= 4 && !result.contains(other)
    {
      result.append(other)
    }
    return result
  }

  private static let umlauts: [Character: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ø": "oe", "Ø": "Oe", "å": "aa",
    "Å": "Aa", "æ": "ae", "Æ": "Ae",
  ]

  private static func pattern(of byte: UInt8) -> String {
    byte < 0x80 ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16)
  }

  /// The pattern with all that it names in place.
  func expanded(_ pattern: String) throws(Invalid) -> String {
    guard pattern.contains("{{") else { return pattern }
    var result = ""
    var rest = pattern[...]
    while let start = rest.firstRange(of: "{{") {
      result += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstRange(of: "}}") else {
        throw Invalid(reason: "has '{{' without '}}'")
      }
      let name = String(rest[start.upperBound..<end.lowerBound])
      guard let part = parts[name] else {
        let near = nearest(to: name, in: Array(parts.keys)).map { "; did you mean '{{\($0)}}'?" } ?? ""
        throw Invalid(reason: "names '{{\(name)}}', which is not known\(near)")
      }
      result += part
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
