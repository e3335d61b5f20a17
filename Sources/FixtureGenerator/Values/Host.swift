/// A machine of the invented site.
package struct Host: Sendable {
  package let name: Value
  package let address: Value
  package let mac: Value

  package init(_ name: String, _ address: String, _ random: inout SplitMix64) {
    self.name = Value(name + ".example.com", .host)
    self.address = Value(address, .ipAddress)
    // 00-00-5E-00-53 is set aside for documents (RFC 7042).
    mac = Value("00:00:5E:00:53:\(random.string(2, of: .upperHex))", .macAddress)
  }

  package var loudName: Value { Value(name.text.uppercased(), .host) }
  package var dashedMAC: Value { Value(mac.text.replacing(":", with: "-"), .macAddress) }
}
