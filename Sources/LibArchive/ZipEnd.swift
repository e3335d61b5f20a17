internal import Model

/// The end of a zip: how many members its central directory lists, and where that stands.
struct ZipEnd {
  let entries: Int
  let directory: Range<Int>
  let hasComment: Bool

  private static let length = 22

  /// Finds the one end record (APPNOTE.TXT 4.3.16), and the zip64 record if there is one (4.3.14, 4.3.15).
  init(of zip: ZipBytes) throws(Problem) {
    let (end, place) = try Self.record(of: zip)
    hasComment = end.u16(20) > 0
    guard end.u16(4) == 0, end.u16(6) == 0, end.u16(8) == end.u16(10) else {
      throw zip.unscannable("is one part of a split archive", mend: "Join the parts, or pack it again into one file")
    }
    let (size, offset) = (end.u32(12), end.u32(16))
    // libarchive adds both as 32-bit numbers, and looks for another end record where the sum reaches behind this one;
    // it would then read another archive than was audited here.
    guard (size + offset) & 0xFFFF_FFFF <= place else {
      throw zip.unscannable(
        "marks its directory as one of more than 4 GiB in a way that is not read here",
        mend: "Pack it again with another program")
    }
    let large = try Self.zip64(of: zip, endingAt: place)
    if let large {
      guard Self.agree(end.u16(10), large.entries, 0xFFFF), Self.agree(size, large.size, 0xFFFF_FFFF),
        Self.agree(offset, large.offset, 0xFFFF_FFFF)
      else { throw zip.damaged("has two end records that contradict each other, one of them zip64") }
    }
    entries = large?.entries ?? end.u16(10)
    let (start, length) = (large?.offset ?? offset, large?.size ?? size)
    let stop = large?.place ?? place
    guard start <= stop, length == stop - start else {
      throw zip.damaged(
        "has bytes in front of it, or between its directory and its end, that belong to no member",
        mend: "Make the archive again from its files; a self-extracting archive must be unpacked first")
    }
    directory = start..<stop
  }

  /// The end record and where it stands.
  ///
  /// Programs differ in which record they take: the last signature, the last whole record, or the first that fits. Only
  /// where there is nothing to choose do all of them read the same archive. A signature in the data of a member is no
  /// end record: a stored zip in a zip has one.
  private static func record(of zip: ZipBytes) throws(Problem) -> (ZipFields, Int) {
    let reach = min(zip.size, length + 0xFFFF)
    let tail = try zip.bytes(reach, at: zip.size - reach)
    var last: Int? = nil
    var first: Int? = nil
    for at in tail.bytes.indices where tail.isSigned(5, 6, at: at) {
      last = at
      if at + length <= reach, at + length + tail.u16(at + 20) == reach, first == nil { first = at }
    }
    guard let last else {
      throw zip.damaged("is damaged or not a zip archive: it has no end record")
    }
    guard let end = first else {
      throw zip.damaged("does not stop at its end record: it was cut off, or something was added to it")
    }
    // Behind the first that fits there is neither a second one nor the bare signature.
    guard end == last else {
      throw zip.damaged("has two end records, so that two programs can read two different archives from it")
    }
    return (ZipFields(Array(tail.bytes[end..<end + length])), zip.size - reach + end)
  }

  private static func zip64(
    of zip: ZipBytes, endingAt end: Int
  ) throws(Problem) -> (place: Int, entries: Int, size: Int, offset: Int)? {
    guard end >= 20 else { return nil }
    let locator = try zip.bytes(20, at: end - 20)
    guard locator.isSigned(6, 7) else { return nil }
    let place = locator.u64(8)
    // libarchive reads no record of more than 16 KiB, and does without it then.
    guard locator.u32(4) == 0, locator.u32(16) == 1, place <= end - 20 - 56, end - 20 - place <= 16 * 1024 else {
      throw zip.damaged("has a zip64 locator that points at no end record")
    }
    let record = try zip.bytes(56, at: place)
    guard record.isSigned(6, 6), record.u64(4) == end - 20 - place - 12 else {
      throw zip.damaged("has a zip64 locator that points at no end record")
    }
    guard record.u32(16) == 0, record.u32(20) == 0, record.u64(24) == record.u64(32) else {
      throw zip.unscannable("is one part of a split archive", mend: "Join the parts, or pack it again into one file")
    }
    return (place, record.u64(32), record.u64(40), record.u64(48))
  }

  /// Whether a small field says what the large one says, or refers to it (APPNOTE.TXT 4.4.1.4).
  private static func agree(_ small: Int, _ large: Int, _ marker: Int) -> Bool { small == large || small == marker }
}
