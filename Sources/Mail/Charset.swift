internal import Foundation
internal import Model

/// Names of character sets (IANA), and what bytes in them say.
enum Charset {
  private static let encodings: [String: String.Encoding] = [
    "utf-8": .utf8, "utf8": .utf8, "us-ascii": .utf8, "ascii": .utf8, "iso-8859-1": .windowsCP1252,
    "latin1": .windowsCP1252, "windows-1252": .windowsCP1252, "cp1252": .windowsCP1252, "iso-8859-2": .isoLatin2,
    "windows-1250": .windowsCP1250, "windows-1251": .windowsCP1251, "windows-1253": .windowsCP1253,
    "windows-1254": .windowsCP1254, "utf-16": .utf16, "utf-16le": .utf16LittleEndian, "utf-16be": .utf16BigEndian,
    "iso-8859-15": .windowsCP1252, "shift_jis": .shiftJIS, "euc-jp": .japaneseEUC,
  ]

  /// The text that `bytes` are in the character set `name`.
  ///
  /// - Throws: `Problem` of code `unscannable` for a set that is not known, or bytes that are none of its text.
  static func decode(_ bytes: [UInt8], _ name: String) throws(Problem) -> String {
    guard let encoding = encodings[name.lowercased()] else {
      throw refused(
        "a part is in a character set that is not known", mend: "Save the message as UTF-8, or send its text")
    }
    // One byte that Windows-1252 leaves open must not hide the text around it.
    if encoding == .windowsCP1252 { return latin(bytes) }
    if let text = String(data: Data(bytes), encoding: encoding) { return text }
    // Programs call Latin-1 ASCII or UTF-8; what is looked for is ASCII in either.
    if encoding == .utf8 { return latin(bytes) }
    throw refused("a part is not in the character set it says")
  }

  private static func latin(_ bytes: [UInt8]) -> String {
    if let text = String(data: Data(bytes), encoding: .windowsCP1252) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
