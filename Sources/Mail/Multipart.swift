internal import Model

/// The parts between boundaries (RFC 2046 section 5.1.1).
enum Multipart {
  /// The bytes of each part; what stands before the first and after the last boundary is for no reader.
  ///
  /// - Throws: `Problem` of code `unscannable` when there is no boundary, when the last is missing, and when a line only
  ///   begins like one: some readers end a part there, and others do not.
  static func split(_ body: ArraySlice<UInt8>, boundary: String?) throws(Problem) -> [ArraySlice<UInt8>] {
    guard let boundary, (1...70).contains(boundary.utf8.count), boundary.last != " " else {
      throw refused("a part that holds parts does not say where they end")
    }
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var lineStart = body.startIndex
    while lineStart < body.endIndex {
      let lineEnd = body[lineStart...].firstIndex(of: 0x0A) ?? body.endIndex
      let line = body[lineStart..<lineEnd]
      let next = min(lineEnd + 1, body.endIndex)
      if line.starts(with: mark) {
        var tail = line.dropFirst(mark.count)
        while let last = tail.last, [0x20, 0x09, 0x0D].contains(last) { tail.removeLast() }
        guard tail.isEmpty || tail.elementsEqual("--".utf8) else {
          throw refused("a line only begins like the boundary of a part")
        }
        if let start { parts.append(withoutLineEnd(body[start..<lineStart])) }
        if !tail.isEmpty {
          guard !parts.isEmpty else { throw refused("a part that holds parts has none") }
          return parts
        }
        start = next
      }
      lineStart = next
    }
    throw refused("the last boundary of a part is missing, as if the message were cut off")
  }

  /// The line end before a boundary belongs to the boundary.
  private static func withoutLineEnd(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var part = part
    if part.last == 0x0A { part.removeLast() }
    if part.last == 0x0D { part.removeLast() }
    return part
  }
}
