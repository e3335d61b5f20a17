/// A part of the bundle on disk: a file, or an archive with parts in it.
indirect enum Node: Sendable {
  case file(Leaf)
  case archive(Archive)
}

/// A file with its serial number, which finds it again in the output whatever its name became.
struct Leaf: Sendable {
  let serial: String
  let page: Page

  /// The path in its folder or archive: a folder named by the serial number, then the file's own path.
  var path: String { serial + "/" + String(decoding: page.path.bytes, as: UTF8.self) }
}

/// An archive or a compressed file.
struct Archive: Sendable {
  enum Format: Sendable { case zip, tar, tarGzip, gzip }

  let serial: String
  let name: String
  let format: Format
  let members: [Node]
  /// Who packed it, where the format says so; must not survive.
  var owner: Value?
  /// The comment of a zip, the original name in a gzip header; the values in it must not survive.
  var remark: Text = ""

  var path: String { serial + "/" + name }

  var bytes: [UInt8] {
    let files = members.map { member in
      switch member {
      case .file(let leaf): Member(path: leaf.path, bytes: leaf.page.text.bytes)
      case .archive(let archive): Member(path: archive.path, bytes: archive.bytes)
      }
    }
    switch format {
    case .zip: return ZipFormat.packed(files, comment: String(decoding: remark.bytes, as: UTF8.self))
    case .tar: return TarFormat.packed(files, owner: owner?.text ?? "root")
    case .tarGzip:
      return GzipFormat.packed(
        TarFormat.packed(files, owner: owner?.text ?? "root"), name: String(decoding: remark.bytes, as: UTF8.self))
    case .gzip: return GzipFormat.packed(files.first?.bytes ?? [], name: String(decoding: remark.bytes, as: UTF8.self))
    }
  }
}

/// A file in an archive.
struct Member: Sendable, Equatable {
  let path: String
  let bytes: [UInt8]
}

extension Node {
  /// All files in it, in order, and the archives around them.
  var leaves: [Leaf] {
    switch self {
    case .file(let leaf): [leaf]
    case .archive(let archive): archive.members.flatMap(\.leaves)
    }
  }

  var archives: [Archive] {
    switch self {
    case .file: []
    case .archive(let archive): [archive] + archive.members.flatMap(\.archives)
    }
  }
}
