internal import Foundation
internal import Model

/// A header with parameters, such as `Content-Type: text/plain; charset=utf-8` (RFC 2045 section 5.1, RFC 2231).
struct HeaderValue {
  /// What stands before the first semicolon, in small letters.
  let value: String
  private let parameters: [String: String]

  /// The parameter, decoded; nil when there is none.
  subscript(_ name: String) -> String? { parameters[name] }

  init(_ bytes: [UInt8]) throws(Problem) {
    var reader = Reader(bytes)
    try reader.skipSpace()
    var value = try reader.token()
    if reader.take(UInt8(ascii: "/")) { value += "/" + (try reader.token()) }
    try reader.skipSpace()
    var raw: [String: String] = [:]
    while !reader.isAtEnd {
      guard reader.take(UInt8(ascii: ";")) else { throw Self.unreadable }
      try reader.skipSpace()
      if reader.isAtEnd || reader.peek == UInt8(ascii: ";") { continue }
      let name = try reader.token().lowercased()
      try reader.skipSpace()
      guard reader.take(UInt8(ascii: "=")) else { throw Self.unreadable }
      try reader.skipSpace()
      let text = reader.peek == UInt8(ascii: "\"") ? try reader.quoted() : try reader.token()
      guard raw.updateValue(text, forKey: name) == nil else {
        throw refused("a header gives the parameter '\(printable(name))' twice")
      }
      try reader.skipSpace()
    }
    self.value = value.lowercased()
    parameters = try Self.joined(raw)
  }

  private static var unreadable: Problem { refused("a header that says how to read the message is not well formed") }

  /// Joins `name*0`, `name*1*` and so on, and decodes `name*` (RFC 2231 sections 3 and 4).
  private static func joined(_ raw: [String: String]) throws(Problem) -> [String: String] {
    var result = raw.filter { !$0.key.contains("*") }
    for base in Set(raw.keys.filter { $0.contains("*") }.map { String($0.prefix { $0 != "*" }) }) {
      if let text = raw[base + "*"] {
        result[base] = try decoded([(text, true)])
        continue
      }
      var pieces: [(text: String, isEncoded: Bool)] = []
      while let piece = raw["\(base)*\(pieces.count)"].map({ ($0, false) })
        ?? raw["\(base)*\(pieces.count)*"].map({ ($0, true) })
      {
        pieces.append(piece)
      }
      guard pieces.count == raw.keys.count(where: { $0.hasPrefix(base + "*") }) else {
        throw refused("a header gives a parameter in pieces that do not fit together")
      }
      result[base] = try decoded(pieces)
    }
    return result
  }

  private static func decoded(_ pieces: [(text: String, isEncoded: Bool)]) throws(Problem) -> String {
    guard let first = pieces.first, first.isEncoded else { return pieces.map(\.text).joined() }
    let parts = first.text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw unreadable }
    var bytes: [UInt8] = []
    for (index, piece) in pieces.enumerated() {
      let text = index == 0 ? String(parts[2]) : piece.text
      bytes += piece.isEncoded ? percentDecoded(text) : Array(text.utf8)
    }
    return try Charset.decode(bytes, parts[0].isEmpty ? "utf-8" : String(parts[0]))
  }

  private static func percentDecoded(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// Goes over a value from left to right.
  private struct Reader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }
    var peek: UInt8? { isAtEnd ? nil : bytes[index] }

    mutating func take(_ byte: UInt8) -> Bool {
      guard peek == byte else { return false }
      index += 1
      return true
    }

    /// White space and comments, which may lie in one another.
    mutating func skipSpace() throws(Problem) {
      var depth = 0
      while let byte = peek {
        if byte == UInt8(ascii: "(") {
          depth += 1
        } else if depth > 0, byte == UInt8(ascii: ")") {
          depth -= 1
        } else if depth > 0, byte == UInt8(ascii: "\\") {
          index += 1
        } else if depth == 0, byte != 0x20, byte != 0x09 {
          return
        }
        index = min(index + 1, bytes.count)
      }
      guard depth == 0 else { throw unreadable }
    }

    mutating func token() throws(Problem) -> String {
      let start = index
      while let byte = peek, (0x21...0x7E).contains(byte), !"()<>@,;:\\\"/[]?=".utf8.contains(byte) { index += 1 }
      guard index > start else { throw unreadable }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    mutating func quoted() throws(Problem) -> String {
      index += 1
      var result: [UInt8] = []
      while let byte = peek {
        index += 1
        if byte == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
        if byte == UInt8(ascii: "\\"), let next = peek {
          result.append(next)
          index += 1
        } else {
          result.append(byte)
        }
      }
      throw unreadable
    }
  }
}
