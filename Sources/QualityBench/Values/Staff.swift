internal import Model

/// An employee.
struct Staff: Sendable {
  let given: Value
  let family: Value
  let name: Value
  let login: Value
  let email: Value
  let employee: Value
  let desk: Machine
  let line: String

  init(seed: UInt64, index: Int) {
    var dice = Dice(seed: seed, kind: 2, index: index)
    let (first, last) = (dice.pick(Names.given), dice.pick(Names.family))
    given = Value(first, .personName)
    family = Value(last, .personName)
    name = Value("\(first) \(last)", .personName)
    login = Value("\(first.lowercased().prefix(1))\(last.lowercased())\(index)", .userName)
    email = Value("\(first.lowercased()).\(last.lowercased())\(index)@corp.example.net", .email)
    employee = Value("EMP\(20_000 + index * 13)", .userName)
    desk = Machine("ws\(300 + index).office", "192.168.\(dice.roll(2...60)).\(dice.roll(2...250))", &dice)
    line = String(7100 + index)
  }
}

/// A computer.
struct Machine: Sendable {
  let name: Value
  let short: String
  let address: Value
  let mac: Value

  init(_ name: String, _ address: String, _ dice: inout Dice) {
    self.name = Value(name + ".example.com", .host)
    short = String(name.prefix { $0 != "." })
    self.address = Value(address, .ipAddress)
    // Set aside for documents (RFC 7042, section 2.1.1).
    mac = Value("00:00:5e:00:53:\(dice.hex(2))", .macAddress)
  }

  var mac6: String { mac.text }
  var dashedMAC: Value { Value(mac.text.uppercased().replacing(":", with: "-"), .macAddress) }
}

/// The invented company that all files of one bundle tell about.
final class World: Sendable {
  let seed: UInt64
  let people: [Person]
  let staff: [Staff]
  let machines: [Machine]

  init(seed: UInt64) {
    self.seed = seed
    people = (0..<300).map { Person(seed: seed, index: $0) }
    staff = (0..<40).map { Staff(seed: seed, index: $0) }
    var dice = Dice(seed: seed, kind: 3)
    machines = (0..<24).map { index in
      let name = "\(dice.pick(Names.machines))-\(index + 1).\(dice.pick(Names.zones))"
      let network = dice.one(in: 2) ? "10.\(dice.roll(1...80))" : "172.2\(dice.roll(0...9))"
      return Machine(name, "\(network).\(dice.roll(1...250)).\(dice.roll(2...250))", &dice)
    }
  }
}
