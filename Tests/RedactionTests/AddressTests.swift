import Model
import Redaction
import Testing

@Suite struct AddressTests {
  private func address(_ text: String, _ redactor: inout Redactor) throws -> [UInt8] {
    let replacement = try #require(RedactorTests.replaced(text, .ipAddress, &redactor))
    return replacement.split(separator: ".").compactMap { UInt8($0) }
  }

  private func sharedBits(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let a = left.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let b = right.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return (a ^ b).leadingZeroBitCount
  }

  @Test(arguments: [(241, "10."), (242, "172.16."), (243, "192.168."), (244, "100.64.")])
  func privateNetworksStayVisible(first: UInt8, prefix: String) throws {
    var redactor = Redactor(key: RedactorTests.key)
    let text = prefix + Array(repeating: "7", count: 4 - prefix.split(separator: ".").count).joined(separator: ".")
    #expect(try address(text, &redactor)[0] == first)
  }

  @Test func twoAddressesShareAsLongAPrefixAfterAsBefore() throws {
    var redactor = Redactor(key: RedactorTests.key)
    let base: [UInt8] = [10, 20, 30, 40]
    for bit in 8..<32 {
      var other = base
      other[bit / 8] ^= 0x80 >> UInt8(bit % 8)
      let (left, right) = (base.map(String.init).joined(separator: "."), other.map(String.init).joined(separator: "."))
      #expect(try sharedBits(address(left, &redactor), address(right, &redactor)) == bit)
    }
  }

  @Test func publicAddressesKeepPrefixesOfEightBitsAndMore() throws {
    var redactor = Redactor(key: RedactorTests.key)
    let first = try address("198.51.100.7", &redactor)
    #expect((248...254).contains(first[0]))
    #expect(
      try sharedBits(first, address("198.51.100.9", &redactor)) == sharedBits([198, 51, 100, 7], [198, 51, 100, 9]))
  }

  @Test func aWholePrivateNetworkIsMappedOneToOne() throws {
    var redactor = Redactor(key: RedactorTests.key)
    var seen: Set<[UInt8]> = []
    for third in 0..<4 { for fourth in 0..<256 { seen.insert(try address("192.168.\(third).\(fourth)", &redactor)) } }
    #expect(seen.count == 1024)
  }

  @Test func addressesOfOneIPv6NetworkKeepTheirNetwork() throws {
    var redactor = Redactor(key: RedactorTests.key)
    let left = try #require(RedactorTests.replaced("2001:db8:1:2::3", .ipAddress, &redactor)).split(separator: ":")
    let right = try #require(RedactorTests.replaced("2001:db8:1:2:ffff::4", .ipAddress, &redactor)).split(
      separator: ":")
    #expect(left.prefix(4) == right.prefix(4) && left != right)
    #expect(left.first == "3fff")
  }
}
