/// The invented contact centre: its machines, agents and service numbers.
final class Site: Sendable {
  let seed: UInt64
  /// How many customers there are.
  let people: Int
  let agents: [Agent]
  let sipServer: Host
  let eventServer: Host
  let router: Host
  let web: Host
  let media: Host
  let configuration: Host
  let database: Host
  let gateways: [Host]
  let services: [Phone]

  init(seed: UInt64, people: Int) {
    self.seed = seed
    self.people = people
    var random = SplitMix64(seed: seed, kind: 3, index: 0)
    agents = (0..<48).map { Agent(seed: seed, index: $0) }
    sipServer = Host("sip-a1.voice", "10.20.4.11", &random)
    eventServer = Host("tsrv-a1.voice", "10.20.4.12", &random)
    router = Host("urs-a1.voice", "10.20.4.21", &random)
    web = Host("gws-node3.web", "172.16.31.7", &random)
    media = Host("mcp-07.media", "10.20.8.40", &random)
    configuration = Host("confserv-p.core", "10.20.1.5", &random)
    database = Host("ora-2.core", "10.20.1.30", &random)
    gateways = (1...6).map { Host("sbc-\($0).edge", "198.51.100.\(20 + $0)", &random) }
    services = (0..<8).map { Phone(freeOfCharge: 10 + $0) }
  }
}
