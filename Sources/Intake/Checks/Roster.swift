internal import Foundation

/// Who can be reached when: the hours of several contacts laid over each other.
struct Roster: Sendable {
  private let hours: [Openings]

  init(_ contacts: [Contact]) {
    hours = contacts.compactMap(\.availability.value).map { Openings($0.weekly, $0.timeZone) }
  }

  /// The stretches of `range` in which nobody is there.
  func gaps(in range: Range<Date>) -> [Range<Date>] {
    let covered = hours.flatMap { $0.stretches(in: range) }.sorted { $0.lowerBound < $1.lowerBound }
    var gaps: [Range<Date>] = []
    var reached = range.lowerBound
    for stretch in covered {
      if stretch.lowerBound > reached { gaps.append(reached..<stretch.lowerBound) }
      reached = max(reached, stretch.upperBound)
    }
    if reached < range.upperBound { gaps.append(reached..<range.upperBound) }
    return gaps
  }

  /// Such as `Sat 2026-11-28 22:00 to Sun 2026-11-29 06:00 (America/New_York)`.
  static func describe(_ gaps: [Range<Date>], _ zone: TimeZone) -> String {
    let shown = gaps.prefix(4).map { "\(moment($0.lowerBound, zone)) to \(moment($0.upperBound, zone))" }
    let more = gaps.count > shown.count ? " and \(gaps.count - shown.count) more" : ""
    return shown.joined(separator: ", ") + more + " (\(zone.identifier == "GMT" ? "UTC" : zone.identifier))"
  }

  private static func moment(_ date: Date, _ zone: TimeZone) -> String {
    let wall = WallTime(date, zone)
    let day = WeeklyHours.days[wall.date.weekday].capitalized
    return "\(day) \(wall.date) \(padded(wall.minute / 60, 2)):\(padded(wall.minute % 60, 2))"
  }
}
