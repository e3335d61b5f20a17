internal import Codecs
internal import Files
internal import LibArchive
internal import Model

/// What a bundle is on disk.
enum Shape: Equatable {
  /// One file that is no archive.
  case file
  /// One file, compressed.
  case gzipFile
  case folder
  case tar
  case tarGzip
  case zip

  /// What the name of an output asks for; nil when it asks for nothing.
  ///
  /// - Throws: `Problem` of code `usage` for a format that cannot be written.
  static func asked(by name: String) throws(Problem) -> Shape? {
    let lower = name.lowercased()
    for ending in [
      ".tar.zst", ".tar.xz", ".tar.bz2", ".tar.lz4", ".tzst", ".txz", ".7z", ".rar", ".zst", ".xz", ".bz2",
    ]
    where lower.hasSuffix(ending) {
      throw Problem(
        .usage, name, "'\(ending)' cannot be written yet", mend: "Choose .tar.gz, .tar or .zip, or a folder")
    }
    if lower.hasSuffix("/") { return .folder }
    if lower.hasSuffix(".tar.gz") || lower.hasSuffix(".tgz") { return .tarGzip }
    if lower.hasSuffix(".tar") { return .tar }
    if lower.hasSuffix(".zip") { return .zip }
    if lower.hasSuffix(".gz") { return .gzipFile }
    return nil
  }

  /// What a file is, by its content.
  static func of(_ file: InputFile) throws(Problem) -> Shape {
    switch ContentKind(head: try Peek(file).head) {
    case .zip: return .zip
    case .tar: return .tar
    case .gzip:
      try file.rewind()
      let inner = try Peek(GunzipSource(file, subject: file.path), count: 512)
      return ContentKind(head: inner.head) == .tar ? .tarGzip : .gzipFile
    case .empty, .text, .opaque, .secret: return .file
    }
  }

  /// The format of the container; nil when there is none.
  var format: ArchiveFormat? {
    switch self {
    case .tar, .tarGzip: .tar
    case .zip: .zip
    case .file, .gzipFile, .folder: nil
    }
  }

  var isCompressed: Bool { self == .tarGzip || self == .gzipFile }
}
