/// Innocent look-alikes.
extension Scene {
  mutating func uuid() -> Trap {
    Trap("\(dice.hex(8))-\(dice.hex(4))-4\(dice.hex(3))-b\(dice.hex(3))-\(dice.hex(12))", "uuid")
  }
  mutating func version() -> Trap {
    Trap("\(dice.roll(7...9)).\(dice.pick([0, 1, 5])).\(dice.roll(100...240)).\(dice.roll(1...99))", "version")
  }
  mutating func commit() -> Trap { Trap(dice.hex(40), "commit hash") }
  mutating func checksum() -> Trap { Trap(dice.hex(64), "checksum") }
  /// 16 hexadecimal places, now and then all of them decimal.
  mutating func connection() -> Trap {
    Trap("007103" + (dice.one(in: 6) ? dice.digits(10) : dice.hex(10)), "ConnID")
  }
  mutating func callUUID() -> Trap { Trap(dice.string(32, of: Dice.base32), "call UUID") }
  mutating func session() -> Trap { Trap("00\(dice.word(4))~\(dice.string(26, of: Dice.base32))", "session id") }
  mutating func interaction() -> Trap { Trap("0000Ha\(dice.word(10))", "interaction id") }
  mutating func thread() -> Trap { Trap("14\(dice.digits(13))", "thread id") }
  mutating func reference() -> Trap {
    Trap(dice.one(in: 4) ? "4294967295" : "\(dice.roll(1_000_000_000...4_294_967_294))", "reference number")
  }
  mutating func ticket() -> Trap { Trap("INC\(dice.digits(8))", "ticket") }
  mutating func order() -> Trap { Trap(dice.digits(9), "order number") }
  mutating func loopback() -> Trap { Trap(dice.pick(["127.0.0.1", "0.0.0.0", "255.255.255.255"]), "loopback") }
  mutating func masked() -> Trap {
    Trap(dice.pick(["****", "********", "[REDACTED]", "[output suppressed]"]), "masked")
  }
  /// A long number that is no card: one in ten of these would pass for one, and then nobody can tell.
  mutating func counter(_ count: Int) -> Trap {
    Trap(Luhn.broken(String(dice.roll(1...9)) + dice.digits(count - 2), by: dice.roll(1...9)), "counter")
  }
  mutating func queue() -> Trap { Trap(dice.pick(Names.queues), "queue") }
  mutating func brokenCard() -> Trap { person().card.broken }
  mutating func messageID() -> Trap { Trap("\(dice.hex(12)).\(dice.roll(1000...9999))", "message id") }
  mutating func epoch() -> Trap { Trap("\(now)", "epoch") }
  mutating func epochMilliseconds() -> Trap { Trap("\(now)\(dice.digits(3))", "epoch ms") }
  mutating func pointer() -> Trap { Trap("0x7f\(dice.hex(10))", "pointer") }
}
