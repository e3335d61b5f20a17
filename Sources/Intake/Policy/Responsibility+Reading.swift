internal import Model
internal import StrictYAML

extension Responsibility {
  private static let keys = [
    "id", "title", "says", "guide", "kind", "level", "levels", "horizon_hours", "mend", "needed", "note",
  ]

  init(_ value: YAMLValue) throws(Problem) {
    let map = try value.map(Self.keys)
    id = try map.required("id").string()
    title = try map.required("title").string()
    says = try map.required("says").string()
    guide = try map.required("guide").string()
    kind = try map.required("kind").choice()
    level = try map.required("level").choice()
    var levels: [String: Level] = [:]
    for (name, value) in try map["levels"]?.pairs() ?? [] { levels[name] = try value.choice(Level.self) }
    self.levels = levels
    horizonHours = try map["horizon_hours"]?.int()
    isNeeded = try map["needed"]?.bool() ?? false
    mend = kind == .vendor ? "" : try map.required("mend").string()
    note = try map["note"]?.string()
  }
}
