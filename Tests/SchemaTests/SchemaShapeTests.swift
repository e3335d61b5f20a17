import EmbeddedRules
import Foundation
import TestSupport
import Testing

/// What editors need: every key has a title and a description, and no object takes keys that nobody described.
@Suite struct SchemaShapeTests {
  static let names = ["case", "customer", "waivers", "config", "rules", "report"]

  static func text(_ name: String) throws -> String { try #require(EmbeddedRules.text("schemas/\(name).json")) }

  @Test(arguments: names)
  func everyKeyIsExplained(name: String) throws {
    let root = try JSONSchema(Self.text(name)).root
    #expect(root["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    var keys = 0
    walk(root) { path, schema in
      for (key, property) in schema["properties"] as? [String: [String: Any]] ?? [:] {
        keys += 1
        let words = (property["description"] as? String ?? "").split(separator: " ")
        #expect((property["title"] as? String)?.isEmpty == false && words.count >= 2, "\(path).\(key)")
      }
      if schema["properties"] != nil { #expect(schema["additionalProperties"] as? Bool == false, "\(path)") }
      let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
      #expect(known.isSuperset(of: schema["required"] as? [String] ?? []), "\(path)")
    }
    #expect(keys > 3)
  }

  @Test(arguments: names)
  func examplesAreValid(name: String) throws {
    let schema = try JSONSchema(Self.text(name))
    var examples = 0
    walk(schema.root) { path, inner in
      for example in inner["examples"] as? [Any] ?? [] {
        examples += 1
        // Through YAML, so that truth values and numbers are told apart.
        let data = (try? JSONSerialization.data(withJSONObject: [example])) ?? Data()
        guard let list = try? yamlValue(String(decoding: data, as: UTF8.self)) as? [Any], let value = list.first,
          let alone = try? JSONSchema(JSONSchema.text(inner, definitions: schema.root["definitions"]))
        else { return _ = Issue.record("\(path): unreadable example") }
        #expect(alone.errors(value).isEmpty, "\(path): \(alone.errors(value))")
      }
    }
    #expect(examples > 0 || name == "report")
  }

  private func walk(_ schema: [String: Any], _ path: String = "$", _ visit: (String, [String: Any]) -> Void) {
    visit(path, schema)
    for key in ["properties", "definitions"] {
      for (name, inner) in schema[key] as? [String: [String: Any]] ?? [:] { walk(inner, path + "." + name, visit) }
    }
    for key in ["items", "additionalProperties"] {
      if let inner = schema[key] as? [String: Any] { walk(inner, path + "." + key, visit) }
    }
    for key in ["anyOf", "oneOf"] {
      for inner in schema[key] as? [[String: Any]] ?? [] { walk(inner, path, visit) }
    }
  }
}

extension JSONSchema {
  /// A part of a schema as a schema of its own.
  fileprivate static func text(_ part: [String: Any], definitions: Any?) throws -> String {
    var part = part
    part["definitions"] = definitions
    return String(decoding: try JSONSerialization.data(withJSONObject: part), as: UTF8.self)
  }
}
