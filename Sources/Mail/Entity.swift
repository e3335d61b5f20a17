internal import Model

/// A message or a part of one, taken apart (RFC 2045, RFC 2046).
struct Entity {
  /// What an entity holds.
  indirect enum Content {
    /// Bytes, decoded.
    case leaf([UInt8])
    case parts([Entity])
    case message(Entity)
  }

  let headers: HeaderBlock
  /// Such as `text/plain`.
  let type: String
  let content: Content
  private let typeParameters: HeaderValue?
  private let disposition: HeaderValue?

  /// How deep parts may lie in one another, and how many there may be.
  static let mostDepth = 16
  static let mostParts = 1_000

  /// What a program cannot look into, and what to do instead.
  private static let sealed: [String: String] = [
    "multipart/encrypted": "is encrypted", "application/pkcs7-mime": "is encrypted or sealed",
    "application/x-pkcs7-mime": "is encrypted or sealed", "application/ms-tnef": "is in Outlook's own format",
    "application/vnd.ms-tnef": "is in Outlook's own format", "application/vnd.ms-outlook": "is an Outlook message",
    "message/partial": "is a piece of a message", "message/external-body": "lies somewhere else",
  ]

  /// Takes `bytes` apart.
  ///
  /// - Throws: `Problem` of code `unscannable` when they can be read in two ways, or not at all.
  init(_ bytes: ArraySlice<UInt8>, depth: Int = 0, count: inout Int, in parent: String = "") throws(Problem) {
    count += 1
    guard depth <= Self.mostDepth else {
      throw refused("its parts lie in one another more than \(Self.mostDepth) deep")
    }
    guard count <= Self.mostParts else { throw refused("it has more than \(Self.mostParts) parts") }
    let (headers, body) = try HeaderBlock.split(bytes)
    self.headers = headers
    typeParameters = try headers["content-type"].map { value throws(Problem) in try HeaderValue(value) }
    disposition = try headers["content-disposition"].map { value throws(Problem) in try HeaderValue(value) }
    type = typeParameters?.value ?? (parent == "multipart/digest" ? "message/rfc822" : "text/plain")
    let encoding = try TransferEncoding(headers)
    if let what = Self.sealed[type] {
      throw refused("a part \(what)", mend: "Save what it holds as files, and send those")
    }
    if type.hasPrefix("multipart/") {
      guard encoding.isIdentity else { throw refused("a part that holds parts is encoded as a whole") }
      var parts: [Entity] = []
      for part in try Multipart.split(body, boundary: typeParameters?["boundary"]) {
        parts.append(try Entity(part, depth: depth + 1, count: &count, in: type))
      }
      content = .parts(parts)
    } else if type == "message/rfc822" || type == "message/global" {
      guard encoding.isIdentity else { throw refused("a message inside it is encoded as a whole") }
      content = .message(try Entity(body, depth: depth + 1, count: &count))
    } else {
      content = .leaf(try encoding.decode(body))
    }
  }

  /// The name the sender gave the part; nil when there is none.
  func fileName() throws(Problem) -> String? {
    guard let name = disposition?["filename"] ?? typeParameters?["name"] else { return nil }
    // Many programs put encoded words here, which RFC 2047 does not allow, and all understand.
    return try EncodedWord.decode(Array(name.utf8))
  }

  /// Whether it is text to be read with the message, and not a file that goes with it.
  func isInlineText() throws(Problem) -> Bool {
    guard type == "text/plain" || type == "text/html", disposition?.value != "attachment" else { return false }
    return try fileName() == nil
  }

  /// The text of a text part.
  func text() throws(Problem) -> String {
    guard case .leaf(let bytes) = content else { return "" }
    guard !bytes.contains(0) || typeParameters?["charset"]?.lowercased().hasPrefix("utf-16") == true else {
      throw refused("a text part holds NUL bytes")
    }
    return try Charset.decode(bytes, typeParameters?["charset"] ?? "us-ascii")
  }
}
