/// How characters become bytes.
package enum Encoding: Sendable {
  case utf8, latin1, utf16LittleEndian

  package func append(_ utf8: ArraySlice<UInt8>, _ lineEnd: Document.LineEnd, to bytes: inout [UInt8]) {
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      if scalar == "\n" && lineEnd == .crlf { append("\r", to: &bytes) }
      append(scalar, to: &bytes)
    }
  }

  private func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch self {
    case .utf8: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    case .latin1: bytes.append(scalar.value < 256 ? UInt8(scalar.value) : UInt8(ascii: "?"))
    case .utf16LittleEndian:
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        bytes.append(UInt8(truncatingIfNeeded: unit))
        bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
      }
    }
  }
}
