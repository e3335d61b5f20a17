/// A machine of the invented site.
struct Host: Sendable {
  let name: Value
  let address: Value
  let mac: Value

  init(_ name: String, _ address: String, _ random: inout SplitMix64) {
    self.name = Value(name + ".example.com", .host)
    self.address = Value(address, .ipAddress)
    // 00-00-5E-00-53 is set aside for documents (RFC 7042).
    mac = Value("00:00:5E:00:53:\(random.string(2, of: .upperHex))", .macAddress)
  }

  var loudName: Value { Value(name.text.uppercased(), .host) }
  var dashedMAC: Value { Value(mac.text.replacing(":", with: "-"), .macAddress) }
}

/// An employee who takes calls.
struct Agent: Sendable {
  let given: Value
  let family: Value
  let name: Value
  let login: Value
  let employee: Value
  let email: Value
  let extensionNumber: String
  let workstation: Host

  init(seed: UInt64, index: Int) {
    var random = SplitMix64(seed: seed, kind: 2, index: index)
    let (first, last) = (random.pick(Words.given), random.pick(Words.family))
    given = Value(first, .personName)
    family = Value(last, .personName)
    name = Value(first + " " + last, .personName)
    let word = Words.ascii(first).prefix(1) + Words.ascii(last) + String(index)
    login = Value(String(word), .userName)
    employee = Value("E\(10_000 + index * 7)", .userName)
    email = Value("\(Words.ascii(first)).\(Words.ascii(last))\(index)@example.com", .email)
    extensionNumber = String(6001 + index)
    workstation = Host("desk-\(400 + index).floor2", "192.168.\(20 + index / 200).\(10 + index % 200)", &random)
  }

  /// The login as Windows prints it, with the name of the domain.
  var domainLogin: Text { #"EXAMPLE\\#(login)"# }
}

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
