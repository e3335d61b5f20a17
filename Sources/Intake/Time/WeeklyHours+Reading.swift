package import Model
package import StrictYAML

extension WeeklyHours {
  /// Reads a weekly table such as `{mon: ["09:00-12:00", "13:00-17:00"]}`; a day left out is closed.
  package init(_ value: YAMLValue) throws(Problem) {
    let map = try value.map(Self.days)
    var frames: [[Frame]] = []
    for day in Self.days {
      guard let value = map[day] else {
        frames.append([])
        continue
      }
      frames.append(try Self.day(value))
    }
    guard frames.contains(where: { !$0.isEmpty }) else {
      throw value.problem("has no open hours on any day", mend: "Give at least one day its hours, or leave it out")
    }
    self.init(frames)
  }

  private static func day(_ value: YAMLValue) throws(Problem) -> [Frame] {
    var frames: [Frame] = []
    for item in try value.list() {
      guard let frame = Frame(try item.string()) else {
        throw item.problem(
          "must be hours within one day, such as \"09:00-17:00\"",
          mend: "Split hours past midnight into a frame up to 24:00 and one from 00:00 of the next day")
      }
      if let last = frames.last, frame.start < last.end {
        throw item.problem("overlaps the hours before it, or is out of order", mend: "List hours in order and apart")
      }
      frames.append(frame)
    }
    return frames
  }
}
