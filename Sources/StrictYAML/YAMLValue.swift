internal import Yams
public import Model

/// A place in a YAML (or JSON) file: a value together with where it stands, for errors that name file and line.
///
/// Reading is strict: an unknown key, a duplicate key or a value of the wrong type is a `Problem` of code
/// `invalid-file` with file, line, column and, for a misspelt key, a suggestion.
public struct YAMLValue: Sendable {
  enum Content: Sendable {
    case null
    case scalar(String, quoted: Bool)
    case list([YAMLValue])
    case map([(key: String, keyLine: Int, keyColumn: Int, value: YAMLValue)])
  }

  let content: Content
  /// The file as the user named it.
  public let file: String
  /// The way from the root, such as `customer.contacts[0].email`.
  public let path: String
  /// The line, counted from 1.
  public let line: Int
  /// The column, counted from 1.
  public let column: Int

  /// Parses `text`, one YAML document; JSON is YAML.
  ///
  /// - Throws: `Problem` of code `invalid-file` on broken syntax, several documents, or nesting deeper than 64.
  public static func parse(_ text: String, file: String) throws(Problem) -> YAMLValue {
    let node: Node?
    do {
      // The basic resolver leaves scalars as they are written; what they mean is decided where they are read.
      node = try Yams.compose(yaml: text, .basic)
    } catch let error as YamlError {
      throw problem(error, file: file)
    } catch {
      throw Problem(.invalidFile, file, "is not valid YAML")
    }
    guard let node else {
      throw Problem(.invalidFile, file, "is empty", mend: "Fill it in, or name another file")
    }
    var budget = 200_000
    return try YAMLValue(node, file: file, path: "", depth: 0, budget: &budget)
  }

  private static func problem(_ error: YamlError, file: String) -> Problem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Problem(.invalidFile, file, line: mark.line, column: mark.column, "is not valid YAML: \(problem)")
    case .duplicatedKeysInMapping(_, let context):
      Problem(
        .invalidFile, file, line: context.mark.line, column: context.mark.column, "has the same key twice",
        mend: "Remove one of the two")
    case .reader(let problem, let offset, _, let yaml):
      Problem(
        .invalidFile, file, line: offset.map { yaml.utf8.prefix($0).count { $0 == 0x0A } + 1 },
        "is not valid YAML: \(problem)")
    default: Problem(.invalidFile, file, "is not valid YAML")
    }
  }

  private init(_ node: Node, file: String, path: String, depth: Int, budget: inout Int) throws(Problem) {
    self.file = file
    self.path = path
    line = node.mark?.line ?? 1
    column = node.mark?.column ?? 1
    budget -= 1
    // Aliases expand on reading, so a small file can describe a huge tree: both bounds are needed.
    guard depth <= 64, budget > 0 else {
      throw Problem(
        .invalidFile, file, line: line, column: column, "is nested too deeply or expands to too many values")
    }
    switch node {
    case .scalar(let scalar):
      let plain = scalar.style == .plain || scalar.style == .any
      content =
        plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
        ? .null : .scalar(scalar.string, quoted: !plain)
    case .sequence(let sequence):
      var items: [YAMLValue] = []
      for (index, item) in sequence.enumerated() {
        items.append(
          try YAMLValue(item, file: file, path: "\(path)[\(index)]", depth: depth + 1, budget: &budget))
      }
      content = .list(items)
    case .mapping(let mapping):
      var pairs: [(key: String, keyLine: Int, keyColumn: Int, value: YAMLValue)] = []
      for (keyNode, valueNode) in mapping {
        guard case .scalar(let key) = keyNode else {
          throw Problem(
            .invalidFile, file, line: keyNode.mark?.line, column: keyNode.mark?.column,
            "has a key that is not a plain word")
        }
        let child = path.isEmpty ? key.string : path + "." + key.string
        let value = try YAMLValue(valueNode, file: file, path: child, depth: depth + 1, budget: &budget)
        pairs.append((key.string, keyNode.mark?.line ?? line, keyNode.mark?.column ?? column, value))
      }
      content = .map(pairs)
    default:
      throw Problem(.invalidFile, file, line: line, column: column, "uses an alias that is not defined")
    }
  }

  /// A problem at this place.
  public func problem(_ reason: String, mend: String? = nil) -> Problem {
    Problem(.invalidFile, file, line: line, column: column, (path.isEmpty ? "" : "'\(path)' ") + reason, mend: mend)
  }

  /// Whether the value is `null`, `~` or left empty.
  public var isNull: Bool { if case .null = content { true } else { false } }
}
