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
