internal import Foundation
internal import Model

/// Turns lengths of time into instants, in the calendar of a customer.
struct TargetClock: Sendable {
  let calendar: BusinessCalendar
  /// Nil when the clock has not started.
  let start: Date?
  let business: BusinessTime?

  init(_ calendar: BusinessCalendar, start: Date?) {
    self.calendar = calendar
    self.start = start
    business = calendar.openings.map { BusinessTime(openings: $0, policy: calendar.businessDay.value ?? .sameTime) }
  }

  func target(_ span: TargetSpan, _ percentage: Int? = nil) -> Target {
    Target(target: span.text, due: due(span).map(written), percentage: percentage)
  }

  /// When `span` is over; nil when the clock has not started, or no calendar tells.
  func due(_ span: TargetSpan) -> Date? {
    guard let start else { return nil }
    switch span.unit {
    // Elapsed time runs through nights, holidays and changes of the clocks.
    case .minutes: return start.addingTimeInterval(Double(span.amount) * 60)
    case .hours: return start.addingTimeInterval(Double(span.amount) * 3_600)
    case .businessHours: return business?.adding(seconds: span.amount * 3_600, to: start)
    case .businessDays: return business?.adding(days: span.amount, to: start)
    }
  }

  func written(_ date: Date) -> String { Timestamp.format(date, calendar.zone) }
}

extension TargetSpan {
  /// Whether a calendar is needed.
  var isBusiness: Bool { unit == .businessHours || unit == .businessDays }
}
