internal import Files
internal import Model

/// A source whose first bytes can be looked at before they are read.
final class Peek: ByteSource {
  private let source: any ByteSource
  /// The first bytes, as many as were asked for or as there are.
  let head: [UInt8]
  private var position = 0

  init(_ source: any ByteSource, count: Int = 64 * 1024) throws(Problem) {
    self.source = source
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: count)
    while head.count < count {
      let read = try source.read(into: &buffer)
      if read == 0 { break }
      head += buffer[..<read]
    }
    self.head = head
  }

  func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    guard position < head.count else { return try source.read(into: &buffer) }
    let count = min(buffer.count, head.count - position)
    buffer.replaceSubrange(..<count, with: head[position..<position + count])
    position += count
    return count
  }
}

/// A source some bytes of which have been read already.
final class Prefixed: ByteSource {
  private var first: [UInt8]
  private let source: any ByteSource

  init(_ first: [UInt8], _ source: any ByteSource) {
    self.first = first
    self.source = source
  }

  func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    guard !first.isEmpty else { return try source.read(into: &buffer) }
    let count = min(buffer.count, first.count)
    buffer.replaceSubrange(..<count, with: first[..<count])
    first.removeFirst(count)
    return count
  }
}

/// A source that counts what passes against the budget, and, for a member, against the bound of one.
final class Metered: ByteSource {
  private let source: any ByteSource
  private let budget: Budget
  private let isMember: Bool
  private(set) var count = 0

  /// - Parameter isMember: whether this is the content of one member, which has a bound of its own; the stream of a
  ///   compression may hold many.
  init(_ source: any ByteSource, _ budget: Budget, isMember: Bool = true) {
    self.source = source
    self.budget = budget
    self.isMember = isMember
  }

  func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    let read = try source.read(into: &buffer)
    count += read
    try budget.spend(read)
    guard !isMember || count <= budget.limits.bytesPerEntry else {
      throw Limits.hit(.entry, "a member expands to more than \(ByteCount.text(budget.limits.bytesPerEntry))")
    }
    return read
  }
}
