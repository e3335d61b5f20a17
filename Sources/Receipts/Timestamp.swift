internal import Foundation

/// A moment in whole seconds, written in RFC 3339 as UTC.
///
/// The calendar arithmetic stands here because `ISO8601DateFormatter` stops the program on a machine without zone data,
/// and a receipt needs no zone.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let secondsSinceEpoch: Int

  /// Makes a moment; times before year 1 and after year 9999 become the nearest that RFC 3339 can write.
  public init(secondsSinceEpoch: Int) {
    self.secondsSinceEpoch = min(max(secondsSinceEpoch, -62_135_596_800), 253_402_300_799)
  }

  /// The moment of the call.
  public static var now: Timestamp {
    Timestamp(secondsSinceEpoch: Int(Date().timeIntervalSince1970.rounded(.down)))
  }

  /// Reads `2026-11-23T20:00:00Z`; any other form, zone or impossible date is nil.
  public init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    let shape = Array("0000-00-00T00:00:00Z".utf8)
    guard bytes.count == shape.count else { return nil }
    var digits: [Int] = []
    for (byte, expected) in zip(bytes, shape) {
      if expected == UInt8(ascii: "0") {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        digits.append(Int(byte) - 48)
      } else if byte != expected {
        return nil
      }
    }
    func pair(_ index: Int) -> Int { digits[index] * 10 + digits[index + 1] }
    let date = CivilDate(year: pair(0) * 100 + pair(2), month: pair(4), day: pair(6))
    let (hour, minute, second) = (pair(8), pair(10), pair(12))
    guard date.year >= 1, CivilDate(daysSinceEpoch: date.daysSinceEpoch) == date,
      hour < 24, minute < 60, second < 60
    else { return nil }
    self.init(secondsSinceEpoch: date.daysSinceEpoch * 86_400 + hour * 3_600 + minute * 60 + second)
  }

  /// The moment as `2026-11-23T20:00:00Z`.
  public var rfc3339: String {
    let days = Int((Double(secondsSinceEpoch) / 86_400).rounded(.down))
    let date = CivilDate(daysSinceEpoch: days)
    let second = secondsSinceEpoch - days * 86_400
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
      + "T\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))Z"
  }

  /// The moment as `2026-11-23T20:00:00Z`.
  public var description: String { rfc3339 }

  /// Orders earlier before later.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }
}

/// A day of the Gregorian calendar.
///
/// The arithmetic counts years from March, so that the leap day is the last day of a year; 719,468 is the number of
/// days from 0000-03-01 to 1970-01-01, and 146,097 the number of days in 400 years.
private struct CivilDate: Equatable {
  let year: Int
  let month: Int
  let day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  init(daysSinceEpoch: Int) {
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var daysSinceEpoch: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
