internal import Model

/// Collects what a message holds: its text, its files, and what is left out.
struct Extraction {
  private(set) var parts: [MailMessage.Part] = []
  private(set) var texts: [String] = []
  private var nameless = 0
  private var enclosed = 0

  /// Takes a message, whose parts get paths that begin with `prefix`.
  mutating func take(message: Entity, at prefix: String) throws(Problem) {
    let headers = message.headers
    parts.append(dropped(prefix + "headers", "of the headers only subject and date are kept", headers.length))
    let place = parts.count
    var body: [String] = []
    try take(message, at: prefix, &body)
    var lines: [String] = []
    // Without its name: what a mail log has behind 'Subject:' is taken for private, and this one names the case.
    if let subject = headers["subject"] { lines.append(try EncodedWord.decode(subject)) }
    if let date = headers["date"] { lines.append("Date: " + (try EncodedWord.decode(date))) }
    let text = (lines + [""] + body).joined(separator: "\n") + "\n"
    texts += body
    parts.insert(MailMessage.Part(path: prefix + "update.txt", content: .bytes(Array(text.utf8))), at: place)
  }

  private mutating func take(_ entity: Entity, at prefix: String, _ body: inout [String]) throws(Problem) {
    switch entity.content {
    case .message(let inner):
      enclosed += 1
      try take(message: inner, at: "\(prefix)message-\(enclosed)/")
    case .parts(let children):
      switch entity.type {
      case "multipart/alternative": try take(alternatives: children, at: prefix, &body)
      case "multipart/signed":
        for (index, child) in children.enumerated() {
          if index == 0 {
            try take(child, at: prefix, &body)
          } else {
            parts.append(dropped(prefix + "signature", "a signature, which fits the original only", size(child)))
          }
        }
      default: for child in children { try take(child, at: prefix, &body) }
      }
    case .leaf(let bytes):
      if try entity.isInlineText() {
        body.append(try readable(entity))
      } else {
        try take(file: entity, bytes, at: prefix)
      }
    }
  }

  /// One text in several forms: the plain one is kept, and the others when they say much more.
  private mutating func take(alternatives: [Entity], at prefix: String, _ body: inout [String]) throws(Problem) {
    var plain: String?
    for entity in alternatives where entity.type == "text/plain" && plain == nil {
      if try entity.isInlineText() { plain = try readable(entity) }
    }
    if let plain { body.append(plain) }
    var skipsPlain = plain != nil
    for entity in alternatives {
      if skipsPlain, entity.type == "text/plain" {
        skipsPlain = false
        continue
      }
      var inner: [String] = []
      try take(entity, at: prefix, &inner)
      let words = inner.reduce(0) { $0 + wordCount($1) }
      if let plain, !inner.isEmpty, words * 2 <= wordCount(plain) * 3 {
        parts.append(dropped(prefix + "alternative", "the same text in another form", size(entity)))
      } else {
        body += inner
      }
    }
  }

  private mutating func take(file entity: Entity, _ bytes: [UInt8], at prefix: String) throws(Problem) {
    let type = entity.type
    if ["application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"].contains(type) {
      parts.append(dropped(prefix + "signature", "a signature, which fits the original only", bytes.count))
      return
    }
    let given = try entity.fileName()
    guard given?.lowercased() != "winmail.dat" else {
      throw refused("a part is in Outlook's own format", mend: "Save what it holds as files, and send those")
    }
    if type.hasPrefix("text/") { try Self.refuseSealed(in: bytes) }
    nameless += given == nil ? 1 : 0
    let name = given.flatMap(Self.fileName) ?? "part-\(nameless)" + Self.ending(for: type)
    parts.append(MailMessage.Part(path: "\(prefix)attachments/\(name)", content: .bytes(bytes)))
  }

  private func readable(_ entity: Entity) throws(Problem) -> String {
    let text = try entity.text()
    try Self.refuseSealed(in: Array(text.utf8))
    let readable = entity.type == "text/html" ? HTMLText.text(of: text) : text
    return readable.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  /// Text that is no text: an encrypted message, or a file written into it.
  private static func refuseSealed(in bytes: [UInt8]) throws(Problem) {
    for line in bytes.split(separator: 0x0A) {
      if line.starts(with: Array("-----BEGIN PGP MESSAGE-----".utf8)) {
        throw refused("its text is encrypted", mend: "Decrypt it, and send what it says")
      }
      // uuencode (POSIX.1): 'begin', a mode in octal, a name.
      if line.starts(with: Array("begin ".utf8)) {
        let mode = line.dropFirst(6).prefix { $0 != 0x20 }
        if (3...4).contains(mode.count), mode.allSatisfy({ (0x30...0x37).contains($0) }) {
          throw refused("a file is written into its text (uuencode)", mend: "Save the file, and attach it")
        }
      }
      if line.starts(with: Array("=ybegin ".utf8)) {
        throw refused("a file is written into its text (yEnc)", mend: "Save the file, and attach it")
      }
    }
  }

  /// The last part of a name, without what would lead elsewhere; nil when nothing is left.
  private static func fileName(_ name: String) -> String? {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let kept = String(String.UnicodeScalarView(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    return kept.allSatisfy({ $0 == "." || $0 == " " }) ? nil : kept
  }

  private static func ending(for type: String) -> String {
    let known = [
      "text/plain": ".txt", "text/html": ".html", "text/calendar": ".ics", "text/csv": ".csv", "text/vcard": ".vcf",
      "text/rfc822-headers": ".txt", "message/delivery-status": ".txt", "application/json": ".json",
      "application/xml": ".xml", "text/xml": ".xml", "application/zip": ".zip", "application/gzip": ".gz",
    ]
    return known[type] ?? (type.hasPrefix("text/") || type.hasPrefix("message/") ? ".txt" : ".bin")
  }

  private func dropped(_ path: String, _ reason: String, _ size: Int) -> MailMessage.Part {
    MailMessage.Part(path: path, content: .dropped(reason: reason, size: size))
  }

  private func size(_ entity: Entity) -> Int {
    switch entity.content {
    case .leaf(let bytes): bytes.count
    case .parts(let children): children.reduce(0) { $0 + size($1) }
    case .message(let inner): size(inner)
    }
  }

  private func wordCount(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }
}
