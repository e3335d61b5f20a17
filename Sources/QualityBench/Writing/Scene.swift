internal import Model

/// What a context draws from while it writes: the company, the dice, and the time of the invented day.
struct Scene: Sendable {
  let world: World
  var dice: Dice
  /// Seconds since 1970; the day begins on 2026-04-14.
  var now = 1_776_153_600

  init(_ world: World, index: Int) {
    self.world = world
    dice = Dice(seed: world.seed, kind: 4, index: index)
  }

  mutating func person() -> Person { dice.pick(world.people) }
  mutating func staff() -> Staff { dice.pick(world.staff) }
  mutating func machine() -> Machine { dice.pick(world.machines) }
  mutating func number(_ range: ClosedRange<Int>) -> Int { dice.roll(range) }
  mutating func pick(_ words: [String]) -> String { dice.pick(words) }
  mutating func chatter() -> String { dice.pick(Names.happenings) }
  mutating func service() -> String { dice.pick(Names.services) }
  mutating func tick() { now += dice.roll(0...3) }
}

/// Secrets; none opens anything.
extension Scene {
  mutating func password() -> Value {
    let middle = dice.pick(["!", "#", "-", "_", ".", "+"])
    return Value("\(dice.word(4))\(middle)\(dice.word(5))\(dice.roll(2...9))", .password)
  }

  mutating func token(_ count: Int = 36) -> Value { Value(dice.word(count), .token) }
  mutating func hexToken() -> Value { Value(dice.hex(40), .token) }
  mutating func sessionSecret() -> Value { Value(dice.hex(32), .sessionSecret) }

  /// A login and a password as HTTP sends them (RFC 7617).
  mutating func basic(_ login: Value) -> Value {
    Value(String(decoding: Text("\(login.text):\(password().text)").base64().bytes, as: UTF8.self), .token)
  }

  /// A signed token of three parts (RFC 7519).
  mutating func webToken(_ subject: Value) -> Value {
    func part(_ json: String) -> String {
      String(decoding: Text(json).base64().bytes, as: UTF8.self)
        .replacing("=", with: "").replacing("+", with: "-").replacing("/", with: "_")
    }
    let claims = #"{"sub":"\#(subject.text)","jti":"\#(dice.hex(12))"}"#
    return Value("\(part(#"{"alg":"HS256","typ":"JWT"}"#)).\(part(claims)).\(dice.word(43))", .token)
  }

  /// A private key in PEM; the body is what must go.
  mutating func privateKey(_ kind: String = "", lines: Int = 14) -> Text {
    // In two pieces, so that scanners of source code do not take this file for a key.
    let title = kind + "PRIVATE " + "KEY-----"
    var body = ""
    for _ in 0..<lines { body += dice.string(64, of: Dice.base64) + "\n" }
    body += dice.string(30, of: Dice.base64) + "=="
    return "-----BEGIN \(title)\n\(Value(body, .privateKey))\n-----END \(title)"
  }
}
