internal import Model

/// A small reader for holiday calendars (RFC 5545): all-day events, once or every year.
///
/// Whatever it does not understand is a problem, never skipped: a holiday lost in silence makes a due time wrong.
struct HolidayFile: Sendable {
  /// Days that occur once.
  private(set) var days: Set<CivilDate> = []
  /// Days that recur every year.
  private(set) var yearly: [Yearly] = []

  /// A yearly day: from `first` on, every `interval` years, up to `last` where there is one.
  struct Yearly: Sendable {
    let first: CivilDate
    let interval: Int
    let last: CivilDate?
    let except: Set<CivilDate>

    func contains(_ date: CivilDate) -> Bool {
      let (year, month, day) = date.components
      let start = first.components
      return month == start.month && day == start.day && year >= start.year
        && (year - start.year) % interval == 0 && last.map { date <= $0 } != false && !except.contains(date)
    }
  }

  /// Whether `date` is a holiday.
  func contains(_ date: CivilDate) -> Bool { days.contains(date) || yearly.contains { $0.contains(date) } }

  /// Reads `text`; `file` is for problems.
  init(_ text: String, file: String) throws(Problem) {
    var event: HolidayEvent?
    for (line, content) in Self.unfold(text) {
      let property = HolidayProperty(content, file: file, line: line)
      switch (property.name, property.value.uppercased()) {
      case ("BEGIN", "VEVENT"): event = HolidayEvent()
      case ("END", "VEVENT"):
        if let event { try add(event, at: property) }
        event = nil
      default: try event?.read(property)
      }
    }
    if event != nil { throw Problem(.invalidFile, file, "ends in the middle of an event") }
    guard !days.isEmpty || !yearly.isEmpty else { throw Problem(.invalidFile, file, "holds no holiday") }
  }

  private mutating func add(_ event: HolidayEvent, at property: HolidayProperty) throws(Problem) {
    guard !event.isCancelled else { return }
    guard let first = event.first else { throw property.problem("an event without DTSTART") }
    let end = event.end ?? first.adding(days: 1)
    guard end > first, end.dayNumber - first.dayNumber <= 366 else { throw property.problem("an event of odd length") }
    for offset in 0..<(end.dayNumber - first.dayNumber) {
      let day = first.adding(days: offset)
      if let rule = event.rule {
        yearly.append(Yearly(first: day, interval: rule.interval, last: rule.last(from: day), except: event.except))
      } else if !event.except.contains(day) {
        days.insert(day)
      }
    }
  }

  /// The content lines with their numbers; a line that begins with a space continues the one before.
  private static func unfold(_ text: String) -> [(Int, String)] {
    var lines: [(Int, String)] = []
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if let first = raw.first, first == " " || first == "\t", !lines.isEmpty {
        lines[lines.count - 1].1 += raw.dropFirst()
      } else if !raw.isEmpty {
        lines.append((index + 1, String(raw)))
      }
    }
    return lines
  }
}
