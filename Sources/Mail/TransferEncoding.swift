internal import Foundation
internal import Model

/// How the bytes of a part were made fit for transport (RFC 2045 section 6).
enum TransferEncoding: String {
  case sevenBit = "7bit"
  case eightBit = "8bit"
  case binary
  case quotedPrintable = "quoted-printable"
  case base64

  init(_ headers: HeaderBlock) throws(Problem) {
    guard let value = headers["content-transfer-encoding"] else {
      self = .sevenBit
      return
    }
    guard let known = Self(rawValue: try HeaderValue(value).value) else {
      throw refused("a part is encoded in a way that is not known")
    }
    self = known
  }

  /// Whether the bytes stand as they are.
  var isIdentity: Bool { self == .sevenBit || self == .eightBit || self == .binary }

  func decode(_ bytes: ArraySlice<UInt8>) throws(Problem) -> [UInt8] {
    switch self {
    case .sevenBit, .eightBit, .binary: Array(bytes)
    case .quotedPrintable: try Self.quotedPrintable(bytes)
    case .base64: try Self.base64(bytes)
    }
  }

  private static func base64(_ bytes: ArraySlice<UInt8>) throws(Problem) -> [UInt8] {
    let code = bytes.filter { ![0x20, 0x09, 0x0D, 0x0A].contains($0) }
    // Readers differ over foreign characters, padding in the middle, and what is missing at the end.
    guard code.count % 4 == 0, let data = Data(base64Encoded: Data(code)) else {
      throw refused("a part in base64 is damaged")
    }
    return Array(data)
  }

  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) throws(Problem) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    // After a soft break the next line goes on where this one ends; nothing precedes the first.
    var goesOn = true
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !goesOn { result.append(0x0A) }
      goesOn = false
      var rest = line
      // White space at the end of a line was added on the way.
      while let last = rest.last, [0x20, 0x09, 0x0D].contains(last) { rest.removeLast() }
      while let byte = rest.popFirst() {
        if byte != UInt8(ascii: "=") {
          result.append(byte)
        } else if rest.isEmpty {
          goesOn = true
        } else if rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
          result.append(value)
          rest = rest.dropFirst(2)
        } else {
          throw refused("a part in quoted-printable is damaged")
        }
      }
    }
    return result
  }
}
