internal import Codecs
public import Files
internal import LibArchive
public import Model

/// Scrubs and scans files, folders and archives.
extension Session {
  /// What a run over a bundle gave.
  public struct Outcome: Sendable {
    /// SHA-256 of the input file; nil for a folder or standard input.
    public let inputSHA256: String?
    /// SHA-256 of the output file; nil for a folder, and when nothing was written.
    public let outputSHA256: String?
    /// Whether every entry is accounted for and the output is in place.
    public let complete: Bool
  }

  /// Scrubs `paths` into `output`; nothing appears there unless every entry could be scanned.
  ///
  /// - Parameters:
  ///   - paths: one file, folder or archive, or several that become members of one output.
  ///   - output: has the input's shape, or the one its name asks for.
  ///   - replacing: whether an output that exists is replaced.
  /// - Throws: `Problem` of code `missing-file`, `output-conflict`, `usage`, `input-output` or `internal`; what is wrong
  ///   with an entry is in the ledger instead.
  public func scrub(_ paths: [String], to output: String, replacing: Bool = false) throws(Problem) -> Outcome {
    try watching { () throws(Problem) in try scrubAll(paths, to: output, replacing) }
  }

  private func scrubAll(_ paths: [String], to output: String, _ replacing: Bool) throws(Problem) -> Outcome {
    try checkConflicts(paths, output)
    Temporary.sweep(beside: output)
    let asked = try Shape.asked(by: output)
    try learn(from: paths)
    if paths.count == 1, Paths.status(paths[0], followingLinks: true)?.kind != .directory {
      return try scrubFile(paths[0], to: output, asked, replacing)
    }
    if case .file = asked {
      throw Problem(
        .usage, output, "several files cannot become one compressed file", mend: "Choose .tar.gz, .zip or a folder")
    }
    let walk = Walk(self, inputSize: 0, spoolFolder: Paths.split(output).folder)
    let reader = FolderReader(try roots(paths))
    let only = paths.count == 1 ? Paths.status(paths[0], followingLinks: true) : nil
    return try writeMembers(
      of: reader, asked ?? .folder, to: output, replacing, walk, inputSHA256: nil, mode: only?.mode ?? 0o755)
  }

  /// Scans `paths` and writes nothing; findings go to `onFinding`, the rest to the ledger.
  public func scan(_ paths: [String]) throws(Problem) {
    try watching { () throws(Problem) in
      try learn(from: paths)
      try scanAll(paths)
    }
  }

  /// The last part of `path` without values, for reports.
  public func shownName(of path: String) throws(Problem) -> String { try topName(path).shown }

  private func topName(_ path: String) throws(Problem) -> (scrubbed: ScrubbedName, shown: String) {
    let name = try EntryNames(self).scrubbedText(Array((path == "-" ? "-" : Paths.split(path).name).utf8))
    return (name, printable(String(decoding: name.bytes, as: UTF8.self)))
  }

  /// One pass over `paths` that writes nothing.
  func scanAll(_ paths: [String]) throws(Problem) {
    for path in paths {
      let (scrubbed, shown) = try topName(path)
      if path != "-", Paths.status(path, followingLinks: true)?.kind == .directory {
        let walk = Walk(self, inputSize: 0, spoolFolder: nil)
        try walk.members(
          of: FolderReader([(path, "")]), at: Walk.Place(name: paths.count > 1 ? shown : ""), to: NoMembers())
      } else {
        let file = try InputFile(path)
        let walk = Walk(self, inputSize: file.size, spoolFolder: nil)
        let place = Walk.Place(name: shown)
        if !scrubbed.values.isEmpty {
          // A file is sent under its own name, and whoever writes another chooses that one.
          try walk.report(scrubbed, at: place)
          record(
            LedgerEntry(
              name: shown, state: .renamed, reason: "the name of the file itself", bytesIn: 0, bytesOut: 0,
              hits: scrubbed.hits))
        }
        try walk.top(file, at: place, to: NullSink(), scanning: true)
      }
    }
  }

  /// Scrubs text from `source` to `sink`, line by line as it comes.
  public func filter(_ source: any ByteSource, to sink: any ByteSink) throws(Problem) {
    // What one read gives says what it is; a filter must answer at once, and cannot wait for more.
    var head = [UInt8](repeating: 0, count: 64 * 1024)
    let count = try source.read(into: &head)
    let encoding: TextEncoding
    switch ContentKind(head: Array(head[..<count])) {
    case .empty: encoding = .bytes
    case .text(let found): encoding = found
    case .compressed, .archive:
      throw Problem(.unscannable, "standard input", "is an archive or compressed", mend: "Use 'casegate scrub'")
    case .opaque(let what, let advice), .secret(let what, let advice):
      throw Problem(.unscannable, "standard input", "is \(what)", mend: advice)
    }
    var text = TextScrubber(detector: detector, session: self, encoding: encoding, entry: "-")
    text.chunkSize = 1
    let outcome = try text.run(Prefixed(Array(head[..<count]), source), to: sink)
    record(
      LedgerEntry(
        name: "-", state: outcome.hits.isEmpty ? .copied : .redacted, bytesIn: outcome.bytesIn,
        bytesOut: outcome.bytesOut, hits: outcome.hits))
  }

  private func scrubFile(
    _ path: String, to output: String, _ asked: Shape?, _ replacing: Bool
  ) throws(Problem) -> Outcome {
    let file = try InputFile(path)
    let walk = Walk(self, inputSize: file.size, spoolFolder: Paths.split(output).folder)
    let digest = path == "-" ? nil : try fileDigest(of: file) { watchdog?.step() }
    let shape = path == "-" ? nil : try shapeOrBlocked(file)
    if path != "-" { try file.rewind() }
    let place = Walk.Place(name: try shownName(of: path))
    if case .archive(let format, _)? = shape, let refused = ForeignFormat.refused(format, limits, subject: place.name) {
      walk.block(place, refused)
      return Outcome(inputSHA256: digest, outputSHA256: nil, complete: false)
    }
    if path != "-", MailMembers.isMail(Array(path.utf8)) {
      let shape = asked ?? .folder
      guard !MailMembers.isMail(Array(output.utf8)), shape.hasMembers else {
        throw Problem(
          .usage, output, "a message becomes a text and its attachments, which one file cannot hold",
          mend: "Choose a folder, such as 'update/', or a .zip or .tar.gz")
      }
      return try writeMembers(
        of: try MailMembers.alone(file), shape, to: output, replacing, walk, inputSHA256: digest)
    }
    if let asked, let shape, let reader = try memberReader(file, shape, for: asked, walk) {
      return try writeMembers(of: reader, asked, to: output, replacing, walk, inputSHA256: digest)
    }
    if case .archive(let format, _)? = shape, format != format.written {
      throw Problem(
        .usage, output, "cannot be of the input's format, which is only read",
        mend: "Choose a name that ends in .tar.gz, .tar or .zip, or a folder")
    }
    let target = try OutputFile(output, replacing: replacing)
    let hashing = HashingSink(target)
    if case .file(let codec)? = shape, let wanted = Self.codec(asked), codec != wanted {
      // "app.log.gz" to "app.log" or "app.log.zst": the name asks for another compression, or none.
      let source = codec.map { $0.content(of: file, subject: place.name) } ?? file
      let compressed = wanted.map { $0.compressing(to: hashing, threads: jobs) }
      try walk.file(source, at: place, to: compressed ?? hashing)
      try compressed?.finish()
    } else {
      try walk.top(file, at: place, to: hashing, scanning: false)
    }
    guard ledger.blocked.isEmpty else {
      return Outcome(inputSHA256: digest, outputSHA256: nil, complete: false)
    }
    if let asked { try requireShape(asked, of: target.temporary, named: output) }
    try takeSecondLook(at: target.temporary)
    let outcome = Outcome(inputSHA256: digest, outputSHA256: hashing.hexDigest, complete: true)
    try beforeCommit?(outcome)
    watchdog?.stop()
    try target.commit(mode: path == "-" ? 0o644 : file.mode, modified: path == "-" ? nil : file.modified)
    return outcome
  }

  /// Refuses a name that says something else than the output is: what is piped in, and an archive, keep their shape.
  private func requireShape(_ asked: Shape, of path: String, named output: String) throws(Problem) {
    let file = try InputFile(path)
    let shape = try Shape.of(file)
    if shape == asked { return }
    if case .file(let codec) = asked {
      switch shape {
      // "logs.gz" is a name for a compressed tar as well.
      case .archive(_, codec): return
      case .file, .folder, .archive: break
      }
    }
    throw Problem(
      .usage, output, "is a name for another kind of file than what is written",
      mend: "Choose a name with the ending of the input, or none")
  }

  /// The compression that a name asks of a single file; nil when it asks for a container.
  private static func codec(_ asked: Shape?) -> Codec?? {
    switch asked {
    case nil: .some(nil)
    case .file(let codec)?: .some(codec)
    case .folder?, .archive?: nil
    }
  }

  /// The members of a file that becomes a container of another shape; nil when it keeps its own.
  private func memberReader(
    _ file: InputFile, _ shape: Shape, for asked: Shape, _ walk: Walk
  ) throws(Problem) -> (any MemberReader)? {
    if case .file = asked { return nil }
    switch shape {
    case asked: return nil
    case .archive(let format, let codec): return try walk.reader(file, format, codec)
    case .file, .folder: return FolderReader([(file.path, Paths.split(file.path).name)])
    }
  }

  /// The shape of a file; a file too damaged to say is taken as it is, and blocked when it is read.
  private func shapeOrBlocked(_ file: InputFile) throws(Problem) -> Shape {
    do throws(Problem) {
      return try Shape.of(file)
    } catch {
      guard error.code == .damaged else { throw error }
      return .file(nil)
    }
  }

  private func writeMembers(
    of reader: any MemberReader, _ shape: Shape, to output: String, _ replacing: Bool, _ walk: Walk,
    inputSHA256: String?, mode: UInt32 = 0o755
  ) throws(Problem) -> Outcome {
    guard case .archive(let format, let codec) = shape else {
      let folder = try OutputFolder(output, replacing: replacing)
      try walk.members(of: reader, at: Walk.Place(name: ""), to: FolderMembers(folder.temporary))
      guard ledger.blocked.isEmpty else {
        return Outcome(inputSHA256: inputSHA256, outputSHA256: nil, complete: false)
      }
      try takeSecondLook(at: folder.temporary)
      let outcome = Outcome(inputSHA256: inputSHA256, outputSHA256: nil, complete: true)
      try beforeCommit?(outcome)
      watchdog?.stop()
      try folder.commit(mode: mode)
      return outcome
    }
    let target = try OutputFile(output, replacing: replacing)
    let hashing = HashingSink(target)
    let compressed = codec?.compressing(to: hashing, threads: jobs)
    let sink: any ByteSink = compressed ?? hashing
    let members = try walk.writer(format, to: sink)
    try walk.members(of: reader, at: Walk.Place(name: ""), to: members)
    try compressed?.finish()
    guard ledger.blocked.isEmpty else {
      return Outcome(inputSHA256: inputSHA256, outputSHA256: nil, complete: false)
    }
    try takeSecondLook(at: target.temporary)
    let outcome = Outcome(inputSHA256: inputSHA256, outputSHA256: hashing.hexDigest, complete: true)
    try beforeCommit?(outcome)
    watchdog?.stop()
    try target.commit()
    return outcome
  }

  /// Several paths become members named by their last part; one folder's members keep their names.
  private func roots(_ paths: [String]) throws(Problem) -> [(path: String, name: String)] {
    if paths.count == 1 { return [(paths[0], "")] }
    var roots: [(path: String, name: String)] = []
    for path in paths {
      guard Paths.exists(path) else {
        throw Problem(.missingFile, path, "does not exist", mend: "Check the spelling of the path")
      }
      roots.append((path, Paths.split(path).name))
    }
    return roots
  }

  private func checkConflicts(_ paths: [String], _ output: String) throws(Problem) {
    guard output != "-" else {
      throw Problem(.usage, "--output", "an archive is not written to standard output", mend: "Use 'casegate filter'")
    }
    guard paths.count == 1 || !paths.contains("-") else {
      throw Problem(
        .usage, "-", "is standard input, which is scrubbed alone", mend: "Run once for it, and once for the rest")
    }
    for path in paths where path != "-" {
      guard let status = Paths.status(path, followingLinks: true) else {
        throw Problem(.missingFile, path, "does not exist", mend: "Check the spelling of the path")
      }
      if Paths.status(output, followingLinks: true)?.identity == status.identity {
        throw Problem(.outputConflict, output, "is the input itself", mend: "Choose another name")
      }
      if status.kind == .directory, Paths.lies(output, in: path) {
        throw Problem(.outputConflict, output, "lies inside the input", mend: "Choose a place outside it")
      }
    }
  }
}

extension Walk {
  /// Scrubs a file on disk; a zip or 7z is read by seeking, however large it is.
  func top(_ file: InputFile, at place: Place, to sink: any ByteSink, scanning: Bool) throws(Problem) {
    if scanning, MailMembers.isMail(Array(file.path.utf8)) {
      return try members(of: try MailMembers.alone(file), at: place, to: NoMembers())
    }
    guard file.path != "-", case .archive(let format) = ContentKind(head: try Peek(file).head), format.isSeekable else {
      if file.path != "-" { try file.rewind() }
      try self.file(session.watched(file), at: place, to: sink)
      return
    }
    do throws(Problem) {
      if let refused = ForeignFormat.refused(format, session.limits, subject: place.name) { throw refused }
      let reader = try ArchiveReader(format, in: file, subject: place.name)
      noteMetadata(of: reader, place.name)
      try members(of: reader, at: place, to: try writer(format, to: sink))
    } catch {
      guard [.damaged, .unscannable, .limit].contains(error.code) else { throw error }
      block(place, error)
    }
  }

  /// What a zip says of itself and of its members stays behind; its members have no rows for that.
  private func noteMetadata(of reader: ArchiveReader, _ name: String) {
    guard !reader.metadata.isEmpty else { return }
    session.record(
      LedgerEntry(
        name: name, state: .copied, reason: "the archive itself", bytesIn: 0, bytesOut: 0, metadata: reader.metadata))
  }

  /// The members of an archive on disk.
  func reader(_ file: InputFile, _ format: ArchiveFormat, _ codec: Codec?) throws(Problem) -> ArchiveReader {
    if format.isSeekable {
      let reader = try ArchiveReader(format, in: file, subject: file.path)
      noteMetadata(of: reader, try session.shownName(of: file.path))
      return reader
    }
    let source = session.watched(file)
    guard let codec else { return try ArchiveReader(format, from: source, subject: file.path) }
    return try ArchiveReader(
      format, from: Metered(codec.content(of: source, subject: file.path), expansion, isMember: false),
      subject: file.path)
  }
}
