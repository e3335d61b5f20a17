/// One call, which several logs tell about: the same people, machines and identifiers in each of them.
package struct Call: Sendable {
  package let index: Int
  package let site: Site
  package let start: Moment
  package let caller: Person
  package let agent: Agent
  package let gateway: Host
  /// Where the caller's provider sends media from.
  package let carrier: Value
  package let service: Phone
  package let queue: String
  package let connection: String
  package let uuid: String
  package let dialogue: String
  package let session: String
  package let interaction: String
  package let mediaSession: String
  package let reference: Int
  package let record: Int

  package init(index: Int, site: Site, start: Moment) {
    var random = SplitMix64(seed: site.seed, kind: 4, index: index)
    self.index = index
    self.site = site
    self.start = start
    caller = Person(seed: site.seed, index: random.below(site.people))
    agent = random.pick(site.agents)
    gateway = random.pick(site.gateways)
    carrier = Value("192.0.2.\(random.within(1...254))", .ipAddress)
    service = random.pick(site.services)
    queue = random.pick(Words.queues)
    // All digits now and then, as 16 hexadecimal places happen to be: the hardest look-alike of a card number.
    connection = random.one(in: 8) ? "007102\(random.digits(10))" : "007102\(random.hex(10))"
    uuid = random.string(32, of: .base32)
    dialogue = random.guid().uppercased()
    session = "00\(random.string(4, of: .base62))~\(random.string(26, of: .base32))"
    interaction = "0000Ga\(random.string(10, of: .base62))"
    mediaSession = "00\(random.digits(6))-1\(random.digits(7))"
    reference = random.one(in: 6) ? 4_294_967_295 : random.within(100...99_999)
    record = random.within(1_000_000...9_999_999)
  }

  /// A source of its own for each log that tells about the call.
  package func random(for kind: UInt64) -> SplitMix64 { SplitMix64(seed: site.seed, kind: 16 + kind, index: index) }
}
