internal import Model
internal import PCRE2
internal import RulePacks

/// A rule for people.
enum RuleText {
  static func description(_ rule: Rule) -> String {
    var rows: [(String, String)] = [
      ("id", rule.id), ("title", rule.title),
      ("category", rule.isNotation ? "-" : "\(rule.category.rawValue) (\(rule.category.severity.rawValue))"),
      ("confidence", rule.confidence.rawValue), ("defined in", "\(rule.file):\(rule.line)"),
    ]
    if let source = rule.source { rows.append(("source", source)) }
    if !rule.validators.isEmpty { rows.append(("validate", rule.validators.map(\.rawValue).joined(separator: ", "))) }
    let gates = rule.gates.map { gate in
      switch gate.mark {
      case .literal(let text), .word(let text): "'\(printable(String(decoding: text, as: UTF8.self)))'"
      case .shape(let shape): shape.source
      case .key(let name, _, _): "'\(printable(String(decoding: name, as: UTF8.self)))'"
      }
    }
    rows.append(("gates", gates.isEmpty ? "none" : gates.joined(separator: " ")))
    rows.append(("pattern", rule.pattern.source))
    if let value = rule.valuePattern { rows.append(("value", value.source)) }
    for sample in rule.samples.match { rows.append(("matches", marked(sample))) }
    for sample in rule.samples.reject { rows.append(("rejects", marked(sample))) }
    return rows.map { padded($0.0, 11) + $0.1 + "\n" }.joined()
  }

  private static func marked(_ sample: Sample) -> String {
    var text = ""
    var position = 0
    for span in sample.spans {
      text += String(decoding: sample.text[position..<span.lowerBound], as: UTF8.self)
      text += "⟦" + String(decoding: sample.text[span], as: UTF8.self) + "⟧"
      position = span.upperBound
    }
    return printable(text + String(decoding: sample.text[position...], as: UTF8.self))
  }
}
