internal import Foundation

/// When the customer works: zone, weekly hours, holidays.
public struct BusinessCalendar: Sendable {
  /// The `calendar` mapping.
  public let place: Place
  /// The weekly hours.
  public let weekly: Field<WeeklyHours>
  /// Single days that are closed.
  public let holidays: Field<Set<CivilDate>>
  let timeZone: Field<TimeZone>
  let businessDay: Field<BusinessTime.DayPolicy>
  let holidayFile: Field<HolidayFile>

  /// The zone in which dates of the customer are meant; UTC when the file names none.
  var zone: TimeZone { timeZone.value ?? .gmt }

  /// Whether the file says anything about holidays.
  var knowsHolidays: Bool { holidays.value != nil || holidayFile.value != nil }

  /// Whether a holiday of `year` is known; a calendar that ends makes later due times too early.
  func knowsHolidays(of year: Int) -> Bool {
    let listed = holidays.value?.contains { $0.components.year == year } ?? false
    let filed = holidayFile.value.map { file in
      file.days.contains { $0.components.year == year }
        || file.yearly.contains { rule in
          let start = rule.first.components
          return CivilDate(year: year, month: start.month, day: start.day).map(rule.contains) ?? false
        }
    }
    return listed || filed ?? false
  }

  /// The open hours in absolute time; nil when zone or hours are missing.
  var openings: Openings? {
    guard let zone = timeZone.value, let hours = weekly.value else { return nil }
    let (days, file) = (holidays.value ?? [], holidayFile.value)
    return Openings(hours, zone) { days.contains($0) || file?.contains($0) == true }
  }
}
