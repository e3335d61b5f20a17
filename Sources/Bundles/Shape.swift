internal import Codecs
internal import Files
internal import LibArchive
internal import Model

/// What a bundle is on disk.
enum Shape: Equatable {
  /// One file that is no archive, compressed or not.
  case file(Codec?)
  case folder
  case archive(ArchiveFormat, Codec?)

  /// Whether it holds members.
  var hasMembers: Bool {
    if case .file = self { return false }
    return true
  }

  /// Short forms of the endings of archives that are compressed.
  private static let short: [(String, ArchiveFormat, Codec)] = [
    (".tgz", .tar, .gzip), (".tbz2", .tar, .bzip2), (".tbz", .tar, .bzip2), (".txz", .tar, .xz), (".tzst", .tar, .zstd),
  ]

  /// The endings of containers.
  private static let containers: [(String, ArchiveFormat)] = [
    (".tar", .tar), (".cpio", .cpio), (".zip", .zip), (".7z", .sevenZip),
  ]

  /// What the name of an output asks for; nil when it asks for nothing.
  ///
  /// - Throws: `Problem` of code `usage` for a format that cannot be written.
  static func asked(by name: String) throws(Problem) -> Shape? {
    let lower = name.lowercased()
    if lower.hasSuffix("/") { return .folder }
    for ending in [".rar", ".cab", ".iso", ".z", ".lzma", ".lzo"] where lower.hasSuffix(ending) {
      throw Problem(
        .usage, name, "'\(ending)' cannot be written", mend: "Choose .tar.gz, .tar.zst, .zip or .7z, or a folder")
    }
    if let (_, format, codec) = short.first(where: { lower.hasSuffix($0.0) }) { return .archive(format, codec) }
    if let (_, format) = containers.first(where: { lower.hasSuffix($0.0) }) { return .archive(format, nil) }
    guard let codec = Codec.allCases.first(where: { lower.hasSuffix($0.ending) }) else { return nil }
    let rest = lower.dropLast(codec.ending.count)
    let inner = containers.first { rest.hasSuffix($0.0) }?.1
    guard let inner else { return .file(codec) }
    // A zip or 7z compresses by itself, and is read by seeking.
    return inner.isSeekable ? .file(codec) : .archive(inner, codec)
  }

  /// What a file is, by its content.
  static func of(_ file: InputFile) throws(Problem) -> Shape {
    switch ContentKind(head: try Peek(file).head) {
    case .archive(let format): return .archive(format, nil)
    case .compressed(let codec):
      try file.rewind()
      let inner = try Peek(codec.content(of: file, subject: file.path), count: 512)
      if case .archive(let format) = ContentKind(head: inner.head), !format.isSeekable {
        return .archive(format, codec)
      }
      return .file(codec)
    case .empty, .text, .opaque, .secret: return .file(nil)
    }
  }
}
