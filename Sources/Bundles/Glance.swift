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
        try run.content(of: try InputFile(path), name: Paths.split(path).name, depth: 0)
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
    case .text(.bytes):
      reader.begin(name)
      // Whoever gets a beginning gets an end, of a text that was cut off too.
      defer { reader.end() }
      var buffer = [UInt8](repeating: 0, count: 64 * 1024)
      while true {
        let count = try head.read(into: &buffer)
        if count == 0 { break }
        reader.read(buffer[..<count])
      }
    case .text: isWhole = false
    case .compressed(let codec):
      try content(of: codec.content(of: head, subject: name), name: name, depth: depth + 1)
    case .archive(let format):
      let archive =
        format.isSeekable
        ? try ArchiveReader(format, in: try head.readAll(limit: limits.nestedZip, subject: name), subject: name)
        : try ArchiveReader(format, from: head, subject: name)
      try members(of: archive, in: name, depth: depth + 1)
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
