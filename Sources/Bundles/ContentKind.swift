internal import Codecs
internal import LibArchive
internal import Redaction

/// What the first bytes of a member say it is; its name is not asked.
enum ContentKind: Equatable {
  case empty
  case text(TextEncoding)
  case compressed(Codec)
  case archive(ArchiveFormat)
  /// Something that cannot be scanned, what it is, and what to send instead.
  case opaque(String, advice: String)
  /// Something that opens pseudonyms; it never passes, whatever the user allows.
  case secret(String, advice: String)

  init(head: [UInt8]) {
    if head.isEmpty {
      self = .empty
    } else if head.starts(with: SealedVault.magic) {
      self = .secret("a casegate vault", advice: "Take it out: it belongs to nobody but those who hold the key")
    } else if head.starts(with: Array(PseudonymKey.magic.utf8)) {
      self = .secret("a casegate pseudonym key", advice: "Take it out: whoever has it can test guesses at every value")
    } else if let codec = Codec(head: head) {
      self = .compressed(codec)
    } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .archive(.zip)
    } else if head.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
      self = .archive(.sevenZip)
    } else if Self.isCpio(head) {
      self = .archive(.cpio)
    } else if Self.isTar(head) {
      self = .archive(.tar)
    } else if let foreign = ForeignFormat.allCases.first(where: { $0.matches(head) }) {
      self = .archive(foreign.format)
    } else if let format = OpaqueFormat.all.first(where: { $0.matches(head) }) {
      self = .opaque(format.name, advice: format.advice)
    } else if let encoding = TextEncoding(head: head) {
      self = .text(encoding)
    } else {
      self = .opaque("binary data", advice: "Send an export as text, or leave it out")
    }
  }

  /// A cpio header is a magic number and nothing but digits: hexadecimal in the new forms, octal in the old one (POSIX.1,
  /// "cpio Interchange Format").
  private static func isCpio(_ head: [UInt8]) -> Bool {
    if head.starts(with: Array("070701".utf8)) || head.starts(with: Array("070702".utf8)) {
      return head.count >= 110 && head[6..<110].allSatisfy { isHexDigit($0) }
    }
    return head.starts(with: Array("070707".utf8)) && head.count >= 76
      && head[6..<76].allSatisfy { (0x30...0x37).contains($0) }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// A tar header is known by its checksum (POSIX.1-2017, pax, "ustar Interchange Format"), not by its magic alone: a
  /// block of zeros or a text with "ustar" in it is none.
  private static func isTar(_ head: [UInt8]) -> Bool {
    guard head.count >= 512, head[0] != 0 else { return false }
    let field = head[148..<156].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    guard !field.isEmpty, let stored = Int(String(decoding: field, as: UTF8.self), radix: 8) else { return false }
    let sum = head[..<512].enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
    return sum == stored
  }
}

/// Formats that hold data no text rule can see, by their first bytes.
struct OpaqueFormat {
  let magic: [UInt8]
  let offset: Int
  let name: String
  let advice: String

  private init(_ magic: [UInt8], _ name: String, _ advice: String, at offset: Int = 0) {
    self.magic = magic
    self.offset = offset
    self.name = name
    self.advice = advice
  }

  func matches(_ head: [UInt8]) -> Bool {
    head.count >= offset + magic.count && head[offset...].starts(with: magic)
  }

  private static let repack = "Unpack it, or pack it again as .tar.gz or .zip"
  private static let text = "Send the text that matters, or leave it out"

  static let all: [OpaqueFormat] = [
    .init([0x1F, 0x9D], "compress data", repack),
    .init([0xC7, 0x71], "a binary cpio archive", repack),
    .init([0x7F, 0x45, 0x4C, 0x46], "a core file or program", "Send the stack as text, such as 'gdb -batch -ex bt'"),
    .init(Array("MDMP".utf8), "a minidump", "Send the stack as text from the debugger"),
    .init(Array("PAGEDU".utf8), "a kernel dump", "Send the stack as text from the debugger"),
    .init(Array("JAVA PROFILE".utf8), "a Java heap dump", "Send a class histogram: 'jcmd PID GC.class_histogram'"),
    .init([0xD4, 0xC3, 0xB2, 0xA1], "a packet capture", "Export the SIP messages as text"),
    .init([0xA1, 0xB2, 0xC3, 0xD4], "a packet capture", "Export the SIP messages as text"),
    .init([0x4D, 0x3C, 0xB2, 0xA1], "a packet capture", "Export the SIP messages as text"),
    .init([0x0A, 0x0D, 0x0D, 0x0A], "a packet capture", "Export the SIP messages as text"),
    .init(Array("ElfFile\u{00}".utf8), "a Windows event log", "Export the events as text or CSV"),
    .init(Array("%PDF-".utf8), "a PDF", text),
    .init([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an Office document or Outlook message", text),
    .init([0x89, 0x50, 0x4E, 0x47], "a picture", text),
    .init([0xFF, 0xD8, 0xFF], "a picture", text),
    .init(Array("GIF8".utf8), "a picture", text),
    .init(Array("RIFF".utf8), "a sound or video file", text),
    .init(Array("ID3".utf8), "a sound file", text),
    .init(Array("OggS".utf8), "a sound file", text),
    .init(Array("fLaC".utf8), "a sound file", text),
    .init(Array("ftyp".utf8), "a sound or video file", text, at: 4),
    .init(Array("SQLite format 3\u{00}".utf8), "a database", "Send the query's result as text"),
    .init([0xFE, 0xED, 0xFE, 0xED], "a Java keystore", "Leave it out: keys are never needed"),
    .init([0x4D, 0x5A], "a Windows program", text),
  ]
}
