internal import Model

/// One content line of a calendar file: name, parameters, value.
struct HolidayProperty {
  let name: String
  let parameters: [String]
  let value: String
  private let file: String
  private let line: Int

  init(_ content: String, file: String, line: Int) {
    let colon = content.firstIndex(of: ":") ?? content.endIndex
    let head = content[..<colon].split(separator: ";").map { $0.uppercased() }
    name = head.first ?? ""
    parameters = Array(head.dropFirst())
    value = String(content[colon...].dropFirst())
    self.file = file
    self.line = line
  }

  func problem(_ what: String) -> Problem {
    Problem(
      .invalidFile, file, line: line, "holds \(what), which is not understood",
      mend: "Keep to all-day events with DTSTART;VALUE=DATE and at most RRULE:FREQ=YEARLY")
  }

  /// The value as a date without a time.
  func date() throws(Problem) -> CivilDate {
    guard let date = Self.day(value) else { throw problem("a \(name) that is not an all-day date") }
    return date
  }

  /// Reads `20261225`.
  static func day(_ text: String) -> CivilDate? {
    guard text.utf8.count == 8, let number = Int(text), number > 0 else { return nil }
    return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}

/// What is read of one event.
struct HolidayEvent {
  private(set) var first: CivilDate?
  private(set) var end: CivilDate?
  private(set) var rule: YearlyRule?
  private(set) var except: Set<CivilDate> = []
  private(set) var isCancelled = false

  mutating func read(_ property: HolidayProperty) throws(Problem) {
    switch property.name {
    case "DTSTART": first = try property.date()
    case "DTEND": end = try property.date()
    case "RRULE": rule = try YearlyRule(property)
    case "EXDATE": except.insert(try property.date())
    case "STATUS": isCancelled = property.value.uppercased() == "CANCELLED"
    case "DURATION", "RDATE", "EXRULE", "RECURRENCE-ID": throw property.problem(property.name)
    default: break
    }
  }
}

/// A recurrence every year, or every so many.
struct YearlyRule {
  private(set) var interval = 1
  private var count: Int?
  private var until: CivilDate?

  init(_ property: HolidayProperty) throws(Problem) {
    var isYearly = false
    for part in property.value.uppercased().split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      switch (pair.first, pair.last) {
      case ("FREQ", "YEARLY"): isYearly = true
      case ("INTERVAL", let text?): interval = try Self.positive(text, property)
      case ("COUNT", let text?): count = try Self.positive(text, property)
      case ("UNTIL", let text?):
        guard let day = HolidayProperty.day(String(text.prefix(8))) else { throw Self.refusal(property) }
        until = day
      case ("WKST", _): break
      default: throw property.problem("a recurrence other than yearly on the same date")
      }
    }
    guard isYearly else { throw property.problem("a recurrence other than yearly") }
  }

  /// The last day of a recurrence that begins with `first`; nil when it never ends.
  func last(from first: CivilDate) -> CivilDate? {
    let (year, month, _) = first.components
    let counted = count.flatMap { CivilDate(year: min(9_999, year + ($0 - 1) * interval), month: month, day: 28) }
    // Day 28 exists in each month; three days more reach its end without leaving out a 29th, 30th or 31st.
    return [until, counted?.adding(days: 3)].compactMap { $0 }.min()
  }

  private static func positive(_ text: String, _ property: HolidayProperty) throws(Problem) -> Int {
    guard let number = Int(text), (1...1_000).contains(number) else { throw refusal(property) }
    return number
  }

  private static func refusal(_ property: HolidayProperty) -> Problem {
    property.problem("a recurrence with an odd number or date")
  }
}
