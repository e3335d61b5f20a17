import Foundation
import Yams

/// As much of JSON Schema draft-07 as the schemas of this repository use; another keyword is an error, so that nothing
/// is passed over in silence.
struct JSONSchema {
  let root: [String: Any]

  init(_ text: String) throws {
    root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  /// What is wrong with `value`, each with the way to it; empty when it is valid.
  func errors(_ value: Any) -> [String] { errors(value, root, "$") }

  private static let silent: Set<String> = [
    "$schema", "$id", "title", "description", "examples", "format", "definitions",
  ]

  private func errors(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    schema.keys.sorted().flatMap { key -> [String] in
      let rule = schema[key]
      switch key {
      case "$ref":
        let name = (rule as? String ?? "").replacing("#/definitions/", with: "")
        let definitions = root["definitions"] as? [String: Any] ?? [:]
        return errors(value, definitions[name] as? [String: Any] ?? ["missing": name], path)
      case "type":
        let types = rule as? [String] ?? [rule as? String ?? ""]
        return types.contains { Self.matches(value, $0) } ? [] : ["\(path): is not \(types)"]
      case "enum":
        return (rule as? [Any] ?? []).contains { Self.equal($0, value) } ? [] : ["\(path): is not in the list"]
      case "const": return Self.equal(rule ?? NSNull(), value) ? [] : ["\(path): is another constant"]
      case "anyOf":
        let all = branches(rule).map { errors(value, $0, path) }
        return all.contains { $0.isEmpty } ? [] : all.first ?? []
      case "oneOf":
        let all = branches(rule).map { errors(value, $0, path) }
        return all.count { $0.isEmpty } == 1 ? [] : ["\(path): not exactly one of: \(all)"]
      case "pattern":
        guard let text = value as? String, let pattern = rule as? String else { return [] }
        return text.range(of: pattern, options: .regularExpression) != nil ? [] : ["\(path): does not match"]
      case "minimum":
        return (value as? NSNumber).map { $0.doubleValue >= number(rule) } ?? true ? [] : ["\(path): small"]
      case "maximum":
        return (value as? NSNumber).map { $0.doubleValue <= number(rule) } ?? true ? [] : ["\(path): large"]
      case "minProperties":
        return (value as? [String: Any]).map { Double($0.count) >= number(rule) } ?? true ? [] : ["\(path): is empty"]
      case "required":
        guard let object = value as? [String: Any] else { return [] }
        return (rule as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): lacks \($0)" }
      case "properties":
        guard let object = value as? [String: Any] else { return [] }
        return (rule as? [String: [String: Any]] ?? [:]).flatMap { name, inner in
          object[name].map { errors($0, inner, path + "." + name) } ?? []
        }
      case "additionalProperties":
        guard let object = value as? [String: Any] else { return [] }
        let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
        return object.filter { !known.contains($0.key) }.flatMap { name, value in
          (rule as? [String: Any]).map { errors(value, $0, path + "." + name) } ?? ["\(path): unknown key \(name)"]
        }
      case "items":
        guard let list = value as? [Any], let inner = rule as? [String: Any] else { return [] }
        return list.enumerated().flatMap { errors($1, inner, "\(path)[\($0)]") }
      default: return Self.silent.contains(key) ? [] : ["\(path): the keyword \(key) is not understood"]
      }
    }
  }

  private func branches(_ rule: Any?) -> [[String: Any]] { rule as? [[String: Any]] ?? [] }
  private func number(_ rule: Any?) -> Double { (rule as? NSNumber)?.doubleValue ?? .nan }

  private static func matches(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "null": value is NSNull
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": isBool(value)
    case "number": !isBool(value) && value is NSNumber
    case "integer": !isBool(value) && (value as? NSNumber).map { $0.doubleValue.rounded() == $0.doubleValue } ?? false
    default: false
    }
  }

  private static func isBool(_ value: Any) -> Bool { value is YAMLBool || type(of: value) == Bool.self }

  private static func equal(_ left: Any, _ right: Any) -> Bool {
    (left is NSNull && right is NSNull) || (left as? String).map { $0 == right as? String } ?? false
  }
}

/// A truth value as YAML has it; kept apart from numbers, which Foundation's bridging does not.
struct YAMLBool {}

/// A YAML or JSON text as a schema sees it: plain scalars by the core schema of YAML 1.2.
func yamlValue(_ text: String) throws -> Any {
  guard let node = try Yams.compose(yaml: text, .basic) else { return NSNull() }
  return value(node)
}

private func value(_ node: Node) -> Any {
  switch node {
  case .sequence(let items): return items.map(value)
  case .mapping(let pairs):
    return Dictionary(pairs.map { ($0.key.string ?? "", value($0.value)) }, uniquingKeysWith: { first, _ in first })
  case .scalar(let scalar):
    guard scalar.style == .plain || scalar.style == .any else { return scalar.string }
    if ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return NSNull() }
    if ["true", "True", "TRUE", "false", "False", "FALSE"].contains(scalar.string) { return YAMLBool() }
    if scalar.string.wholeMatch(of: /[-+]?[0-9]+/) != nil, let number = Int(scalar.string) {
      return NSNumber(value: number)
    }
    let isNumber = scalar.string.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil
    if isNumber, let number = Double(scalar.string) { return NSNumber(value: number) }
    return scalar.string
  default: return NSNull()
  }
}
