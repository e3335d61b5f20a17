public import Model

extension Envelope {
  /// A larger file is no receipt.
  static let largest = 1 << 20

  /// The envelope as a file: compact JSON and a line end.
  public var bytes: [UInt8] { json.bytes + [0x0A] }

  var json: JSON {
    .object([
      .init("payload", .string(Base64.encode(payload))),
      .init("payloadType", .string(Self.payloadType)),
      .init(
        "signatures",
        .array(
          signatures.map {
            .object([.init("keyid", .string($0.keyID)), .init("sig", .string(Base64.encode($0.bytes)))])
          })),
    ])
  }

  /// Reads a file that holds an envelope, bare or in a Sigstore bundle; nothing in it is trusted yet.
  public init(parsing bytes: [UInt8], subject file: String = "receipt") throws(Problem) {
    guard bytes.count <= Self.largest else {
      throw Problem(.invalidFile, file, "the file is too large for a receipt", mend: "Name the receipt, not the bundle")
    }
    let json = try JSONParser.parse(bytes, subject: file)
    if SigstoreBundle.looksLike(json) {
      self = try SigstoreBundle(json, subject: file).envelope
    } else {
      try self.init(json, subject: file)
    }
  }

  init(_ json: JSON, subject file: String) throws(Problem) {
    let root = try JSONFields(json, subject: file, known: ["payload", "payloadType", "signatures"])
    guard try root.string("payloadType") == Self.payloadType else {
      throw Problem(
        .untrusted, file, "`payloadType` is not `\(Self.payloadType)`",
        mend: "Ask for a receipt written by `casegate gate`")
    }
    var signatures: [Signature] = []
    for field in try root.objects("signatures", known: ["keyid", "sig"]) {
      let bytes = try Self.decode(try field.string("sig"), "sig", file)
      signatures.append(Signature(keyID: try field.optionalString("keyid") ?? "", bytes: bytes))
    }
    guard !signatures.isEmpty else {
      throw Problem(.untrusted, file, "nobody signed the receipt", mend: "Run the gate with a signing key")
    }
    let named = signatures.map(\.keyID).filter { !$0.isEmpty }
    guard Set(named).count == named.count else {
      throw Problem(.untrusted, file, "two signatures claim the same key", mend: "Run the gate again")
    }
    self.init(payload: try Self.decode(try root.string("payload"), "payload", file), signatures: signatures)
  }

  private static func decode(_ text: String, _ field: String, _ file: String) throws(Problem) -> [UInt8] {
    guard let bytes = Base64.decode(text) else {
      throw Problem(
        .invalidFile, file, "`\(field)` is not standard base64 with padding",
        mend: "Get the file from its source again; the URL-safe alphabet is not read")
    }
    return bytes
  }
}
