internal import EmbeddedRules
internal import Model
internal import StrictYAML

/// The lists of words that are built in (`Rules/words/`), for whoever must know them besides rules.
public enum WordList {
  /// The words of the list `name`; none when there is no such list, or the built-in ones cannot be read, which every rule
  /// set tells of.
  public static func words(_ name: String) -> [String] {
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
  private(set) var lists: [String: [String]] = [:]

  private mutating func read(_ text: String, file: String) throws(Problem) {
    let map = try YAMLValue.parse(text, file: file).map(["fragments", "lists"])
    for (name, value) in try map["lists"]?.pairs() ?? [] {
      let words = try value.string().split(whereSeparator: \.isWhitespace).map(String.init)
      lists[name] = words
      parts[name] = KeyNames.pattern(words.map { word in KeyNames.Name(parts: word.unicodeScalars.map(String.init)) })
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
