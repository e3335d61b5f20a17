import Foundation
import Model
import TestSupport
import Testing

/// What a reader takes, its schema takes; what a schema forbids by its keys, the reader refuses.
@Suite struct FixtureAgreementTests {
  /// The committed files by the name of their schema.
  static func files(_ name: String) throws -> [URL] {
    let folders = [
      "case": ["Fixtures/cases", "Rules/starters/case.yaml"],
      "customer": ["Fixtures/customers", "Rules/starters/customer.yaml"], "waivers": ["Fixtures/cases/waivers.yaml"],
      "rules": ["Rules/pii", "Rules/secrets", "Rules/notations"],
    ]
    return try (folders[name] ?? []).flatMap { place -> [URL] in
      let url = Repository.root.appending(path: place)
      if place.hasSuffix(".yaml") { return [url] }
      return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil).filter {
        ["yaml", "json"].contains($0.pathExtension) && $0.lastPathComponent != "waivers.yaml"
      }
    }
  }

  @Test(arguments: ["case", "customer", "waivers", "rules"])
  func whatTheReaderTakesTheSchemaTakes(name: String) throws {
    let schema = try JSONSchema(SchemaShapeTests.text(name))
    var taken = 0
    for file in try Self.files(name) {
      let text = try String(contentsOf: file, encoding: .utf8)
      let errors = schema.errors(try yamlValue(text))
      do {
        try ReaderAgreementTests.read(name, text)
        taken += 1
        #expect(errors.isEmpty, "\(file.lastPathComponent): \(errors)")
      } catch let problem as Problem {
        if problem.reason.contains("unknown key") { #expect(!errors.isEmpty, "\(file.lastPathComponent)") }
      }
    }
    #expect(taken >= (name == "waivers" ? 1 : 6))
  }

  /// Files damaged at random: the direction that would annoy people, an editor that complains where casegate does not.
  @Test(arguments: ["case", "customer"])
  func damagedFilesToo(name: String) throws {
    let schema = try JSONSchema(SchemaShapeTests.text(name))
    let texts = try Self.files(name).map { Array(try String(contentsOf: $0, encoding: .utf8)) }
    let marks = Array("0123456789:-[]{},\"'#|\n TZ+x")
    var taken = 0
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
    for round in 0..<1_500 {
      var text = texts[round % texts.count]
      for _ in 0...next(3) {
        let at = next(text.count)
        switch next(3) {
        case 0: text.remove(at: at)
        case 1: text[at] = marks[next(marks.count)]
        default: text.insert(marks[next(marks.count)], at: at)
        }
      }
      let damaged = String(text)
      guard (try? ReaderAgreementTests.read(name, damaged)) != nil else { continue }
      taken += 1
      let errors = schema.errors(try yamlValue(damaged))
      #expect(errors.isEmpty, "\(errors)")
    }
    #expect(taken > 200)
  }
}
