public import Model

/// Bytes that are read at any place.
public protocol RandomAccess: AnyObject {
  /// How many there are.
  var size: Int { get }
  /// Fills the start of `buffer` with what stands at `offset`; gives how many bytes it wrote, 0 at the end.
  func read(into buffer: inout [UInt8], at offset: Int) throws(Problem) -> Int
}

extension InputFile: RandomAccess {}

/// Bytes in memory.
public final class MemoryBytes: RandomAccess {
  private let bytes: [UInt8]
  /// How many there are.
  public var size: Int { bytes.count }

  /// Takes `bytes`.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Fills the start of `buffer` with what stands at `offset`.
  public func read(into buffer: inout [UInt8], at offset: Int) throws(Problem) -> Int {
    let count = min(buffer.count, max(0, bytes.count - offset))
    if count > 0 { buffer.replaceSubrange(..<count, with: bytes[offset..<offset + count]) }
    return count
  }
}
