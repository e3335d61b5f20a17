internal import Foundation
internal import Model

/// SARIF 2.1.0 (OASIS standard, 27 March 2020), one result after the other; the rules come last, when they are known.
final class SARIFWriter: AlertWriter {
  private let version: String
  private let write: ReportSink
  private var rules: [Rule] = []
  private var indexes: [String: Int] = [:]
  private var count = 0
  /// Whether everything could be looked at.
  private var isComplete = true

  /// - Parameter suite: names the run, such as `casegate scan`.
  init(_ suite: String, version: String, _ write: @escaping ReportSink) throws(Problem) {
    self.version = version
    self.write = write
    try write(
      """
      {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{\
      "automationDetails":{"id":"\(suite.replacing(" ", with: "/"))/"},"results":[
      """)
  }

  func add(_ alert: Alert) throws(Problem) {
    let index = indexes[alert.rule] ?? rules.count
    if index == rules.count {
      indexes[alert.rule] = index
      rules.append(Rule(id: alert.rule, shortDescription: Text(text: alert.title)))
    }
    let location = alert.file.map { file in
      Location(
        physicalLocation: PhysicalLocation(
          artifactLocation: ArtifactLocation(uri: Self.uri(file)), region: alert.line.map { Region(startLine: $0) }))
    }
    let result = Result(
      ruleId: alert.rule, ruleIndex: index, level: alert.level.rawValue, message: Text(text: alert.message),
      locations: location.map { [$0] } ?? [], partialFingerprints: ["casegate/v1": alert.fingerprint],
      // Where one result has them, all have (section 3.27.23); an empty list says that this one counts.
      suppressions: alert.waiver.map { [Suppression(kind: "external", justification: $0)] } ?? [])
    isComplete = isComplete && !alert.isUnscanned
    try write((count == 0 ? "\n" : ",\n") + (try JSONReport.line(result)))
    count += 1
  }

  func finish(_ cases: [AlertCase]) throws(Problem) {
    let driver = Driver(name: "casegate", semanticVersion: version, rules: rules)
    let skipped = cases.filter { $0.skipped != nil }.map { Text(text: "\($0.name): \($0.skipped ?? "")") }
    let invocation = Invocation(
      executionSuccessful: isComplete,
      toolExecutionNotifications: skipped.isEmpty ? nil : skipped.map { Notification(message: $0, level: "note") })
    try write(
      "],\n\"tool\":{\"driver\":\(try JSONReport.line(driver))},\n\"invocations\":[\(try JSONReport.line(invocation))]}]}\n"
    )
  }

  /// A relative reference (RFC 3986 section 4.2), as section 3.4.3 of the standard asks for.
  private static func uri(_ path: String) -> String {
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "-._~/!")
    return path.addingPercentEncoding(
      withAllowedCharacters: allowed.intersection(CharacterSet(charactersIn: "\u{00}"..."\u{7F}")))
      ?? "unreadable"
  }

  // MARK: The parts of the standard that are used, under its names.

  private struct Text: Encodable { let text: String }

  private struct Rule: Encodable {
    let id: String
    let shortDescription: Text
  }

  private struct Driver: Encodable {
    let name: String
    let semanticVersion: String
    let rules: [Rule]
  }

  private struct Region: Encodable { let startLine: Int }
  private struct ArtifactLocation: Encodable { let uri: String }

  private struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    let region: Region?
  }

  private struct Location: Encodable { let physicalLocation: PhysicalLocation }

  private struct Suppression: Encodable {
    let kind: String
    let justification: String
  }

  private struct Notification: Encodable {
    let message: Text
    let level: String
  }

  private struct Invocation: Encodable {
    let executionSuccessful: Bool
    let toolExecutionNotifications: [Notification]?
  }

  private struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Text
    let locations: [Location]
    let partialFingerprints: [String: String]
    let suppressions: [Suppression]
  }
}
