internal import Foundation

/// A commented starter whose keys are filled in one by one; its comments stay.
struct StarterForm {
  private var lines: [String]

  init(_ text: String) { lines = text.components(separatedBy: "\n") }

  var text: String { lines.joined(separator: "\n") }

  /// Writes one line of YAML behind the key at `path`; false when the form has no such key.
  mutating func set(_ path: String, _ value: String) -> Bool {
    let keys = path.split(separator: ".").map(String.init)
    if let index = line(of: keys) {
      lines[index] = head(index) + " " + value
      return true
    }
    // A key of a mapping that stands on one line: {called_at: null, by: null}.
    guard let index = line(of: keys.dropLast()), let key = keys.last,
      let found = lines[index].range(of: "(?<=[{ ])\(key): [^,}]*", options: .regularExpression)
    else { return false }
    lines[index].replaceSubrange(found, with: "\(key): \(value)")
    return true
  }

  /// Writes text of several lines behind the key at `path`.
  mutating func setLines(_ path: String, _ texts: [String]) -> Bool {
    guard let index = line(of: path.split(separator: ".").map(String.init)) else { return false }
    lines[index] = head(index) + " |"
    let indent = String(repeating: " ", count: indent(lines[index]) + 2)
    lines.insert(contentsOf: texts.map { $0.isEmpty ? "" : indent + $0 }, at: index + 1)
    return true
  }

  /// Adds an item, in one line of YAML, to the list at `path`.
  mutating func add(_ path: String, _ item: String) -> Bool {
    guard let index = line(of: path.split(separator: ".").map(String.init)) else { return false }
    lines[index] = head(index)
    // Behind the items that are there, before the comments that show one.
    var end = index + 1
    while end < lines.count, lines[end].hasPrefix(String(repeating: " ", count: indent(lines[index]) + 2) + "- ") {
      end += 1
    }
    lines.insert(String(repeating: " ", count: indent(lines[index]) + 2) + "- " + item, at: end)
    return true
  }

  /// A text as YAML, in quotes unless it is plain beyond doubt.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.wholeMatch(of: /[A-Za-z0-9]([A-Za-z0-9 ._@\/+:-]*[A-Za-z0-9])?/) != nil && !text.contains(": ")
    let isWord = !["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
    if isPlain, isWord { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private func head(_ index: Int) -> String {
    String(lines[index].prefix(upTo: lines[index].firstIndex(of: ":") ?? lines[index].endIndex)) + ":"
  }

  private func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }

  /// The line of a key by the way to it.
  private func line(of path: [String]) -> Int? {
    var way: [(indent: Int, key: String)] = []
    for (index, line) in lines.enumerated() {
      guard let found = line.prefixMatch(of: /( *)([a-z_]+):/) else { continue }
      way.removeAll { $0.indent >= found.1.count }
      way.append((found.1.count, String(found.2)))
      if way.map(\.key) == path { return index }
    }
    return nil
  }
}
