internal import Model

/// Where the members of a zip stand: 24 bytes for each, so that a million of them fit into little memory.
struct ZipExtents {
  private struct Extent {
    let start: Int
    let end: Int
    let nameHash: UInt32
    let number: UInt32
  }

  private var extents: [Extent] = []
  /// How many bytes the members have, all together.
  private(set) var covered = 0

  init(capacity: Int) { extents.reserveCapacity(capacity) }

  /// Adds a member, from its local header to the end of its data descriptor.
  mutating func add(_ range: Range<Int>, name: [UInt8]) {
    extents.append(
      Extent(
        start: range.lowerBound, end: range.upperBound, nameHash: UInt32(truncatingIfNeeded: name.hashValue),
        number: UInt32(extents.count + 1)))
    covered += range.count
  }

  /// Asks for members that stand one behind the other from the first byte to the directory: what lies between could
  /// hold anything, and what lies on top of each other is read in different ways by different programs.
  mutating func requireOrder(_ zip: ZipBytes, upTo directory: Int) throws(Problem) {
    extents.sort { $0.start < $1.start }
    var end = 0
    var last: UInt32? = nil
    for extent in extents {
      if let last, extent.start < end {
        throw zip.damaged("has members that lie on top of each other: \(last) and \(extent.number)")
      }
      try requireNoGap(zip, from: end, to: extent.start)
      end = extent.end
      last = extent.number
    }
    try requireNoGap(zip, from: end, to: directory)
  }

  private func requireNoGap(_ zip: ZipBytes, from end: Int, to start: Int) throws(Problem) {
    guard start > end else { return }
    if start - end >= 4, try zip.bytes(4, at: end).isSigned(3, 4) {
      throw zip.damaged("holds a member that its directory does not list")
    }
    let bytes = start - end == 1 ? "1 byte" : "\(start - end) bytes"
    let place = end == 0 ? "in front of its first member" : "behind one of its members"
    throw zip.damaged("holds \(bytes) \(place), hidden between what its directory lists")
  }

  /// Asks for names that differ: of two members with one name, it is left to the program which of them is shown.
  mutating func requireDistinctNames(_ zip: ZipBytes) throws(Problem) {
    extents.sort { $0.nameHash < $1.nameHash }
    for (index, extent) in extents.enumerated() {
      // Among a million names a hundred pairs share a hash by chance, so the names themselves decide.
      for other in extents[(index + 1)...].prefix(while: { $0.nameHash == extent.nameHash })
      where try name(extent, zip) == name(other, zip) {
        let numbers = [extent.number, other.number].sorted()
        throw zip.damaged("has two members of one name: \(numbers[0]) and \(numbers[1])")
      }
    }
  }

  private func name(_ extent: Extent, _ zip: ZipBytes) throws(Problem) -> [UInt8]? {
    try ZipHeader.local(zip, at: extent.start, member: Int(extent.number)).0.effectiveName
  }
}
