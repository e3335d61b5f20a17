import Foundation
import Intake
import Model
import QualityBench
import TestSupport
import Testing

/// The search for several issues on texts that were labelled by hand.
///
/// False alarms on texts with one issue cost more than misses: the check asks, and whoever is asked in vain stops reading.
@Suite struct IssueMatrixTests {
  private let folder = Repository.fixtures.appending(path: "issues").path(percentEncoded: false)

  @Test func theMatrixIsAsRecordedAndMeetsItsBars() throws {
    let matrix = try IssueMatrix(LabelledCases.all(in: folder), policy: Policy.builtIn())
    #expect(matrix.passes)
    try expectSnapshot(matrix.text, "intake/one-issue.txt")
  }

  @Test func theBarsCanFail() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(
      "turned.yaml",
      text: """
        tuned_on: false
        texts:
          - {several: false, hard: true, subject: Three separate problems, text: "Problem 1: crash\\nProblem 2: hang"}
          - {several: true, subject: Calls drop, text: Calls drop.}
        """)
    let matrix = try IssueMatrix(LabelledCases.all(in: scratch.url.path(percentEncoded: false)), policy: .builtIn())
    #expect(!matrix.passes && matrix.text.split(separator: "\n").count { $0.hasSuffix("MISSED") } == 3)
  }
}
