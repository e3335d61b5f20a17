internal import Codecs
internal import Files
internal import LibArchive
internal import Model

/// Takes the texts of a bundle as they come.
public protocol TextReader: AnyObject {
  /// A text begins; `name` is the way to it, unscrubbed, and never to be shown.
  func begin(_ name: String)
  /// Some of its bytes.
  func read(_ bytes: ArraySlice<UInt8>)
  /// The text ends.
  func end()
}

/// Looks into a bundle for facts, quickly: it reads texts up to a budget and then stops, and decides nothing.
public enum Glance {
  /// Hands the texts under `path` to `reader`, whatever archives and compressions they lie in.
  ///
  /// - Parameters:
  ///   - budget: how many bytes may be decompressed and read in all.
  /// - Returns: whether all was read; not when the budget is over, or something could not be opened.
  public static func texts(of path: String, budget: Int, to reader: any TextReader) -> Bool {
    let run = GlanceRun(reader, budget)
    do throws(Problem) {
      if Paths.status(path, followingLinks: true)?.kind == .directory {
        try run.members(of: FolderReader([(path, "")]), in: "", depth: 0)
      } else {
        let file = try InputFile(path)
        let kind = ContentKind(head: try Peek(file).head)
        try file.rewind()
        if case .archive(let format) = kind, format.isSeekable {
          if let refused = ForeignFormat.refused(format, Limits(), subject: path) { throw refused }
          // Read by seeking: its size does not matter.
          try run.members(of: ArchiveReader(format, in: file, subject: path), in: Paths.split(path).name, depth: 1)
        } else {
          try run.content(of: file, name: Paths.split(path).name, depth: 0)
        }
      }
      return run.isWhole
    } catch {
      // Facts are a help, not a verdict: 'verify' and 'gate' say what is wrong with a bundle.
      return false
    }
  }
}

private final class GlanceRun {
  private let reader: any TextReader
  private let limits = Limits()
  private var left: Int
  private(set) var isWhole = true

  init(_ reader: any TextReader, _ budget: Int) {
    self.reader = reader
    left = budget
  }

  func content(of source: any ByteSource, name: String, depth: Int) throws(Problem) {
    guard depth <= limits.depth + limits.codecDepth else { throw Problem(.limit, "", "is nested too deeply") }
    let head = try Peek(Bounded(source, self))
    switch ContentKind(head: head.head) {
    case .empty, .secret: break
    case .opaque: isWhole = false
    case .text(let encoding):
      reader.begin(name)
      // Whoever gets a beginning gets an end, of a text that was cut off too.
      defer { reader.end() }
      try text(head, encoding)
    case .compressed(let codec):
      try content(of: codec.content(of: head, subject: name), name: name, depth: depth + 1)
    case .archive(let format):
      if let refused = ForeignFormat.refused(format, limits, subject: name) { throw refused }
      let archive =
        format.isSeekable
        ? try ArchiveReader(
          format, in: try SealedSpool(head, folder: nil, limit: .max, subject: name), subject: name)
        : try ArchiveReader(format, from: head, subject: name)
      try members(of: archive, in: name, depth: depth + 1)
    }
  }

  private func text(_ source: Peek, _ encoding: TextEncoding) throws(Problem) {
    var transcoder = encoding == .bytes ? nil : UTF16Transcoder(bigEndian: encoding == .utf16BigEndian)
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = try source.read(into: &buffer)
      if count == 0 { return }
      guard transcoder != nil else {
        reader.read(buffer[..<count])
        continue
      }
      var text: [UInt8] = []
      transcoder?.decode(buffer[..<count], into: &text)
      reader.read(text[...])
    }
  }

  func members(of members: any MemberReader, in name: String, depth: Int) throws(Problem) {
    while let member = try members.next() {
      // Every member costs something, and so does what is skipped.
      try spend(512)
      guard let content = member.content else { continue }
      try self.content(of: content, name: name + "!" + String(decoding: member.entry.path, as: UTF8.self), depth: depth)
    }
  }

  fileprivate func spend(_ count: Int) throws(Problem) {
    left -= count
    guard left >= 0 else { throw Problem(.limit, "", "is larger than what is looked at") }
  }

  /// A source that ends with the budget.
  private final class Bounded: ByteSource {
    private let source: any ByteSource
    private let run: GlanceRun

    init(_ source: any ByteSource, _ run: GlanceRun) {
      self.source = source
      self.run = run
    }

    func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
      let count = try source.read(into: &buffer)
      try run.spend(count)
      return count
    }
  }
}
