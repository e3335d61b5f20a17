internal import Model

/// Lays out the bundle of a tier.
struct Planner {
  let world: World
  /// How large the tier's files are together.
  let size: Int
  private var count = 0

  init(seed: UInt64, size: Int) {
    world = World(seed: seed)
    self.size = size
  }

  mutating func bundle(_ tier: Tier) throws(Problem) -> CaseBundle {
    var nodes = pages(tier).map { Node.file(leaf($0)) }
    switch tier {
    case .plain: break
    case .contactCentre: nodes += try FixturePages.pages(seed: world.seed, size: size / 2).map { .file(leaf($0)) }
    case .hard: nodes += archives() + directory()
    }
    return CaseBundle(tier: tier, nodes: nodes)
  }

  mutating func leaf(_ page: Page) -> Leaf { Leaf(serial: serial(), page: page) }

  mutating func serial() -> String {
    count += 1
    let digits = String(count)
    return "q" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private func pages(_ tier: Tier) -> [Page] {
    let contexts = tier.contexts
    let share = max(2_000, (tier == .plain ? size : size / 2) / contexts.count)
    return contexts.enumerated().map { index, context in
      // The hash keeps a context's content when others come before it.
      var scene = Scene(world, index: Int(truncatingIfNeeded: context.name.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
      scene.now += index * 60
      return context.page(&scene, size: share)
    }
  }
}
