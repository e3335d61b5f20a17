internal import Files
internal import LibArchive
internal import Model

/// One member as it is read.
struct Member {
  let entry: ArchiveEntry
  /// The content of a file.
  let content: (any ByteSource)?
  /// Why it is left out; nil for what is sent on.
  var dropped: String?
}

/// Where members come from: an archive or a folder.
protocol MemberReader: AnyObject {
  func next() throws(Problem) -> Member?
}

/// Where scrubbed members go: an archive, a folder, or nowhere.
protocol MemberWriter: AnyObject {
  /// Where the content of a file is written; it is added to the whole by `close`.
  func open(_ entry: ArchiveEntry) throws(Problem) -> any MemberSink
  /// Adds a folder or a link.
  func add(_ entry: ArchiveEntry) throws(Problem)
  func finish() throws(Problem)
}

/// The content of a member on its way out.
protocol MemberSink: ByteSink {
  func close() throws(Problem)
}

extension ArchiveReader: MemberReader {
  func next() throws(Problem) -> Member? {
    guard let entry: ArchiveEntry = try next() else { return nil }
    return Member(entry: entry, content: entry.kind == .file ? content : nil)
  }
}

/// Writes members into an archive; a file waits in a spool until its size is known.
final class ArchiveMembers: MemberWriter {
  private let writer: ArchiveWriter
  private let folder: String
  private let watchdog: Watchdog?

  init(
    _ format: ArchiveFormat, to sink: any ByteSink, spoolFolder: String, watchdog: Watchdog? = nil
  ) throws(Problem) {
    writer = try ArchiveWriter(format, to: sink)
    folder = spoolFolder
    self.watchdog = watchdog
  }

  func open(_ entry: ArchiveEntry) throws(Problem) -> any MemberSink { Sink(self, entry) }
  func add(_ entry: ArchiveEntry) throws(Problem) { try writer.add(entry) }
  func finish() throws(Problem) { try writer.finish() }

  private final class Sink: MemberSink {
    private let members: ArchiveMembers
    private let entry: ArchiveEntry
    private let spool: Spool

    init(_ members: ArchiveMembers, _ entry: ArchiveEntry) {
      self.members = members
      self.entry = entry
      spool = Spool(folder: members.folder)
    }

    func write(_ bytes: Span<UInt8>) throws(Problem) { try spool.write(bytes) }

    func close() throws(Problem) {
      let sized = ArchiveEntry(
        path: entry.path, kind: .file, size: spool.size, mode: entry.mode, modified: entry.modified)
      try members.writer.add(sized, content: Stepping(spool, members.watchdog))
    }
  }
}

/// Writes members into a folder that is not there yet under its final name.
final class FolderMembers: MemberWriter {
  private let root: String
  private var folders: Set<String> = []

  init(_ root: String) { self.root = root }

  func open(_ entry: ArchiveEntry) throws(Problem) -> any MemberSink {
    let path = try place(entry)
    return Sink(try FolderFile(path), entry)
  }

  func add(_ entry: ArchiveEntry) throws(Problem) {
    switch entry.kind {
    case .directory:
      // Whoever unpacks it must be able to write into it.
      if entry.path != [UInt8(ascii: ".")] {
        try makeFolder(String(decoding: entry.path, as: UTF8.self), mode: entry.mode | 0o700)
      }
    case .symbolicLink(let target):
      try Paths.makeLink(try place(entry), to: String(decoding: target, as: UTF8.self))
    case .file, .hardLink, .special:
      throw Problem(
        .unscannable, "", "a hard link cannot be written into a folder", mend: "Choose an archive as output")
    }
  }

  func finish() throws(Problem) {}

  private func place(_ entry: ArchiveEntry) throws(Problem) -> String {
    let path = String(decoding: entry.path, as: UTF8.self)
    let folder = Paths.split(path).folder
    if !folder.isEmpty { try makeFolder(folder) }
    return root + "/" + path
  }

  private func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(Problem) {
    if folders.contains(path) { return }
    let parent = Paths.split(path).folder
    if !parent.isEmpty { try makeFolder(parent) }
    try Paths.makeFolder(root + "/" + path, mode: mode)
    folders.insert(path)
  }

  private final class Sink: MemberSink {
    private let file: FolderFile
    private let entry: ArchiveEntry

    init(_ file: FolderFile, _ entry: ArchiveEntry) {
      self.file = file
      self.entry = entry
    }

    func write(_ bytes: Span<UInt8>) throws(Problem) { try file.write(bytes) }
    func close() throws(Problem) { try file.finish(mode: entry.mode, modified: entry.modified) }
  }
}

/// Takes members and keeps nothing, for scans.
final class NoMembers: MemberWriter {
  func open(_ entry: ArchiveEntry) throws(Problem) -> any MemberSink { Sink() }
  func add(_ entry: ArchiveEntry) throws(Problem) {}
  func finish() throws(Problem) {}

  private final class Sink: MemberSink {
    func write(_ bytes: Span<UInt8>) throws(Problem) {}
    func close() throws(Problem) {}
  }
}

/// The files of a folder, in the order of their names; links are members, never followed.
final class FolderReader: MemberReader {
  private var pending: [(path: String, name: String)]

  /// Reads the files at `paths`, each named by what follows its folder.
  ///
  /// A link that is named itself is followed; links inside folders stay links.
  init(_ roots: [(path: String, name: String)]) {
    pending = roots.reversed().map { root in
      let isLink = if case .symbolicLink? = Paths.status(root.path)?.kind { true } else { false }
      return (isLink ? Paths.resolved(root.path) ?? root.path : root.path, root.name)
    }
  }

  func next() throws(Problem) -> Member? {
    guard let (path, name) = pending.popLast() else { return nil }
    guard let status = Paths.status(path) else { throw .system("examine", path) }
    let kind: ArchiveEntry.Kind
    var content: InputFile? = nil
    switch status.kind {
    case .file:
      kind = .file
      content = try InputFile(path)
    case .directory:
      kind = .directory
      for child in try Paths.list(path).reversed() {
        pending.append((path + "/" + child, name.isEmpty ? child : name + "/" + child))
      }
      if name.isEmpty { return try next() }
    case .symbolicLink: kind = .symbolicLink(Array(try Paths.linkTarget(path).utf8))
    case .other: kind = .special
    }
    let entry = ArchiveEntry(
      path: Array(name.utf8), kind: kind, size: status.size, mode: status.mode, modified: status.modified)
    return Member(entry: entry, content: content)
  }
}
