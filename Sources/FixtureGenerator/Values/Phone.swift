/// A telephone number that nobody owns (555-0100 to 555-0199), in the spellings that logs use.
package struct Phone: Sendable {
  package let area: String
  package let line: String

  package init(_ random: inout SplitMix64) {
    // Not 1 in the middle: 211 to 911 are services, not areas.
    area = "\(random.within(2...9))\(random.pick([0, 2, 3, 4, 5, 6, 7, 8]))\(random.within(1...9))"
    line = "01\(random.digits(2))"
  }

  /// One that callers pay nothing for.
  package init(freeOfCharge line: Int) {
    area = "800"
    self.line = "01" + (line < 10 ? "0" : "") + String(line)
  }

  package var plain: Value { spelled(area + "555" + line) }
  package var trunk: Value { spelled("1" + area + "555" + line) }
  package var international: Value { spelled("+1" + area + "555" + line) }
  package var spaced: Value { spelled("+1 \(area) 555 \(line)") }
  package var dashed: Value { spelled("\(area)-555-\(line)") }
  package var dotted: Value { spelled("\(area).555.\(line)") }
  package var parenthesised: Value { spelled("(\(area)) 555-\(line)") }
  package var percent: Value { spelled("%2B1" + area + "555" + line) }

  private func spelled(_ text: String) -> Value { Value(text, .phone) }
}
