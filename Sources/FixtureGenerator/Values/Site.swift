/// The invented contact centre: its machines, agents and service numbers.
package final class Site: Sendable {
  package let seed: UInt64
  /// How many customers there are.
  package let people: Int
  package let agents: [Agent]
  package let sipServer: Host
  package let eventServer: Host
  package let router: Host
  package let web: Host
  package let media: Host
  package let configuration: Host
  package let database: Host
  package let gateways: [Host]
  package let services: [Phone]

  package init(seed: UInt64, people: Int) {
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
