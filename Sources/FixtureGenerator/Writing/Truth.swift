/// Writes where each plant and trap lies, as JSON Lines.
package struct Truth {
  private let sink: any Sink
  private var pending = Text(literalCapacity: 1 << 16, interpolationCount: 0)

  package init(_ sink: any Sink) { self.sink = sink }

  package mutating func add(_ marks: [Mark], in path: String) throws {
    for mark in marks {
      pending.appendLiteral(#"{"file":""#)
      pending.appendLiteral(path)
      pending.appendLiteral(#"","offset":"#)
      pending.append(mark.offset, width: 1)
      pending.appendLiteral(#","length":"#)
      pending.append(mark.length, width: 1)
      if let label = mark.label {
        pending.appendLiteral(#","category":""#)
        pending.appendLiteral(label.rawValue)
        pending.appendLiteral("\",\"kind\":\"plant\"}\n")
      } else {
        pending.appendLiteral(",\"category\":null,\"kind\":\"trap\"}\n")
      }
      if pending.bytes.count > 1 << 16 { try flush() }
    }
  }

  package mutating func close() throws {
    try flush()
    try sink.close()
  }

  private mutating func flush() throws {
    try sink.write(pending.bytes)
    pending = Text(literalCapacity: 1 << 16, interpolationCount: 0)
  }
}
