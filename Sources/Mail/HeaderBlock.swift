internal import Model

/// The fields before the first empty line (RFC 5322 section 2.2).
struct HeaderBlock {
  private let fields: [(name: String, value: [UInt8])]
  /// How long the block is in bytes.
  let length: Int

  private static let mostFields = 2_000

  /// The fields that say how the rest is to be read, or that are kept: one that occurs twice has no meaning.
  private static let single: Set<String> = [
    "content-type", "content-transfer-encoding", "content-disposition", "mime-version", "subject", "from", "date",
  ]

  /// Reads a block, and gives what follows it.
  static func split(_ bytes: ArraySlice<UInt8>) throws(Problem) -> (HeaderBlock, ArraySlice<UInt8>) {
    var fields: [(name: String, value: [UInt8])] = []
    var rest = bytes
    while !rest.isEmpty {
      let line = try nextLine(&rest)
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 {
        // Some readers take a blank line for the end of the block, others for a folded one.
        guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }), !fields.isEmpty else {
          throw refused("a header is folded in a way that programs read differently")
        }
        fields[fields.count - 1].value += line
        continue
      }
      fields.append(try field(line, isFirst: fields.isEmpty))
      guard fields.count <= mostFields else { throw refused("it has more than \(mostFields) headers") }
    }
    for name in single where fields.count(where: { $0.name == name }) > 1 {
      throw refused("the header '\(name)' occurs twice")
    }
    return (HeaderBlock(fields: fields, length: bytes.count - rest.count), rest)
  }

  private init(fields: [(name: String, value: [UInt8])], length: Int) {
    self.fields = fields
    self.length = length
  }

  private static func nextLine(_ rest: inout ArraySlice<UInt8>) throws(Problem) -> ArraySlice<UInt8> {
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    var line = rest[..<end]
    rest = end < rest.endIndex ? rest[(end + 1)...] : []
    if line.last == 0x0D { line.removeLast() }
    guard !line.contains(0x0D), !line.contains(0) else {
      throw refused("a header holds a carriage return or a NUL that ends no line")
    }
    return line
  }

  private static func field(_ line: ArraySlice<UInt8>, isFirst: Bool) throws(Problem) -> (name: String, value: [UInt8])
  {
    if isFirst, line.starts(with: Array("From ".utf8)) {
      throw refused("it is a mailbox and no single message", mend: "Save the one message that matters")
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw refused("a line among its headers is none") }
    return (
      String(decoding: line[..<colon], as: UTF8.self).lowercased(), Array(line[(colon + 1)...].drop { $0 == 0x20 })
    )
  }

  /// The value of the field, unfolded; nil when there is none.
  subscript(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// The values of all fields of the name.
  func all(_ name: String) -> [[UInt8]] { fields.filter { $0.name == name }.map(\.value) }

  /// Whether it can be the header of a message, and not some text with a colon in its first line.
  var isOfMessage: Bool {
    let names = Set(fields.map(\.name))
    return names.intersection(["from", "date", "subject", "mime-version", "received", "message-id", "to"]).count >= 2
  }
}
