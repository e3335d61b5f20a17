import Foundation
import Model
import StrictYAML
import TestSupport
import Testing

internal import Intake

/// Targets in business time against an oracle that shares nothing with them: another language, another zone database,
/// another way to count.
@Suite struct ZoneInfoTests {
  static let zones = [
    "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo", "America/Santiago",
    "Pacific/Auckland", "UTC",
  ]
  static let hasPython =
    (try? Program.shell("python3 -c 'import zoneinfo; zoneinfo.ZoneInfo(\"Africa/Cairo\")'").status) == 0

  private struct Question: Encodable {
    let zone: String
    let weekly: [[[Int]]]
    let closed: [String]
    let start: Int
    var minutes: Int?
    var days: Int?
    var policy: String?
  }

  @Test(.enabled(if: hasPython, "python3 with zoneinfo is the oracle"))
  func sevenHundredQuestionsGetTheSameAnswers() throws {
    var random = SeededGenerator(20_261_125)
    var questions: [Question] = []
    var answers: [Int] = []
    for round in 0..<700 {
      let name = Self.zones[round % Self.zones.count]
      let zone = try #require(TimeZone(identifier: name))
      // Two of three begin within three days of a change of the clocks, before or after it.
      let base = Date(timeIntervalSince1970: Double(Int.random(in: 28_400_000...29_900_000, using: &random) * 60))
      let change = round % 3 == 0 ? nil : zone.nextDaylightSavingTimeTransition(after: base)
      let start = (change ?? base).addingTimeInterval(Double(Int.random(in: -4_320...4_320, using: &random) * 60))
      let weekly = randomWeek(&random)
      let first = WallTime(start, zone).date
      let closed = Set(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          first.adding(days: Int.random(in: 0...12, using: &random))
        })
      var question = Question(
        zone: name, weekly: weekly, closed: closed.map(\.description).sorted(), start: Int(start.timeIntervalSince1970))
      let openings = Openings(
        WeeklyHours(weekly.map { day in day.compactMap { WeeklyHours.Frame(clock($0[0]) + "-" + clock($0[1])) } }), zone
      ) { closed.contains($0) }
      let policy: BusinessTime.DayPolicy = round % 4 < 2 ? .sameTime : .endOfDay
      let time = BusinessTime(openings: openings, policy: policy)
      let due: Date?
      if round % 2 == 0 {
        question.minutes = Int.random(in: 1...1_500, using: &random)
        due = time.adding(seconds: (question.minutes ?? 0) * 60, to: start)
      } else {
        question.days = Int.random(in: 1...10, using: &random)
        question.policy = policy.rawValue
        due = time.adding(days: question.days ?? 0, to: start)
      }
      questions.append(question)
      answers.append(Int(try #require(due).timeIntervalSince1970))
    }
    let folder = try TemporaryFolder()
    try folder.write("questions.json", Array(try JSONEncoder().encode(questions)))
    let script = Repository.root.appending(path: "Tests/IntakeTests/business_time_oracle.py").path(
      percentEncoded: false)
    let result = try Program.shell("python3 '\(script)' < questions.json", in: folder.url)
    let expected = try JSONDecoder().decode([Int].self, from: Data(result.output))
    try #require(expected.count == answers.count, "\(result.errors)")
    for (index, question) in questions.enumerated() where answers[index] != expected[index] {
      Issue.record("\(question): \(answers[index]), and by the oracle \(expected[index])")
    }
  }

  /// Frames at minutes that are no quarters, lunch breaks, days up to midnight, nights, and closed days.
  private func randomWeek(_ random: inout SeededGenerator) -> [[[Int]]] {
    let isNight = Int.random(in: 0..<4, using: &random) == 0
    var week = (0..<7).map { day -> [[Int]] in
      if Int.random(in: 0..<4, using: &random) == 0 { return [] }
      // A shift over midnight is a frame up to 24:00 and one from 00:00.
      if isNight { return [[0, 6 * 60 + day], [22 * 60 - day, 1_440]] }
      var marks = Set(
        (0..<Int.random(in: 1...3, using: &random) * 2).map { _ in Int.random(in: 0...288, using: &random) * 5 }
      )
      .sorted()
      if marks.count % 2 == 1 { marks.removeLast() }
      return stride(from: 0, to: marks.count, by: 2).map { [marks[$0], marks[$0 + 1]] }
    }
    if week.allSatisfy(\.isEmpty) { week[2] = [[540, 1_020]] }
    return week
  }

  private func clock(_ minute: Int) -> String { padded(minute / 60, 2) + ":" + padded(minute % 60, 2) }
}
