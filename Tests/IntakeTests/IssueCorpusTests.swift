import Foundation
import Intake
import Model
import StrictYAML
import TestSupport
import Testing

/// The search for several issues on texts that were labelled by hand.
///
/// False alarms on one-issue texts cost more than misses: the check asks, and whoever is asked in vain stops reading.
@Suite struct IssueCorpusTests {
  private struct Sample {
    let subject: String
    let text: String
    let isSeveral: Bool
    let isHard: Bool
  }

  private func samples() throws -> [Sample] {
    let root = try YAMLValue.parse(text("cases/issue-corpus.yaml"), file: "issue-corpus.yaml")
    return try root.map(["texts"]).required("texts").list().map { item in
      let map = try item.map(["several", "hard", "subject", "text"])
      return Sample(
        subject: try map.required("subject").string(), text: try map.required("text").string(),
        isSeveral: try map.required("several").bool(), isHard: try map["hard"]?.bool() ?? false)
    }
  }

  @Test func theConfusionMatrixIsAsRecorded() throws {
    let samples = try samples()
    let customer = try customer("good.yaml")
    var lines: [String] = []
    var asked: [(sample: Sample, level: Level?)] = []
    for sample in samples {
      let quoted = try [sample.subject, sample.text].map { text in
        String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
      }
      let file = try caseFile(text: "{\"case\": {\"subject\": \(quoted[0]), \"description\": \(quoted[1])}}")
      let level = try check(file, customer).levels("DC-7").first
      asked.append((sample, level))
      if sample.isSeveral != (level != nil) {
        lines.append("\(sample.isSeveral ? "missed" : "false alarm"): \(sample.subject)")
      }
    }
    let several = asked.filter { $0.sample.isSeveral }
    let one = asked.filter { !$0.sample.isSeveral }
    let hard = one.filter { $0.sample.isHard }
    let alarms = one.filter { $0.level != nil }.count
    lines.insert(
      "several: \(several.filter { $0.level != nil }.count) of \(several.count) seen, "
        + "\(several.filter { $0.level == .error }.count) as error", at: 0)
    lines.insert(
      "one: \(alarms) of \(one.count) false alarms, \(hard.filter { $0.level != nil }.count) of \(hard.count) hard",
      at: 1)
    #expect(Double(alarms) <= 0.05 * Double(one.count))
    #expect(!one.contains { $0.level == .error })
    try expectSnapshot(lines.joined(separator: "\n") + "\n", "intake/issue-corpus.txt")
  }
}
