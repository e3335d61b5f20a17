/// A file being written: bytes in its encoding, and the places of what was planted, in bytes of the file.
package struct Document: Sendable {
  package let path: String
  package let encoding: Encoding
  package let lineEnd: LineEnd
  /// How long the file is so far, including what was drained.
  package private(set) var length = 0
  package private(set) var pending: [UInt8] = []
  package private(set) var marks: [Mark] = []

  package enum LineEnd: Sendable { case lf, crlf }

  package init(path: String, encoding: Encoding = .utf8, lineEnd: LineEnd = .lf, byteOrderMark: Bool = false) {
    self.path = path
    self.encoding = encoding
    self.lineEnd = lineEnd
    if byteOrderMark { append("\u{FEFF}") }
  }

  /// Appends text and a line end; `other` is for the odd line in an encoding that is not the file's.
  package mutating func line(_ text: Text, as other: Encoding? = nil) {
    append(text, as: other)
    append("\n")
  }

  package mutating func append(_ text: Text, as other: Encoding? = nil) {
    let encoding = other ?? encoding
    let base = length
    let before = pending.count
    if encoding == .utf8 && lineEnd == .lf {
      pending.append(contentsOf: text.bytes)
      for var mark in text.marks {
        mark.offset += base
        marks.append(mark)
      }
    } else {
      convert(text, to: encoding, base: base - before)
    }
    length = base + pending.count - before
  }

  /// Takes what was written since the last call.
  package mutating func drain(_ take: ([UInt8], [Mark]) throws -> Void) rethrows {
    try take(pending, marks)
    pending.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
  }

  /// Converts piece by piece, so that each mark gets the place it has after conversion.
  private mutating func convert(_ text: Text, to encoding: Encoding, base: Int) {
    var done = 0
    for mark in text.marks {
      encoding.append(text.bytes[done..<mark.offset], lineEnd, to: &pending)
      let start = pending.count
      done = mark.offset + mark.length
      encoding.append(text.bytes[mark.offset..<done], lineEnd, to: &pending)
      marks.append(Mark(offset: base + start, length: pending.count - start, label: mark.label))
    }
    encoding.append(text.bytes[done...], lineEnd, to: &pending)
  }
}
