import CaseGateKit
import EmbeddedRules
import Foundation
import Intake
import Model
import RulePacks
import StrictYAML
import TestSupport
import Testing

/// The schemas and the readers say the same: the readers are asked, through their own errors, for the keys and words
/// that they know.
@Suite struct ReaderAgreementTests {
  /// The readers by the name of their schema.
  static func read(_ name: String, _ text: String) throws {
    switch name {
    case "case": _ = try CaseFile(YAMLValue.parse(text, file: "case.yaml"))
    case "customer":
      let holidays = try String(
        contentsOf: Repository.fixtures.appending(path: "customers/holidays.ics"), encoding: .utf8)
      _ = try CustomerFile(YAMLValue.parse(text, file: "customer.yaml")) { _ in holidays }
    case "waivers": _ = try Waivers(YAMLValue.parse(text, file: "waivers.yaml"), policy: Policy.builtIn())
    case "rules": _ = try Pack(text, file: "rules.yaml")
    default:
      let folder = try TemporaryFolder()
      _ = try ConfigFile(folder.write("config.yaml", text: text))
    }
  }

  static func problem(_ name: String, _ value: Any) throws -> Problem? {
    let text = String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
    do {
      try read(name, text)
      return nil
    } catch let problem as Problem { return problem }
  }

  static let names = ["case", "customer", "waivers", "config", "rules"]
  /// A key that is near no other.
  static let probe = "qqqqqqqqqqqqqqqqqqqqqqqq"

  @Test(arguments: names)
  func theKeysAreThoseOfTheReader(name: String) throws {
    let schema = try JSONSchema(SchemaShapeTests.text(name)).root
    var objects = 0
    for site in sites(schema) {
      guard let properties = site.schema["properties"] as? [String: Any] else { continue }
      objects += 1
      let found = try #require(
        try Self.problem(name, site.document([Self.probe: 1], name)), "\(site.path) takes any key")
      let known = try #require(found.mend?.split(separator: ": ").last, "\(site.path): \(found)")
      #expect(Set(known.components(separatedBy: ", ")) == Set(properties.keys), "\(site.path)")
    }
    #expect(objects == ["case": 8, "customer": 11, "waivers": 2, "config": 1, "rules": 5][name])
  }

  @Test(arguments: names)
  func theWordsAreThoseOfTheReader(name: String) throws {
    let schema = try JSONSchema(SchemaShapeTests.text(name)).root
    var lists = 0
    for site in sites(schema) {
      guard let words = site.schema["enum"] as? [Any] else { continue }
      lists += 1
      let found = try #require(try Self.problem(name, site.document("qqqqqqqqqqqqqqqqqqqqqqqq", name)), "\(site.path)")
      let known = try #require(found.reason.components(separatedBy: "must be one of: ").last)
      #expect(Set(known.components(separatedBy: ", ")) == Set(words.compactMap { $0 as? String }), "\(site.path)")
    }
    #expect(lists == ["case": 3, "customer": 3, "waivers": 0, "config": 0, "rules": 4][name])
  }

  @Test func theWordsOfTheGuideAreThoseOfThePolicy() throws {
    let policy = try Policy.builtIn()
    for (name, section, key, words) in [
      ("case", "case", "severity", policy.severityNames),
      ("customer", "customer", "service_level", policy.serviceLevelNames),
    ] {
      let root = try JSONSchema(SchemaShapeTests.text(name)).root
      let object = (root["properties"] as? [String: [String: Any]])?[section]
      let property = (object?["properties"] as? [String: [String: Any]])?[key]
      #expect((property?["anyOf"] as? [[String: Any]])?.first?["enum"] as? [String] == words)
    }
  }

  /// A place of a schema, and the way to it from the root.
  private struct Site {
    let path: [String]
    let schema: [String: Any]
    /// The schemas of the objects on the way.
    let parents: [[String: Any]]

    /// A document that has `value` there, and on the way to it all that must be there.
    func document(_ value: Any, _ name: String) -> Any {
      var result = value
      for (step, parent) in zip(path, parents).reversed() {
        if step == "[]" {
          result = [result]
          continue
        }
        var object: [String: Any] = [:]
        let properties = parent["properties"] as? [String: [String: Any]] ?? [:]
        for key in parent["required"] as? [String] ?? [] {
          object[key] = (properties[key]?["examples"] as? [Any])?.first ?? ["mon": ["09:00-17:00"]]
        }
        // A rule needs one of two keys, which draft-07 could say, but no editor would explain.
        if name == "rules", properties["keys"] != nil, step != "pattern", step != "keys" {
          object[step == "bare" ? "keys" : "pattern"] = step == "bare" ? ["badge"] as Any : "badge"
          object["category"] = "account"
        }
        object[step] = result
        result = object
      }
      return result
    }
  }

  private func sites(_ schema: [String: Any], _ path: [String] = [], _ parents: [[String: Any]] = []) -> [Site] {
    var result = [Site(path: path, schema: schema, parents: parents)]
    for (name, inner) in schema["properties"] as? [String: [String: Any]] ?? [:] {
      result += sites(inner, path + [name], parents + [schema])
    }
    if let items = schema["items"] as? [String: Any] { result += sites(items, path + ["[]"], parents + [schema]) }
    return result
  }
}
