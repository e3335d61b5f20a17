internal import Files
internal import LibArchive
internal import Mail
internal import Model

/// Reads members, and gives the parts of a message in the place of the message.
///
/// A message is known by its name: many logs have lines that look like headers, and none is called `.eml`.
final class MailMembers: MemberReader {
  private let source: any MemberReader
  private var pending: [Member] = []

  init(_ source: any MemberReader) { self.source = source }

  func next() throws(Problem) -> Member? {
    if let member = pending.popLast() { return member }
    guard let member = try source.next() else { return nil }
    guard member.entry.kind == .file, let content = member.content, Self.isMail(member.entry.path) else {
      return member
    }
    pending = try Self.parts(content, member.entry, under: member.entry.path + [UInt8(ascii: "/")]).reversed()
    return pending.popLast()
  }

  static func isMail(_ path: [UInt8]) -> Bool { MailMessage.isCalledMail(String(decoding: path, as: UTF8.self)) }

  /// The parts of one message; one that cannot be taken apart is a member whose content says why.
  static func parts(
    _ content: any ByteSource, _ entry: ArchiveEntry, under prefix: [UInt8]
  ) throws(Problem) -> [Member] {
    let message: MailMessage
    do throws(Problem) {
      message = try MailMessage(try content.readAll(limit: MailMessage.largest, subject: ""))
    } catch {
      // What is wrong with the archive or the disk is not the message's.
      guard [.unscannable, .limit].contains(error.code) else { throw error }
      return [Member(entry: entry, content: Refusal(error))]
    }
    return message.parts.map { part in
      let size: Int
      var content: (any ByteSource)?
      var dropped: String?
      switch part.content {
      case .bytes(let bytes):
        size = bytes.count
        content = Memory(bytes)
      case .dropped(let reason, let count):
        size = count
        dropped = reason
      }
      let inner = ArchiveEntry(
        path: prefix + Array(part.path.utf8), kind: .file, size: size, mode: 0o644, modified: entry.modified)
      return Member(entry: inner, content: content, dropped: dropped)
    }
  }

  /// One message on its own: its parts are the members.
  static func alone(_ file: InputFile) throws(Problem) -> any MemberReader {
    let entry = ArchiveEntry(
      path: Array(Paths.split(file.path).name.utf8), kind: .file, size: file.size, mode: file.mode,
      modified: file.modified)
    return Parts(try parts(file, entry, under: []))
  }

  private final class Parts: MemberReader {
    private var members: [Member]

    init(_ members: [Member]) { self.members = members.reversed() }

    func next() throws(Problem) -> Member? { members.popLast() }
  }

  private final class Memory: ByteSource {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
      let count = min(buffer.count, rest.count)
      buffer.replaceSubrange(..<count, with: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
  }

  private final class Refusal: ByteSource {
    private let problem: Problem

    init(_ problem: Problem) { self.problem = problem }

    func read(into buffer: inout [UInt8]) throws(Problem) -> Int { throw problem }
  }
}
