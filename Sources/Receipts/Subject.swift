public import Model

extension Statement {
  /// A bundle that a statement is about: matched by its digest; the name is for people only.
  public struct Subject: Sendable, Hashable {
    /// A neutral file name.
    public let name: String
    /// The digest of the very bytes that were judged.
    public let digest: ContentDigest

    /// Makes a subject; a name that is a path, or that does not print, is refused.
    public init(name: String, digest: ContentDigest) throws(Problem) {
      guard !name.isEmpty, name != ".", name != "..", name.utf8.count <= 255,
        !name.unicodeScalars.contains("/"), !name.unicodeScalars.contains("\\")
      else {
        throw Problem(
          .invalidFile, "receipt", "a subject's name is empty, too long, or a path",
          mend: "Use a plain file name: folders tell about the machine and the person")
      }
      guard printable(name) == name, !name.unicodeScalars.contains("@") else {
        throw Problem(
          .invalidFile, "receipt", "a subject's name holds a character that does not print, or looks like an address",
          mend: "Use a neutral name, such as `bundle.zip`")
      }
      self.name = name
      self.digest = digest
    }

    /// A name for the receipt that keeps only the kind of file: `Jane-Roe-logs.tar.gz` becomes `bundle.tar.gz`.
    ///
    /// Customers name bundles after people and hosts, and no verifier looks at the name. `number` tells bundles of one
    /// statement apart.
    public static func neutralName(for fileName: String, number: Int = 1) -> String {
      let kinds = [
        ".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst", ".tgz", ".tar", ".zip", ".7z", ".gz", ".bz2", ".xz", ".zst",
        ".log", ".txt", ".json", ".xml", ".csv", ".eml", ".html", ".pcap",
      ]
      let lower = fileName.lowercased()
      let kind = kinds.first { lower.hasSuffix($0) } ?? ""
      return number > 1 ? "bundle-\(number)\(kind)" : "bundle\(kind)"
    }
  }
}
