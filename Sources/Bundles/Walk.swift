internal import Codecs
internal import Files
internal import LibArchive
internal import Model

/// Goes through a bundle, whatever is in whatever, and accounts for each entry.
///
/// What cannot be scanned is recorded as blocked, with the reason; the walk goes on, so that one run names all such
/// entries. A problem that is not the bundle's, such as a full disk, ends it.
struct Walk {
  let session: Session
  /// What members hold, all together.
  let budget: Budget
  /// What decompression gives, members that are skipped included.
  let expansion: Budget
  /// Where spools may put their files; nil in a pass that writes nothing.
  let spoolFolder: String?

  init(_ session: Session, inputSize: Int, spoolFolder: String?) {
    self.session = session
    self.spoolFolder = spoolFolder
    budget = Budget(session.limits, inputSize: inputSize, watchdog: session.watchdog)
    expansion = Budget(session.limits, inputSize: inputSize, watchdog: session.watchdog)
  }

  /// Where in the nesting an entry stands.
  struct Place {
    /// The scrubbed way to it, `!` between an archive and its member.
    var name: String
    var depth = 0
    var codecDepth = 0
    var renamed = false
    /// Values that were in the entry's own name, by category.
    var nameHits: [String: Int] = [:]
    /// Kinds of metadata that are left behind.
    var metadata: [String] = []

    func member(_ path: [UInt8], renamed: Bool = false, nameHits: [String: Int] = [:]) -> Place {
      let text = printable(String(decoding: path, as: UTF8.self))
      return Place(
        name: name.isEmpty ? text : name + "!" + text, depth: depth + 1, codecDepth: 0, renamed: renamed,
        nameHits: nameHits)
    }

    var inCodec: Place {
      var place = self
      place.codecDepth += 1
      return place
    }
  }

  /// Scrubs one file, opening what it holds; false when it was blocked, then `sink` has got incomplete data.
  @discardableResult
  func file(_ source: any ByteSource, at place: Place, to sink: any ByteSink) throws(Problem) -> Bool {
    let first = session.ledger.entries.count
    do throws(Problem) {
      try contents(source, at: place, to: sink)
      return true
    } catch {
      guard [.damaged, .unscannable, .limit].contains(error.code) else { throw error }
      block(place, error)
      if isDropped(place) { session.drop(inside: place.name, reason: "what it lies in was left out", from: first) }
      return false
    }
  }

  private func contents(_ source: any ByteSource, at place: Place, to sink: any ByteSink) throws(Problem) {
    let head = try Peek(source)
    switch ContentKind(head: head.head) {
    case .empty: session.record(place.row([:], bytesIn: 0, bytesOut: 0))
    case .text(let encoding):
      let text = TextScrubber(detector: session.detector, session: session, encoding: encoding, entry: place.name)
      let outcome = try text.run(Metered(head, budget), to: sink)
      session.record(place.row(outcome.hits, bytesIn: outcome.bytesIn, bytesOut: outcome.bytesOut))
    case .compressed(let codec):
      guard place.codecDepth < session.limits.codecDepth else {
        throw Problem(.limit, "", "is compressed more than \(session.limits.codecDepth) times")
      }
      let content = Metered(codec.content(of: head, subject: place.name), expansion, isMember: false)
      var inside = place.inCodec
      if codec == .gzip { inside.metadata += GzipHeader.metadata(head.head) }
      // A pass that writes nothing has nothing to compress.
      guard spoolFolder != nil else { return try contents(content, at: inside, to: sink) }
      let compressed = codec.compressing(to: sink, threads: session.jobs)
      try contents(content, at: inside, to: compressed)
      try compressed.finish()
    case .archive(let format):
      try nested(place)
      if let refused = ForeignFormat.refused(format, session.limits, subject: place.name) {
        guard session.isAllowedUnscanned(place.name) else { throw refused }
        return try pass(head, at: place, as: refused.reason, to: sink)
      }
      let reader =
        format.isSeekable
        ? try ArchiveReader(
          format,
          in: try SealedSpool(
            Metered(head, expansion, isMember: false), folder: spoolFolder, limit: session.limits.bytesPerEntry,
            subject: place.name),
          subject: place.name)
        : try ArchiveReader(format, from: head, subject: place.name)
      try members(of: reader, at: place, to: try writer(format, to: sink))
      // Its members account for the bytes; the row is for the archive's own name.
      if place.depth > 0 {
        var own = place
        own.metadata += reader.metadata
        session.record(own.row([:], bytesIn: 0, bytesOut: 0))
      }
    case .secret(let what, let advice): throw Problem(.unscannable, place.name, "is \(what)", mend: advice)
    case .opaque(let what, let advice):
      guard session.isAllowedUnscanned(place.name) else {
        throw Problem(.unscannable, place.name, "is \(what)", mend: advice)
      }
      try pass(head, at: place, as: "is \(what)", to: sink)
    }
  }

  /// Lets through what was not scanned, because its name is allowed.
  private func pass(_ head: Peek, at place: Place, as what: String, to sink: any ByteSink) throws(Problem) {
    let count = try copy(Metered(head, budget), to: sink)
    session.record(
      LedgerEntry(
        name: place.name, state: .copied, reason: "\(what), not scanned, allowed by name", bytesIn: count,
        bytesOut: count, hits: place.nameHits))
  }

  /// What the members of an archive are written to; nothing, in a pass that only reads: it sees the values themselves, and
  /// none of them may lie anywhere.
  func writer(_ format: ArchiveFormat, to sink: any ByteSink) throws(Problem) -> any MemberWriter {
    guard let spoolFolder else { return NoMembers() }
    return try ArchiveMembers(format, to: sink, spoolFolder: spoolFolder, watchdog: session.watchdog)
  }

  private func copy(_ source: any ByteSource, to sink: any ByteSink) throws(Problem) -> Int {
    var buffer = [UInt8](repeating: 0, count: 128 * 1024)
    var total = 0
    while true {
      let count = try source.read(into: &buffer)
      if count == 0 { return total }
      total += count
      try sink.write(buffer.span.extracting(first: count))
    }
  }

  private func nested(_ place: Place) throws(Problem) {
    guard place.depth < session.limits.depth else {
      throw Limits.hit(.depth, "archives lie in one another more than \(session.limits.depth) deep")
    }
  }

  /// Scrubs all members of an archive or a folder.
  func members(of reader: any MemberReader, at place: Place, to writer: any MemberWriter) throws(Problem) {
    let names = EntryNames(session)
    var written = WrittenNames()
    let isFolder = reader is FolderReader
    let reader = MailMembers(reader)
    var number = 0
    while let member = try reader.next() {
      number += 1
      try budget.countEntry()
      if place.depth == 0, isFolder {
        // A folder is as large as its files are, which are met one by one.
        for count in [budget, expansion] { count.addInput(member.entry.size ?? 0) }
      }
      do throws(Problem) {
        if Self.isOfficePart(member.entry.path) {
          throw Problem(
            .unscannable, "", "is part of an Office document, whose text is cut up by its formatting",
            mend: "Send the text that matters, or leave it out")
        }
        let path = normalised(member.entry.path)
        let member = try namedAsWritten(member)
        let name = try names.scrubbed(member.entry.path, isFolder: member.entry.kind == .directory)
        if let reason = member.dropped {
          session.record(
            LedgerEntry(
              name: place.member(name.bytes).name, state: .droppedByRule, reason: reason,
              bytesIn: member.entry.size ?? 0, bytesOut: 0))
          continue
        }
        var own = place.member(name.bytes, renamed: name.bytes != path, nameHits: name.hits)
        own.metadata = member.entry.metadata.map(\.rawValue)
        try report(name, at: own)
        try write(member, as: name.bytes, at: own, names, of: path, &written, to: writer)
      } catch {
        guard [.damaged, .unscannable, .limit].contains(error.code) else { throw error }
        block(place.member(Array("(member \(number), whose name is not shown)".utf8)), error)
      }
    }
    if place.depth == 0, session.dropsBlocked { try listDropped(names, to: writer) }
    try writer.finish()
  }

  /// The member, under a name that says so if it is an archive that is written as a tar.
  private func namedAsWritten(_ member: Member) throws(Problem) -> Member {
    guard !session.limits.formats.isEmpty, let content = member.content else { return member }
    let entry = member.entry
    let head = try Peek(content)
    var path = entry.path
    if case .archive(let format) = ContentKind(head: head.head), format != format.written { path += Array(".tar".utf8) }
    return Member(
      entry: ArchiveEntry(
        path: path, kind: entry.kind, size: entry.size, mode: entry.mode, modified: entry.modified,
        metadata: entry.metadata), content: head, dropped: member.dropped)
  }

  /// Adds a list of what was left out, for whoever gets the output.
  private func listDropped(_ names: EntryNames, to writer: any MemberWriter) throws(Problem) {
    let dropped = session.ledger.entries.filter { $0.state == .droppedByRule }
    guard !dropped.isEmpty else { return }
    let lines = dropped.map { "\($0.name): \($0.reason ?? "")\n" }
    let text = Array(("Left out by casegate, because it could not be scanned:\n" + lines.joined()).utf8)
    let name = try names.scrubbed(Array("CASEGATE-DROPPED.txt".utf8)).bytes
    let sink = try writer.open(ArchiveEntry(path: name, kind: .file, size: text.count, mode: 0o644, modified: 0))
    try sink.write(text.span)
    try sink.close()
    session.record(
      LedgerEntry(
        name: String(decoding: name, as: UTF8.self), state: .copied,
        reason: "written by casegate, no entry of the input",
        bytesIn: 0, bytesOut: text.count))
  }

  private func isDropped(_ place: Place) -> Bool { session.dropsBlocked && place.depth > 0 }

  private func write(
    _ member: Member, as name: [UInt8], at place: Place, _ names: EntryNames, of path: [UInt8],
    _ written: inout WrittenNames, to writer: any MemberWriter
  ) throws(Problem) {
    let entry = member.entry
    var place = place
    var kind = entry.kind
    switch entry.kind {
    case .file:
      guard let content = member.content else { throw Problem(.internalError, place.name, "has no content") }
      let sink = try writer.open(
        ArchiveEntry(path: name, kind: .file, size: nil, mode: entry.mode, modified: entry.modified))
      if try file(content, at: place, to: sink) {
        try sink.close()
        written.add(path, as: name)
      }
      return
    case .special:
      return block(
        place, Problem(.unscannable, "", "is a device, a pipe or a socket", mend: "Leave it out"))
    case .directory: break
    case .symbolicLink(let target):
      guard staysInside(target, from: entry.path) else {
        return block(place, Problem(.unscannable, "", "is a link that leads out of the bundle", mend: "Leave it out"))
      }
      let name = try names.scrubbedText(target)
      try report(name, at: place)
      place.nameHits.merge(name.hits, uniquingKeysWith: +)
      kind = .symbolicLink(name.bytes)
    case .hardLink(let target):
      guard let known = written.name(of: normalised(target)) else {
        return block(
          place,
          Problem(.unscannable, "", "is a hard link to a member that does not come before it", mend: "Leave it out"))
      }
      kind = .hardLink(known)
    }
    try writer.add(ArchiveEntry(path: name, kind: kind, size: 0, mode: entry.mode, modified: entry.modified))
    if kind != entry.kind { place.renamed = true }
    session.record(place.row([:], bytesIn: 0, bytesOut: 0))
  }

  /// Tells of the values that were in a name.
  func report(_ name: ScrubbedName, at place: Place) throws(Problem) {
    guard let onFinding = session.onFinding else { return }
    for finding in name.findings(in: place.name) { try onFinding(finding) }
  }

  /// The part that every document of Office Open XML has (ECMA-376, part 2), and the one of OpenDocument.
  private static func isOfficePart(_ path: [UInt8]) -> Bool {
    path == Array("[Content_Types].xml".utf8) || path == Array("META-INF/manifest.xml".utf8)
  }

  func block(_ place: Place, _ problem: Problem) {
    let reason = problem.mend.map { "\(problem.reason). \($0)" } ?? problem.reason
    session.record(
      LedgerEntry(
        name: place.name.isEmpty ? printable(problem.subject) : place.name,
        state: isDropped(place) ? .droppedByRule : .blocked, reason: reason, bytesIn: 0, bytesOut: 0))
  }

  /// The path without "./" and doubled slashes, as `EntryNames` writes it.
  private func normalised(_ path: [UInt8]) -> [UInt8] {
    let parts = path.split(separator: UInt8(ascii: "/")).filter { $0 != [UInt8(ascii: ".")] }
    return parts.isEmpty ? [UInt8(ascii: ".")] : Array(parts.joined(separator: [UInt8(ascii: "/")]))
  }

  /// Whether a link's target, read from the link's own folder, lies in the bundle.
  private func staysInside(_ target: [UInt8], from path: [UInt8]) -> Bool {
    guard target.first != UInt8(ascii: "/"), !target.isEmpty else { return false }
    var depth = normalised(path).split(separator: UInt8(ascii: "/")).count - 1
    for part in target.split(separator: UInt8(ascii: "/")) where part != [UInt8(ascii: ".")] {
      depth += part == [UInt8(ascii: "."), UInt8(ascii: ".")] ? -1 : 1
      if depth < 0 { return false }
    }
    return true
  }
}

/// The files that were written, for hard links to them; only names that changed are kept whole.
private struct WrittenNames {
  private var kept = NameSet()
  private var changed: [[UInt8]: [UInt8]] = [:]

  mutating func add(_ path: [UInt8], as name: [UInt8]) {
    if path == name { kept.insert(path) } else { changed[path] = name }
  }

  func name(of path: [UInt8]) -> [UInt8]? { changed[path] ?? (kept.contains(path) ? path : nil) }
}

extension Walk.Place {
  /// The row of an entry that was scanned to its end, with the values found in its content.
  fileprivate func row(_ hits: [String: Int], bytesIn: Int, bytesOut: Int) -> LedgerEntry {
    LedgerEntry(
      name: name, state: hits.isEmpty ? (renamed ? .renamed : .copied) : .redacted, bytesIn: bytesIn,
      bytesOut: bytesOut, hits: hits.merging(nameHits, uniquingKeysWith: +),
      metadata: metadata.isEmpty ? nil : metadata.sorted())
  }
}
