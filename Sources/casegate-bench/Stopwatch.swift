internal import Foundation

/// The best of several runs, in seconds: the one least disturbed by whatever else the machine does.
func best<Failure: Error>(of runs: Int = 3, _ body: () throws(Failure) -> Void) throws(Failure) -> Double {
  var fastest = Double.infinity
  for _ in 0..<runs {
    let start = ContinuousClock.now
    try body()
    let time = ContinuousClock.now - start
    fastest = min(fastest, Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
  }
  return fastest
}

/// One line of the table: a name, MB/s, and how many times as fast as the baseline.
func row(_ name: String, megabytes: Double, seconds: Double, baseline: Double? = nil) {
  let name = name.padding(toLength: 58, withPad: " ", startingAt: 0)
  let ratio = baseline.map { String(format: "%8.2fx", $0 / seconds) } ?? "        -"
  print(name + String(format: "%8.1f MB/s", megabytes / seconds) + ratio)
}
