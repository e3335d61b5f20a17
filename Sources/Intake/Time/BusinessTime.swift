package import Foundation

/// Arithmetic with business hours and business days.
///
/// Searches end after `horizon` days, so that no calendar can keep them busy for ever.
package struct BusinessTime {
  /// What `n business days` means; the guide leaves it open.
  package enum DayPolicy: String, Sendable, CaseIterable {
    /// The same time of day on the n-th business day after the start.
    case sameTime = "same-time"
    /// The close of the n-th business day after the start.
    case endOfDay = "end-of-day"
  }

  package static let horizon = 800

  package let openings: Openings
  package let policy: DayPolicy

  package init(openings: Openings, policy: DayPolicy) {
    self.openings = openings
    self.policy = policy
  }

  /// `instant` itself when it is in business time, else the next opening.
  package func start(_ instant: Date) -> Date? {
    first(from: instant) { stretch in stretch.upperBound > instant ? max(stretch.lowerBound, instant) : nil }
  }

  /// The instant at which `seconds` of business time have gone by; a time at closing is due then, not next morning.
  package func adding(seconds: Int, to instant: Date) -> Date? {
    var left = Double(seconds)
    return first(from: instant) { stretch in
      guard stretch.upperBound > instant else { return nil }
      let start = max(stretch.lowerBound, instant)
      let length = stretch.upperBound.timeIntervalSince(start)
      if left <= length { return start.addingTimeInterval(left) }
      left -= length
      return nil
    }
  }

  /// The end of `days` business days after the start, by the policy.
  package func adding(days: Int, to instant: Date) -> Date? {
    guard let start = start(instant) else { return nil }
    let wall = WallTime(start, openings.zone)
    var left = days
    for offset in 1...Self.horizon {
      let date = wall.date.adding(days: offset)
      let stretches = openings.stretches(on: date)
      guard let close = stretches.last?.upperBound else { continue }
      left -= 1
      guard left == 0 else { continue }
      guard policy == .sameTime else { return close }
      let same = openings.zone.instant(date, minute: wall.minute).addingTimeInterval(Double(wall.second))
      // A shorter day, or a break at that time: the next moment somebody works, at the latest the close.
      return stretches.first { $0.upperBound > same }.map { max($0.lowerBound, same) } ?? close
    }
    return nil
  }

  private func first(from instant: Date, _ pick: (Range<Date>) -> Date?) -> Date? {
    // The day before too: with hours up to 24:00, clocks going back can leave its end after midnight.
    let date = WallTime(instant, openings.zone).date
    for offset in -1...Self.horizon {
      for stretch in openings.stretches(on: date.adding(days: offset)) {
        if let found = pick(stretch) { return found }
      }
    }
    return nil
  }
}
