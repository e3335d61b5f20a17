/// Bytes with the places of what was planted in them.
///
/// Written as a string literal: a `Value` in it is recorded as planted, a `Trap` as a trap, all else is plain.
struct Text: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var marks: [Mark] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  init(bytes: [UInt8], marks: [Mark] = []) {
    self.bytes = bytes
    self.marks = marks
  }

  mutating func append(_ text: Text) {
    marks.append(contentsOf: text.marks.lazy.map { [count = bytes.count] in $0.moved(by: count) })
    bytes.append(contentsOf: text.bytes)
  }

  mutating func append(_ text: String, as kind: Mark.Kind) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if bytes.count > start { marks.append(Mark(range: start..<bytes.count, kind: kind)) }
  }
}

extension Text: ExpressibleByStringInterpolation, StringInterpolationProtocol {
  init(literalCapacity: Int, interpolationCount: Int) {
    bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
  }

  init(stringLiteral value: String) { self.init(value) }

  init(stringInterpolation: Text) { self = stringInterpolation }

  mutating func appendLiteral(_ literal: String) { bytes.append(contentsOf: literal.utf8) }

  mutating func appendInterpolation(_ value: Value) { append(value.text, as: .plant(value.category)) }

  mutating func appendInterpolation(_ trap: Trap) { append(trap.text, as: .trap(trap.kind)) }

  mutating func appendInterpolation(either text: String) { append(text, as: .either) }

  mutating func appendInterpolation(_ plain: String) { appendLiteral(plain) }

  mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }

  mutating func appendInterpolation(_ text: Text) { append(text) }
}

extension DefaultStringInterpolation {
  /// A value in a plain string would lose its label: write a `Text`, or say `value.text`.
  @available(*, unavailable, message: "a value belongs in a Text, where its place is recorded")
  mutating func appendInterpolation(_ value: Value) {}

  /// A trap in a plain string would lose its label: write a `Text`, or say `trap.text`.
  @available(*, unavailable, message: "a trap belongs in a Text, where its place is recorded")
  mutating func appendInterpolation(_ trap: Trap) {}
}
