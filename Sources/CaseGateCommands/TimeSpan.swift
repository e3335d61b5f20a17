internal import ArgumentParser

/// A span of time on the command line: `90s`, `30m`, `12h`, `7d`.
struct TimeSpan: ExpressibleByArgument {
  let seconds: Int

  init?(argument: String) {
    guard let unit = argument.last, let scale = ["s": 1, "m": 60, "h": 3_600, "d": 86_400][unit],
      let number = Int(argument.dropLast()), (1...1_000_000).contains(number)
    else { return nil }
    seconds = number * scale
  }
}
