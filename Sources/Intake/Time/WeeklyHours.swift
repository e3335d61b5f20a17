/// The hours of a week in which somebody works: for each weekday the frames, in order and apart.
public struct WeeklyHours: Sendable, Equatable {
  /// A stretch of a day in minutes from midnight, open at its end: a clock that shows `end` is outside.
  public struct Frame: Sendable, Hashable {
    /// The first minute.
    public let start: Int
    /// The minute after the last; 1440 is the end of the day.
    public let end: Int

    /// Reads `09:00-17:00`; nil when the text is not a frame within one day.
    public init?(_ text: String) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(Self.minute)
      guard parts.count == 2, let start = parts[0], let end = parts[1], start < end else { return nil }
      self.start = start
      self.end = end
    }

    private static func minute(_ text: Substring) -> Int? {
      let digits = text.filter { $0 != " " }.split(separator: ":", omittingEmptySubsequences: false)
      guard digits.count == 2, (1...2).contains(digits[0].count), digits[1].count == 2,
        digits.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
        let hour = Int(digits[0]), let minute = Int(digits[1]), minute < 60, hour * 60 + minute <= 1_440
      else { return nil }
      return hour * 60 + minute
    }
  }

  /// The keys of a weekly table.
  package static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The frames of Monday to Sunday.
  public let frames: [[Frame]]

  /// Makes hours from the frames of seven days, which must be in order and apart.
  package init(_ frames: [[Frame]]) { self.frames = frames }

  /// The frames of `date`.
  package func frames(on date: CivilDate) -> [Frame] { frames[date.weekday] }
}
