import Foundation
import Model
import StrictYAML
import Testing

internal import Intake

/// Business time against an oracle that steps through the minutes and asks Foundation's calendar when frames begin.
@Suite struct BusinessTimeTests {
  static let zones = [
    "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo", "America/St_Johns",
    "Pacific/Apia", "America/Santiago", "Asia/Tehran", "UTC",
  ]

  @Test func randomCalendarsAgreeWithTheOracle() throws {
    var random = SeededGenerator(1)
    for round in 0..<150 {
      let name = Self.zones[round % Self.zones.count]
      let zone = try #require(TimeZone(identifier: name))
      let hours = try randomHours(&random)
      // Most rounds begin close to a change of the clocks, the rest anywhere in some years.
      let base = Date(timeIntervalSince1970: Double.random(in: 1_700_000_000...1_900_000_000, using: &random).rounded())
      let change = round % 3 == 0 ? nil : zone.nextDaylightSavingTimeTransition(after: base)
      let start = (change ?? base).addingTimeInterval(Double(Int.random(in: -4_000...600, using: &random) * 60))
      let minute = Date(timeIntervalSince1970: (start.timeIntervalSince1970 / 60).rounded() * 60)
      let first = WallTime(minute, zone).date
      let closed = Set((0..<3).map { _ in first.adding(days: Int.random(in: 0...9, using: &random)) })
      let business = BusinessTime(openings: Openings(hours, zone) { closed.contains($0) }, policy: .sameTime)
      let wanted = Int.random(in: 1...1_200, using: &random)
      let oracle = Oracle(hours, zone, closed)
      #expect(
        business.adding(seconds: wanted * 60, to: minute) == oracle.adding(minutes: wanted, to: minute),
        "\(name) \(minute)")
      #expect(business.start(minute) == oracle.next(minute), "\(name) \(minute)")
    }
  }

  @Test func daysEndInBusinessTimeOnABusinessDay() throws {
    var random = SeededGenerator(2)
    for round in 0..<200 {
      let zone = try #require(TimeZone(identifier: Self.zones[round % Self.zones.count]))
      let openings = Openings(try randomHours(&random), zone)
      let start = Date(
        timeIntervalSince1970: Double.random(in: 1_700_000_000...1_900_000_000, using: &random).rounded())
      let days = Int.random(in: 1...10, using: &random)
      let same = try #require(BusinessTime(openings: openings, policy: .sameTime).adding(days: days, to: start))
      let close = try #require(BusinessTime(openings: openings, policy: .endOfDay).adding(days: days, to: start))
      #expect(same > start && same <= close)
      let opening = try #require(BusinessTime(openings: openings, policy: .sameTime).start(start))
      let from = WallTime(opening, zone).date.adding(days: 1)
      // As many business days lie after the day of the start, up to the day of the end.
      let end = WallTime(close.addingTimeInterval(-1), zone).date
      let between = (0..<60).map { from.adding(days: $0) }.filter { $0 <= end && !openings.stretches(on: $0).isEmpty }
      #expect(between.count == days)
    }
  }

  @Test func clocksThatChange() throws {
    let zone = try #require(TimeZone(identifier: "America/New_York"))
    let spring = try #require(CivilDate("2026-03-08"))
    let autumn = try #require(CivilDate("2026-11-01"))
    #expect(Timestamp.format(zone.instant(spring, minute: 150), zone) == "2026-03-08T03:30:00-04:00")
    #expect(Timestamp.format(zone.instant(autumn, minute: 90), zone) == "2026-11-01T01:30:00-04:00")
    let apia = try #require(TimeZone(identifier: "Pacific/Apia"))
    #expect(try !apia.has(#require(CivilDate("2011-12-30"))))
    #expect(try apia.has(#require(CivilDate("2011-12-31"))))
  }

  private func randomHours(_ random: inout SeededGenerator) throws -> WeeklyHours {
    var days: [String] = []
    for day in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] where Int.random(in: 0..<4, using: &random) > 0 {
      var marks = Set((0..<4).map { _ in Int.random(in: 0...96, using: &random) * 15 }).sorted()
      if marks.count % 2 == 1 { marks.removeLast() }
      let frames = stride(from: 0, to: marks.count, by: 2).map { "'\(clock(marks[$0]))-\(clock(marks[$0 + 1]))'" }
      days.append("\(day): [\(frames.joined(separator: ", "))]")
    }
    if days.isEmpty { days = ["wed: ['09:00-17:00']"] }
    return try WeeklyHours(YAMLValue.parse("{\(days.joined(separator: ", "))}", file: "hours.yaml"))
  }

  private func clock(_ minute: Int) -> String { padded(minute / 60, 2) + ":" + padded(minute % 60, 2) }
}

/// Counts open minutes one by one.
private struct Oracle {
  private let hours: WeeklyHours
  private let closed: Set<CivilDate>
  private let calendar: Calendar

  init(_ hours: WeeklyHours, _ zone: TimeZone, _ closed: Set<CivilDate>) {
    self.hours = hours
    self.closed = closed
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    self.calendar = calendar
  }

  func next(_ start: Date) -> Date? {
    minutes(from: start).first { $0.isOpen }?.date
  }

  func adding(minutes wanted: Int, to start: Date) -> Date? {
    var left = wanted
    for minute in minutes(from: start) where minute.isOpen {
      left -= 1
      if left == 0 { return minute.date.addingTimeInterval(60) }
    }
    return nil
  }

  private func minutes(from start: Date) -> some Sequence<(date: Date, isOpen: Bool)> {
    var frames: [Range<Date>] = []
    for offset in -2..<45 {
      guard let day = calendar.date(byAdding: .day, value: offset, to: start) else { continue }
      let parts = calendar.dateComponents([.year, .month, .day], from: day)
      guard let date = CivilDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0),
        !closed.contains(date)
      else { continue }
      for frame in hours.frames(on: date) {
        guard let open = instant(parts, frame.start), let close = instant(parts, frame.end), open < close else {
          continue
        }
        frames.append(open..<close)
      }
    }
    return (0..<(43 * 1_440)).lazy.map { step in
      let date = start.addingTimeInterval(Double(step) * 60)
      return (date, frames.contains { $0.contains(date) })
    }
  }

  private func instant(_ day: DateComponents, _ minute: Int) -> Date? {
    var parts = day
    if minute == 1_440 {
      guard let date = calendar.date(from: day), let next = calendar.date(byAdding: .day, value: 1, to: date) else {
        return nil
      }
      return calendar.startOfDay(for: next)
    }
    parts.hour = minute / 60
    parts.minute = minute % 60
    return calendar.date(from: parts)
  }
}
