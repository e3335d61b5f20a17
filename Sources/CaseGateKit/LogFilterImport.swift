public import Model
internal import RulePacks

/// Turns the vendor's own log-filter settings into a rule pack.
///
/// The settings are sections `[log-filter]` with `default-filter-type` and `[log-filter-data]` with one operator for each
/// key of attached data. Where the vendor takes an unknown or empty operator for "copy", this is an error.
public enum LogFilterImport {
  private struct Setting {
    let key: String
    let operation: String
  }

  /// The pack, as YAML.
  ///
  /// - Parameters:
  ///   - text: the settings.
  ///   - file: their file's name, for errors.
  ///   - pack: the name of the pack to make.
  /// - Throws: `Problem` of code `invalid-file` with the line of a setting that cannot be read.
  public static func pack(_ text: String, file: String, name pack: String) throws(Problem) -> String {
    var settings: [Setting] = []
    var fallback = "copy"
    var section = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let trimmed = trim(line)
      if trimmed.isEmpty || trimmed.hasPrefix(";") || trimmed.hasPrefix("#") { continue }
      if trimmed.hasPrefix("["), trimmed.hasSuffix("]") {
        section = trimmed.dropFirst().dropLast().lowercased()
        continue
      }
      guard let equals = trimmed.firstIndex(of: "=") else {
        throw Problem(.invalidFile, file, line: index + 1, "is neither a section nor 'key = operator'")
      }
      let key = unquoted(trim(trimmed[..<equals]))
      let operation = unquoted(trim(trimmed[trimmed.index(after: equals)...]))
      guard Action(operation) != nil else {
        throw Problem(
          .invalidFile, file, line: index + 1, "has an operator that is not known",
          mend: "Use one of: \(Action.grammar)")
      }
      switch section {
      case "log-filter":
        if key == "default-filter-type" { fallback = operation }
      case "log-filter-data":
        let setting = Setting(key: key, operation: operation)
        do {
          _ = try Pack(yaml([setting], fallback: "copy", pack: pack), file: file)
        } catch {
          throw Problem(
            .invalidFile, file, line: index + 1, "has a key that cannot become a rule: \(error.reason)",
            mend: "Take the line out, and write a rule with a 'pattern' for it (see Rules/README.md).")
        }
        settings.append(setting)
      default: break
      }
    }
    let text = yaml(settings, fallback: fallback, pack: pack)
    guard text.contains("- id:") else {
      throw Problem(
        .invalidFile, file, line: nil, "sets nothing under [log-filter-data]", mend: "Name the vendor's settings file.")
    }
    return text
  }

  private static func yaml(_ settings: [Setting], fallback: String, pack: String) -> String {
    var text =
      "# Made from log-filter settings; add samples before you rely on it.\npack: \(pack)\nversion: 1\nrules:\n"
    for (index, setting) in settings.enumerated() {
      text += """
          - id: \(pack).key-\(index + 1)
            title: Attached data under a key that the log filter names
            category: content
            confidence: high
            action: '\(setting.operation)'
            keys: ['^\(escaped(setting.key))']
            bare: phrase

        """
    }
    if !["copy", "keep"].contains(fallback) {
      let named = settings.map { "(?!\(pattern($0.key))'')" }.joined()
      text += """
          - id: \(pack).default
            title: Attached data under all other keys
            category: content
            confidence: low
            action: '\(fallback)'
            pattern: '^[ \\t]+''\(named)[^''\\r\\n]{1,128}''[ \\t]+(?:\\[\\w+\\] = )?["''](?<value>[^"''\\r\\n]+)["'']'
            gate: ["'\\t'", "'] = ", '] = "']

        """
    }
    return text
  }

  private static func escaped(_ key: String) -> String { key.replacing("'", with: "''") }

  /// The key as a pattern inside a YAML text in single quotes.
  private static func pattern(_ key: String) -> String {
    key.reduce(into: "") { $0 += $1.isLetter || $1.isNumber ? String($1) : "\\" + ($1 == "'" ? "''" : String($1)) }
  }

  private static func trim(_ text: some StringProtocol) -> String {
    var view = Substring(text)
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }

  private static func unquoted(_ text: String) -> String {
    text.count >= 2 && text.first == text.last && (text.first == "'" || text.first == "\"")
      ? String(text.dropFirst().dropLast()) : text
  }
}
