/// Other ways to write the same characters; marks keep to their values.
extension Text {
  /// Writes each character anew.
  func recoded(_ write: (Unicode.Scalar) -> [UInt8]) -> Text {
    var output: [UInt8] = []
    var places = [Int](repeating: 0, count: bytes.count + 1)
    var position = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      for offset in 0..<width where position + offset < bytes.count { places[position + offset] = output.count }
      output += write(scalar)
      position += width
    }
    places[bytes.count] = output.count
    return Text(
      bytes: output,
      marks: marks.map { Mark(range: places[$0.range.lowerBound]..<places[$0.range.upperBound], kind: $0.kind) })
  }

  /// Percent-encoded as in the query of a URL (RFC 3986).
  func percent(lower: Bool = false) -> Text {
    recoded { scalar in
      if isUnreserved(scalar) { return Array(UTF8.encode(scalar) ?? .init()) }
      return (UTF8.encode(scalar) ?? .init()).flatMap { hexPair($0, "%", upper: !lower) }
    }
  }

  /// As inside a JSON string (RFC 8259): quotes, backslashes, control characters; `/` too when `slashes`, and all that is
  /// no letter, digit or blank when `strict`.
  func json(slashes: Bool = false, strict: Bool = false) -> Text {
    recoded { scalar in
      switch scalar {
      case "\"": Array(#"\""#.utf8)
      case "\\": Array(#"\\"#.utf8)
      case "\n": Array(#"\n"#.utf8)
      case "\r": Array(#"\r"#.utf8)
      case "\t": Array(#"\t"#.utf8)
      case "/" where slashes: Array(#"\/"#.utf8)
      case _ where !scalar.isASCII || strict && !isUnreserved(scalar) && scalar != " ":
        (UTF16.encode(scalar) ?? .init()).flatMap { hexPair(UInt8($0 >> 8), #"\u"#) + hexPair(UInt8($0 & 255), "") }
      default: Array(UTF8.encode(scalar) ?? .init())
      }
    }
  }

  /// As XML text (XML 1.0, section 4.1); everything but letters, digits and blanks as numbers when `numeric`.
  func xml(numeric: Bool = false) -> Text {
    recoded { scalar in
      switch scalar {
      case "&" where !numeric: Array("&amp;".utf8)
      case "<" where !numeric: Array("&lt;".utf8)
      case ">" where !numeric: Array("&gt;".utf8)
      case "\"" where !numeric: Array("&quot;".utf8)
      case "'" where !numeric: Array("&apos;".utf8)
      case _ where numeric && !isUnreserved(scalar) && scalar != " " || !scalar.isASCII:
        Array("&#\(scalar.value);".utf8)
      default: Array(UTF8.encode(scalar) ?? .init())
      }
    }
  }

  /// Quoted-printable with soft line breaks (RFC 2045, section 6.7).
  func quotedPrintable() -> Text {
    var column = 0
    return recoded { scalar in
      if scalar == "\n" {
        column = 0
        return [0x0A]
      }
      let plain = scalar.isASCII && scalar != "=" && scalar.value >= 0x20
      let piece = (UTF8.encode(scalar) ?? .init()).flatMap { plain ? [$0] : hexPair($0, "=") }
      column += piece.count
      guard column > 75 else { return piece }
      column = piece.count
      return Array("=\n".utf8) + piece
    }
  }

  /// Line ends as Windows writes them.
  func crlf() -> Text { recoded { $0 == "\n" ? [0x0D, 0x0A] : Array(UTF8.encode($0) ?? .init()) } }

  func latin1() -> Text { recoded { [$0.value < 256 ? UInt8($0.value) : UInt8(ascii: "?")] } }

  func utf16(bigEndian: Bool = false) -> Text {
    recoded { scalar in
      (UTF16.encode(scalar) ?? .init()).flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
        return bigEndian ? [high, low] : [low, high]
      }
    }
  }
}

private func isUnreserved(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
  default: false
  }
}

private func hexPair(_ byte: UInt8, _ prefix: String, upper: Bool = true) -> [UInt8] {
  let digits = String(byte, radix: 16, uppercase: upper)
  return Array((prefix + (byte < 16 ? "0" : "") + digits).utf8)
}
