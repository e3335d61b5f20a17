import Foundation
import Intake
import Model
import StrictYAML
import TestSupport
import Testing

@Suite struct LoadingTests {
  private func problem(_ body: () throws -> Void) -> Problem? {
    do {
      try body()
      return nil
    } catch { return error as? Problem }
  }

  @Test func unknownKeysAreSuggested() throws {
    let found = try #require(problem { _ = try caseFile("unknown-key.yaml") })
    #expect(found.code == .invalidFile && found.line == 3 && found.mend?.contains("severity") == true)
    let other = try #require(problem { _ = try customer("unknown-key.yaml") })
    #expect(other.line == 4 && other.mend?.contains("signed") == true)
  }

  @Test(arguments: [
    "case: {severity: [high]}", "case: {occurred_at: yesterday}", "case: {occurred_at: 2026-02-30T10:00:00Z}",
    "case: {occurred_at: 2026-02-20}", "case: {environment: moon}", "case: {products: {name: x}}",
    "case: {remote_session: maybe}", "case: []", "{}", "other: 1",
  ])
  func wrongCaseFilesAreProblems(_ yaml: String) {
    #expect(problem { _ = try caseFile(text: yaml) }?.code == .invalidFile)
  }

  @Test(arguments: [
    "calendar: {time_zone: EST}", "calendar: {time_zone: Europe/Berln}", "calendar: {weekly: {}}",
    "calendar: {weekly: {mon: []}}", "calendar: {weekly: {mon: ['22:00-06:00']}}",
    "calendar: {weekly: {mon: ['09:00-12:00', '11:00-13:00']}}", "calendar: {weekly: {mon: ['09:00-25:00']}}",
    "calendar: {weekly: {monday: ['09:00-17:00']}}", "calendar: {business_day: short}",
    "calendar: {holidays: [2026-13-01]}", "calendar: {holidays_ics: gone.ics}",
    "contract: {valid_from: 2026-02-01, valid_until: 2026-01-01}", "contract: {valid_from: 01.02.2026}",
    "contacts: [{status: asleep}]", "contacts: [{availability: {time_zone: Europe/Berlin}}]",
  ])
  func wrongCustomerFilesAreProblems(_ yaml: String) {
    #expect(problem { _ = try customer(text: "customer: {\(yaml)}") } != nil)
  }

  @Test func anEmptyWeekIsAProblem() {
    #expect(problem { _ = try customer("empty-week.yaml") }?.line == 5)
  }

  @Test func missingFilesAreProblems() {
    #expect(problem { _ = try caseFile("none.yaml") }?.code == .missingFile)
    #expect(problem { _ = try CaseFile.load(Repository.fixtures.path(percentEncoded: false)) }?.code == .wrongKind)
  }

  @Test func freeTextsKnowTheirLines() throws {
    let texts = try caseFile("good-high.yaml").freeTexts
    let lines = try text("cases/good-high.yaml").split(separator: "\n", omittingEmptySubsequences: false)
    for text in texts {
      let first = text.text.split(separator: "\n").first ?? ""
      #expect(lines[text.line - 1].contains(first), "\(text.field)")
    }
    #expect(
      texts.map(\.field) == [
        "case.subject", "case.description", "case.circumstances", "case.business_impact",
        "case.attestations.documentation_reviewed[0]", "case.attestations.documentation_reviewed[1]",
        "case.attachments[0].path", "case.products[0].name",
      ])
  }

  @Test(arguments: [
    ("2026-11-20T14:05:00+01:00", 1_795_179_900.0), ("2026-11-20T13:05Z", 1_795_179_900),
    ("2026-11-20t13:05:00.250z", 1_795_179_900.25), ("2026-11-20 08:35:00-04:30", 1_795_179_900),
  ])
  func timestampsAreRead(_ row: (text: String, seconds: Double)) {
    #expect(Timestamp.parse(row.text)?.timeIntervalSince1970 == row.seconds)
  }

  @Test(arguments: [
    "", "2026-11-20", "2026-11-20T14:05:00", "2026-11-20T24:05:00Z", "2026-11-20T14:05:00+0100", "２026-11-20T14:05:00Z",
    "2026-11-20T14:05:00.Z", "2026-11-20T14:05:00Zx", "2026-1-20T14:05:00Z",
  ])
  func wrongTimestampsAreRefused(_ text: String) { #expect(Timestamp.parse(text) == nil) }

  @Test func civilDatesAgreeWithFoundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    // Before 1582 Foundation has the Julian calendar.
    for day in stride(from: -140_000, to: 400_000, by: 97) {
      let date = CivilDate(dayNumber: day)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(day) * 86_400))
      #expect(date.components.year == parts.year && date.components.month == parts.month)
      #expect(date.components.day == parts.day && (date.weekday + 1) % 7 + 1 == parts.weekday)
      #expect(CivilDate(date.description) == date)
    }
  }
}
