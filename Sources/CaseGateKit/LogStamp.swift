internal import Intake

/// The time at the start of a log line, in seconds since 1970 as the clock of the machine showed them.
struct LogStamp {
  /// What the line says about its date and zone.
  enum Kind {
    /// Only a time of day.
    case clock
    /// A date and a time, the zone unknown.
    case wall
    /// An instant.
    case instant
  }

  let kind: Kind
  /// Seconds since 1970, or since midnight for a clock.
  let seconds: Int

  /// Reads `2026-11-20T14:05:12.123`, `2026-11-20 14:05:12,123`, `2026/11/20 ...`, with or without an offset, and
  /// `14:05:12.123`, with `@` or `[` before it; nil for other lines.
  init?(_ line: ArraySlice<UInt8>) {
    var scan = DigitScan(line)
    while scan.take("@") || scan.take("[") {}
    guard let first = scan.number(2...4) else { return nil }
    if first.digits == 4 {
      let isSlash = scan.take("/")
      guard isSlash || scan.take("-"), let month = scan.number(2...2), scan.take(isSlash ? "/" : "-"),
        let day = scan.number(2...2), scan.take("T") || scan.take(" "),
        let date = CivilDate(year: first.value, month: month.value, day: day.value), let clock = scan.clock()
      else { return nil }
      let wall = date.dayNumber * 86_400 + clock
      _ = scan.fraction()
      let offset = scan.offset()
      kind = offset == nil ? .wall : .instant
      seconds = wall - (offset ?? 0)
      return
    }
    var again = DigitScan(line)
    while again.take("@") || again.take("[") {}
    // Without a fraction, and something that ends it, it may be a duration.
    guard let clock = again.clock(), again.fraction() else { return nil }
    kind = .clock
    seconds = clock
  }

  /// Reads the `[20/Nov/2026:14:05:12 +0000]` of an access log, anywhere in the line.
  init?(accessLog line: ArraySlice<UInt8>) {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    for start in line.indices where line[start] == UInt8(ascii: "[") {
      var scan = DigitScan(line[(start + 1)...])
      guard let day = scan.number(2...2), scan.take("/"),
        let month = months.firstIndex(where: { scan.take($0) }), scan.take("/"),
        let year = scan.number(4...4), scan.take(":"), let clock = scan.clock(), scan.take(" "),
        let offset = scan.offset(), let date = CivilDate(year: year.value, month: month + 1, day: day.value)
      else { continue }
      kind = .instant
      seconds = date.dayNumber * 86_400 + clock - offset
      return
    }
    return nil
  }
}

/// Reads numbers and marks from bytes, one after the other.
private struct DigitScan {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func take(_ mark: String) -> Bool {
    guard rest.starts(with: mark.utf8) else { return false }
    rest = rest.dropFirst(mark.utf8.count)
    return true
  }

  /// A number of so many digits, and no more.
  mutating func number(_ count: ClosedRange<Int>) -> (value: Int, digits: Int)? {
    let digits = rest.prefix(count.upperBound + 1).prefix { (0x30...0x39).contains($0) }
    guard count.contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return (digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }, digits.count)
  }

  /// `14:05:12` in seconds.
  mutating func clock() -> Int? {
    guard let hour = number(2...2), hour.value < 24, take(":"), let minute = number(2...2), minute.value < 60,
      take(":"),
      let second = number(2...2), second.value <= 60
    else { return nil }
    return hour.value * 3_600 + minute.value * 60 + second.value
  }

  /// `.123` or `,123`.
  mutating func fraction() -> Bool {
    guard take(".") || take(",") else { return false }
    return number(3...9) != nil
  }

  /// `Z`, `+01:00` or `+0100` in seconds east.
  mutating func offset() -> Int? {
    if take("Z") { return 0 }
    let isEast = take("+")
    guard isEast || take("-"), let hours = number(2...4) else { return nil }
    if hours.digits == 4 { return (hours.value / 100 * 3_600 + hours.value % 100 * 60) * (isEast ? 1 : -1) }
    guard take(":"), let minutes = number(2...2) else { return nil }
    return (hours.value * 3_600 + minutes.value * 60) * (isEast ? 1 : -1)
  }
}
