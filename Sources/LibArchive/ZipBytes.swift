internal import Files
internal import Model

/// The bytes of a zip at any place, read through a window, so that memory does not grow with the file.
final class ZipBytes {
  let size: Int
  private let origin: any RandomAccess
  private let subject: String
  private var window: [UInt8]
  private var start = 0
  private var filled = 0

  init(_ origin: any RandomAccess, window: Int, subject: String) {
    self.origin = origin
    self.subject = subject
    size = origin.size
    self.window = [UInt8](repeating: 0, count: window)
  }

  /// The `count` bytes at `offset`.
  ///
  /// - Throws: `Problem` of code `damaged` when the file ends before.
  func bytes(_ count: Int, at offset: Int) throws(Problem) -> ZipFields {
    guard offset >= 0, offset <= size, count <= size - offset else {
      throw damaged("is cut off, or points at places that it does not have")
    }
    if count > window.count {
      var whole = [UInt8](repeating: 0, count: count)
      guard try fill(&whole, offset) == count else { throw shorter }
      return ZipFields(whole)
    }
    if offset < start || offset + count > start + filled {
      filled = try fill(&window, offset)
      start = offset
      guard filled >= count else { throw shorter }
    }
    return ZipFields(Array(window[offset - start..<offset - start + count]))
  }

  /// Reads until `buffer` is full or the file ends; one read may give less.
  private func fill(_ buffer: inout [UInt8], _ offset: Int) throws(Problem) -> Int {
    var count = try origin.read(into: &buffer, at: offset)
    while count > 0, count < buffer.count {
      var rest = [UInt8](repeating: 0, count: buffer.count - count)
      let more = try origin.read(into: &rest, at: offset + count)
      if more == 0 { break }
      buffer.replaceSubrange(count..<count + more, with: rest[..<more])
      count += more
    }
    return count
  }

  private var shorter: Problem { damaged("became shorter while it was read") }

  /// The problem of a zip that is not what it says; `reason` names members by number, never by name.
  func damaged(_ reason: String, mend: String = "Make the archive again from its files") -> Problem {
    Problem(.damaged, subject, reason, mend: mend)
  }

  /// The problem of a zip that may be right, but cannot be read here.
  func unscannable(_ reason: String, mend: String) -> Problem { Problem(.unscannable, subject, reason, mend: mend) }
}

/// Numbers in a record, least byte first (APPNOTE.TXT 4.4.1.1).
struct ZipFields {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func u16(_ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }

  func u32(_ at: Int) -> Int { u16(at) | u16(at + 2) << 16 }

  /// What is larger than any file becomes the largest number, which is refused like every place behind the end.
  func u64(_ at: Int) -> Int { u32(at + 4) < 1 << 31 ? u32(at) | u32(at + 4) << 32 : .max }

  /// Whether "PK" and these two bytes stand at `at`.
  func isSigned(_ third: UInt8, _ fourth: UInt8, at: Int = 0) -> Bool {
    at >= 0 && at + 4 <= bytes.count && bytes[at] == 0x50 && bytes[at + 1] == 0x4B && bytes[at + 2] == third
      && bytes[at + 3] == fourth
  }
}
