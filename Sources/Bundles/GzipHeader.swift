/// What the header of a gzip member says beside how to read it (RFC 1952 section 2.3.1).
enum GzipHeader {
  /// The kinds of metadata in it, none of which is written again.
  static func metadata(_ head: [UInt8]) -> [String] {
    guard head.count > 3 else { return [] }
    return [(0x08, "gzip-name"), (0x10, "gzip-comment"), (0x04, "gzip-extra")].compactMap { bit, kind in
      head[3] & bit == 0 ? nil : kind
    }
  }
}
