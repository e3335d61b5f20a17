package import Foundation

/// What a clock on the wall shows in a zone: a date, the minute of the day, and the second.
package struct WallTime: Equatable {
  package let date: CivilDate
  package let minute: Int
  package let second: Int

  package init(_ instant: Date, _ zone: TimeZone) {
    // A date that a file can name lies within four digits of year, far from the limits of Int.
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: instant)
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    date = CivilDate(dayNumber: day)
    minute = (seconds - day * 86_400) / 60
    second = (seconds - day * 86_400) % 60
  }
}

extension TimeZone {
  /// The instant at which the clocks of the zone show `minute` of `date`; 1440 is midnight at the end of the day.
  ///
  /// A time that is skipped when clocks go forward moves on by the gap (02:30 becomes 03:30); of a time that occurs
  /// twice when clocks go back, the first is meant.
  package func instant(_ date: CivilDate, minute: Int) -> Date {
    let wall = date.dayNumber * 86_400 + minute * 60
    let before = secondsFromGMT(for: Date(timeIntervalSince1970: Double(wall - 86_400)))
    let after = secondsFromGMT(for: Date(timeIntervalSince1970: Double(wall + 86_400)))
    let candidates = [before, after].map { ($0, Date(timeIntervalSince1970: Double(wall - $0))) }
    let valid = candidates.filter { secondsFromGMT(for: $0.1) == $0.0 }.map(\.1)
    return valid.min() ?? candidates[0].1
  }

  /// Whether the zone has the day at all: Samoa left out 2011-12-30 when it crossed the date line.
  package func has(_ date: CivilDate) -> Bool {
    WallTime(instant(date, minute: 720), self).date == date
  }
}
