public import Foundation

/// Instants as text: RFC 3339 with an offset.
///
/// Foundation's `ISO8601DateFormatter` stops the process where no zone database is installed, so this does without.
public enum Timestamp {
  /// Reads `2026-11-20T14:05:00+01:00`; seconds and their fraction may be left out, the offset may not.
  public static func parse(_ text: String) -> Date? {
    var rest = Substring(text)
    guard let date = CivilDate(String(rest.prefix(10))) else { return nil }
    rest = rest.dropFirst(10)
    guard let mark = rest.popFirst(), mark == "T" || mark == "t" || mark == " " else { return nil }
    guard let hour = number(&rest, 0...23), take(":", &rest), let minute = number(&rest, 0...59) else { return nil }
    var seconds = 0.0
    if take(":", &rest) {
      // RFC 3339 allows a leap second.
      guard let whole = number(&rest, 0...60) else { return nil }
      seconds = Double(whole)
      if take(".", &rest) {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 9, let fraction = Double("0." + digits) else { return nil }
        seconds += fraction
        rest = rest.dropFirst(digits.count)
      }
    }
    guard let offset = offset(rest) else { return nil }
    let whole = date.dayNumber * 86_400 + hour * 3_600 + minute * 60 - offset
    return Date(timeIntervalSince1970: Double(whole) + seconds)
  }

  /// Writes `date` as `zone` has it, with its offset.
  public static func format(_ date: Date, _ zone: TimeZone) -> String {
    let wall = WallTime(date, zone)
    let offset = zone.secondsFromGMT(for: date)
    let time = [wall.minute / 60, wall.minute % 60, wall.second].map { padded($0, 2) }.joined(separator: ":")
    guard offset != 0 else { return "\(wall.date)T\(time)Z" }
    let minutes = abs(offset) / 60
    return "\(wall.date)T\(time)\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }

  private static func offset(_ text: Substring) -> Int? {
    if text == "Z" || text == "z" { return 0 }
    var rest = text
    guard let sign = rest.popFirst(), sign == "+" || sign == "-",
      let hours = number(&rest, 0...23), take(":", &rest), let minutes = number(&rest, 0...59), rest.isEmpty
    else { return nil }
    return (hours * 3_600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }

  /// Two digits within `range`.
  private static func number(_ text: inout Substring, _ range: ClosedRange<Int>) -> Int? {
    let digits = text.prefix(2)
    guard digits.utf8.count == 2, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
      range.contains(number)
    else { return nil }
    text = text.dropFirst(2)
    return number
  }

  private static func take(_ mark: Character, _ text: inout Substring) -> Bool {
    guard text.first == mark else { return false }
    text = text.dropFirst()
    return true
  }
}
