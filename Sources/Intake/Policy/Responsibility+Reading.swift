internal import Model
internal import StrictYAML

extension Responsibility {
  private static let keys = [
    "id", "title", "says", "guide", "kind", "level", "levels", "horizon_hours", "least", "mend", "needed", "note",
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
    least = try map["least"]?.int()
    isNeeded = try map["needed"]?.bool() ?? false
    mend = kind == .vendor ? "" : try map.required("mend").string()
    note = try map["note"]?.string()
    // A duty that nothing looks at must not stand among those that pass.
    guard ![.verified, .attested].contains(kind) || CheckGroup.deciding(id) != nil else {
      throw value.problem(
        "has the kind '\(kind.rawValue)', and no check decides '\(id)'",
        mend: "Take the id of the check that fits, or the kind 'advised' or 'vendor'")
    }
  }
}
