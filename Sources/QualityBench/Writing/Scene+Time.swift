/// The time of day as logs print it.
extension Scene {
  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  /// `09:05:41`.
  var clock: String { "\(two(now / 3600 % 24)):\(two(now / 60 % 60)):\(two(now % 60))" }
  /// The day of April 2026; the bench never writes more than a few days.
  private var day: Int { 14 + (now - 1_776_153_600) / 86_400 }
  var date: String { "2026-04-\(two(day))" }
  var iso: String { "\(date)T\(clock)" }
  var spaced: String { "\(date) \(clock)" }
  var syslog: String { "Apr \(day) \(clock)" }
  var apache: String { "\(two(day))/Apr/2026:\(clock) +0000" }
  var mail: String { "Tue, \(day) Apr 2026 \(clock) +0000" }
  mutating func millis() -> String { dice.digits(3) }
}
