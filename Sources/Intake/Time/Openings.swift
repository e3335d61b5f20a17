package import Foundation

/// Weekly hours in a zone, less the days that are closed: what turns a calendar into stretches of absolute time.
package struct Openings {
  package let hours: WeeklyHours
  package let zone: TimeZone
  package let isClosed: @Sendable (CivilDate) -> Bool

  package init(
    _ hours: WeeklyHours, _ zone: TimeZone, isClosed: @escaping @Sendable (CivilDate) -> Bool = { _ in false }
  ) {
    self.hours = hours
    self.zone = zone
    self.isClosed = isClosed
  }

  /// The open stretches of `date`, in order and apart; none on a day that is closed or that the zone does not have.
  package func stretches(on date: CivilDate) -> [Range<Date>] {
    guard !isClosed(date), zone.has(date) else { return [] }
    var result: [Range<Date>] = []
    for frame in hours.frames(on: date) {
      let end = zone.instant(date, minute: frame.end)
      let start = max(zone.instant(date, minute: frame.start), result.last?.upperBound ?? .distantPast)
      // A frame inside the hour that clocks skip is empty.
      if start < end { result.append(start..<end) }
    }
    return result
  }

  /// The open stretches that `range` touches, cut to it.
  package func stretches(in range: Range<Date>) -> [Range<Date>] {
    var result: [Range<Date>] = []
    var date = WallTime(range.lowerBound, zone).date.adding(days: -1)
    let last = WallTime(range.upperBound, zone).date.adding(days: 1)
    while date <= last {
      for stretch in stretches(on: date) {
        let cut = stretch.clamped(to: range)
        if !cut.isEmpty { result.append(cut) }
      }
      date = date.adding(days: 1)
    }
    return result
  }
}
