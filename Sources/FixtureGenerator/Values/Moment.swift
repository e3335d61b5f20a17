/// A point in time, and the ways logs print it.
package struct Moment: Sendable {
  private(set) var milliseconds: Int

  /// When the invented day begins: 2026-03-02 08:00:00 UTC.
  package static let origin = Moment(milliseconds: 1_772_438_400_000)

  package static func + (moment: Moment, milliseconds: Int) -> Moment {
    Moment(milliseconds: moment.milliseconds + milliseconds)
  }

  /// Moves on, and returns the new time.
  package mutating func tick(_ milliseconds: Int) -> Moment {
    self.milliseconds += milliseconds
    return self
  }

  package enum Style: Sendable {
    /// `08:15:04.120`.
    case clock
    /// `08:15:04.1204`, with a fourth decimal.
    case fineClock
    /// `2026-03-02 08:15:04.120`.
    case spaced
    /// `2026-03-02 08:15:04,120`.
    case comma
    /// `2026-03-02T08:15:04.120`.
    case iso
    /// `02/Mar/2026:08:15:04 +0000`.
    case access
    /// `20260302_081504_120`.
    case fileName
    /// `2026-03-02`.
    case day
    /// Seconds since 1970.
    case epoch
    /// Milliseconds since 1970.
    case epochMilliseconds
  }

  fileprivate var date: (year: Int, month: Int, day: Int) {
    // Howard Hinnant's civil_from_days, for days after 1970.
    let shifted = milliseconds / 86_400_000 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

extension Text {
  package mutating func append(_ moment: Moment, _ style: Moment.Style) {
    switch style {
    case .clock: append(clockOf: moment, ":", ".")
    case .fineClock:
      append(clockOf: moment, ":", ".")
      append(moment.milliseconds * 7 % 10, width: 1)
    case .spaced: append(dateOf: moment, "-", " ", ":", ".")
    case .comma: append(dateOf: moment, "-", " ", ":", ",")
    case .iso: append(dateOf: moment, "-", "T", ":", ".")
    case .fileName: append(dateOf: moment, "", "_", "", "_")
    case .day: append(dateOf: moment, "-")
    case .epoch: append(moment.milliseconds / 1000, width: 1)
    case .epochMilliseconds: append(moment.milliseconds, width: 1)
    case .access:
      let date = moment.date
      append(date.day, width: 2)
      appendLiteral("/\(Words.months[date.month - 1])/")
      append(date.year, width: 4)
      appendLiteral(":")
      append(clockOf: moment, ":", nil)
      appendLiteral(" +0000")
    }
  }

  private mutating func append(dateOf moment: Moment, _ dash: String) {
    let date = moment.date
    append(date.year, width: 4)
    appendLiteral(dash)
    append(date.month, width: 2)
    appendLiteral(dash)
    append(date.day, width: 2)
  }

  private mutating func append(
    dateOf moment: Moment, _ dash: String, _ gap: String, _ colon: String, _ point: String
  ) {
    append(dateOf: moment, dash)
    appendLiteral(gap)
    append(clockOf: moment, colon, point)
  }

  private mutating func append(clockOf moment: Moment, _ colon: String, _ point: String?) {
    let seconds = moment.milliseconds / 1000
    append(seconds / 3600 % 24, width: 2)
    appendLiteral(colon)
    append(seconds / 60 % 60, width: 2)
    appendLiteral(colon)
    append(seconds % 60, width: 2)
    guard let point else { return }
    appendLiteral(point)
    append(moment.milliseconds % 1000, width: 3)
  }
}
