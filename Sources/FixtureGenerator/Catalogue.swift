/// Everything that can be generated.
enum Catalogue {
  /// The logs that grow with each call, in the order in which they are written.
  static let logs: [any LogFormat] = [
    SIPServerLog(), EventServerLog(), RouterLog(), OrchestrationLog(),
  ]

  static let singleFiles: [any SingleFile] = []
}

/// Calls one after the other, as many as are asked for.
struct CallSequence: Sequence, IteratorProtocol {
  private let site: Site
  private var index = 0
  private var time = Moment.origin

  init(site: Site) { self.site = site }

  mutating func next() -> Call? {
    let call = Call(index: index, site: site, start: time)
    index += 1
    time = time + 37 + Int(truncatingIfNeeded: UInt64(index) &* 0x9E37_79B9 >> 7) % 900
    return call
  }
}
