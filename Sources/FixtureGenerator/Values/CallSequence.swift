/// Calls one after the other, without end.
package struct CallSequence: Sequence, IteratorProtocol {
  private let site: Site
  private var index = 0
  private var time = Moment.origin

  package init(site: Site) { self.site = site }

  package mutating func next() -> Call? {
    let call = Call(index: index, site: site, start: time)
    index += 1
    // Between 37 ms and a second, spread evenly over the calls (Knuth's multiplicative hashing).
    time = time + 37 + Int(truncatingIfNeeded: UInt64(index) &* 0x9E37_79B9 >> 7) % 900
    return call
  }
}
