internal import Foundation
internal import Model

/// One block of a PEM file (RFC 7468); text before and after it is explanatory and let be.
struct PEM {
  /// What the block says it holds.
  let label: String
  /// The bytes it holds.
  let der: [UInt8]

  init(label: String, der: [UInt8]) {
    self.label = label
    self.der = der
  }

  init(parsing text: String, subject file: String) throws(Problem) {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    let begins = lines.indices.filter { lines[$0].hasPrefix("-----BEGIN ") }
    guard let begin = begins.first, begins.count == 1, lines[begin].hasSuffix("-----") else {
      throw Problem(
        .invalidFile, file, begins.count > 1 ? "the file holds several PEM blocks" : "the file holds no PEM block",
        mend: "Name a file with one key")
    }
    label = String(lines[begin].dropFirst(11).dropLast(5))
    let body = lines[(begin + 1)...].prefix { !$0.hasPrefix("-----") }
    guard lines.dropFirst(begin + 1 + body.count).first == "-----END \(label)-----",
      let der = Base64.decode(body.joined())
    else {
      throw Problem(
        .invalidFile, file, "the PEM block is cut short, encrypted or not base64",
        mend: "Write the key again, unencrypted, with `openssl pkey`")
    }
    self.der = der
  }

  /// The block as openssl writes it: 64 characters a line, and a line end after the last.
  var text: String {
    let body = Array(Base64.encode(der))
    let lines = stride(from: 0, to: body.count, by: 64).map { String(body[$0..<min($0 + 64, body.count)]) }
    return (["-----BEGIN \(label)-----"] + lines + ["-----END \(label)-----", ""]).joined(separator: "\n")
  }
}
