/// A piece of log with the places of what was planted in it.
///
/// Written as a string literal: a `Value` in it is recorded as a plant, `\(trap: ...)` as a trap, all else is plain.
package struct Text: Sendable {
  package private(set) var bytes: [UInt8] = []
  private(set) var marks: [Mark] = []

  /// Appends a value that must be found.
  package mutating func plant(_ text: String, _ label: Label) { mark(label) { $0.appendLiteral(text) } }

  /// Appends what looks like personal data but must stay.
  package mutating func trap(_ write: (inout Text) -> Void) { mark(nil, write) }

  private mutating func mark(_ label: Label?, _ write: (inout Text) -> Void) {
    let start = bytes.count
    write(&self)
    if bytes.count > start { marks.append(Mark(offset: start, length: bytes.count - start, label: label)) }
  }
}

extension Text: ExpressibleByStringInterpolation, StringInterpolationProtocol {
  package init(literalCapacity: Int, interpolationCount: Int) {
    bytes.reserveCapacity(literalCapacity + interpolationCount * 20)
  }

  package init(stringLiteral value: String) { bytes = Array(value.utf8) }

  package init(stringInterpolation: Text) { self = stringInterpolation }

  package mutating func appendLiteral(_ literal: String) { bytes.append(contentsOf: literal.utf8) }

  package mutating func appendInterpolation(_ value: Value) { plant(value.text, value.label) }

  package mutating func appendInterpolation(trap text: String) { trap { $0.appendLiteral(text) } }

  package mutating func appendInterpolation(trap number: Int) { trap { $0.append(number, width: 1) } }

  package mutating func appendInterpolation(trap moment: Moment, _ style: Moment.Style) {
    trap { $0.append(moment, style) }
  }

  package mutating func appendInterpolation(_ plain: String) { appendLiteral(plain) }

  package mutating func appendInterpolation(_ number: Int, width: Int = 1) { append(number, width: width) }

  package mutating func appendInterpolation(_ moment: Moment, _ style: Moment.Style) { append(moment, style) }

  package mutating func appendInterpolation(_ text: Text) { append(text) }
}

extension Text {
  /// Appends another piece with its marks.
  package mutating func append(_ text: Text) {
    let start = bytes.count
    bytes.append(contentsOf: text.bytes)
    for var mark in text.marks {
      mark.offset += start
      marks.append(mark)
    }
  }

  /// Appends a number of at least 0, with leading zeros up to `width` digits.
  package mutating func append(_ number: Int, width: Int) {
    var divisor = 1
    var digits = 1
    while digits < width || number / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    while divisor > 0 {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10))
      divisor /= 10
    }
  }

  /// How many bytes this is on the wire of a text protocol, where lines end in CR LF.
  package var wireLength: Int { bytes.reduce(bytes.count) { $1 == 0x0A ? $0 + 1 : $0 } }
}

extension DefaultStringInterpolation {
  /// A value in a plain string would lose its label: write a `Text`, or say `value.text`.
  @available(*, unavailable, message: "a value belongs in a Text, where its place is recorded")
  package mutating func appendInterpolation(_ value: Value) {}
}
