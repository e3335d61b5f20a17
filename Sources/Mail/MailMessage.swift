public import Model

/// An e-mail message, taken apart into what is sent on and what is left out.
///
/// Nothing is rewritten in place: headers, formatting and signatures stay behind, and texts and files are written anew.
/// Whatever can be read in two ways is refused, because the vendor's program may read it the other way.
public struct MailMessage: Sendable {
  /// Something the message holds.
  public struct Part: Sendable {
    /// What becomes of it.
    public enum Content: Sendable {
      /// It is sent on, as these bytes.
      case bytes([UInt8])
      /// It is left out, for the reason given; it had so many bytes.
      case dropped(reason: String, size: Int)
    }

    /// Its path among the parts, such as `attachments/app.log`.
    public let path: String
    /// What becomes of it.
    public let content: Content
  }

  /// The subject, decoded; empty when there is none.
  public let subject: String
  /// The text that people read, and in it the texts of messages it encloses.
  public let text: String
  /// The addresses it comes from.
  public let senders: [String]
  /// The addresses it goes to, copies included.
  public let recipients: [String]
  /// Everything it holds, in order; the text is `update.txt`.
  public let parts: [Part]

  /// How large a message may be, in bytes: it is taken apart in memory.
  public static let largest = 48 << 20

  /// Whether `path` is called like a message.
  public static func isCalledMail(_ path: String) -> Bool { path.lowercased().hasSuffix(".eml") }

  /// Takes a message apart.
  ///
  /// - Throws: `Problem` of code `unscannable` with the reason and the mend.
  public init(_ bytes: [UInt8]) throws(Problem) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw refused("it is an Outlook message (.msg)", mend: "Save it as .eml, or save its text and attachments")
    }
    var count = 0
    let entity = try Entity(bytes[...], count: &count)
    guard entity.headers.isOfMessage else {
      throw refused("it has no headers of a message", mend: "Rename it if it is no message")
    }
    var extraction = Extraction()
    try extraction.take(message: entity, at: "")
    parts = extraction.parts
    text = extraction.texts.joined(separator: "\n")
    subject = try EncodedWord.decode(entity.headers["subject"] ?? [])
    senders = try Self.addresses(entity.headers, ["from", "sender", "reply-to"])
    recipients = try Self.addresses(entity.headers, ["to", "cc", "bcc"])
  }

  private static func addresses(_ headers: HeaderBlock, _ names: [String]) throws(Problem) -> [String] {
    var result: [String] = []
    for value in names.flatMap({ headers.all($0) }) {
      for match in try EncodedWord.decode(value).matches(of: /[^\s<>",;:()]+@[^\s<>",;:()]+/) {
        result.append(match.0.lowercased())
      }
    }
    return result
  }
}
