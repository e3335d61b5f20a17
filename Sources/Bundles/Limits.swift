internal import Model

/// What a bundle may grow to; reaching a limit blocks, it never truncates.
public struct Limits: Sendable {
  /// How many archives may lie in one another.
  public var depth = 8
  /// How many compressions may lie directly in one another.
  public var codecDepth = 2
  /// How many members all archives together may have.
  public var entries = 1_000_000
  /// How many bytes one member may expand to.
  public var bytesPerEntry = 16 << 30
  /// How many bytes all members together may expand to.
  public var totalBytes = 64 << 30
  /// How many times larger than the input the content may be, once it is larger than `ratioFloor`.
  ///
  /// Logs repeat themselves: real ones reach 300 with gzip, so that the limit arms late.
  public var ratio = 500
  /// Up to how many bytes the ratio does not matter.
  public var ratioFloor = 1 << 30
  /// How long a path may be, in bytes.
  public var nameLength = 4096
  /// How large a zip inside another archive may be: it is read by seeking, and therefore from memory.
  public var nestedZip = 128 << 20

  /// The default limits.
  public init() {}
}

/// Counts one run against its limits.
final class Budget {
  let limits: Limits
  private let inputSize: Int
  private var bytes = 0
  private var entries = 0

  init(_ limits: Limits, inputSize: Int) {
    self.limits = limits
    self.inputSize = inputSize
  }

  /// Counts `count` more bytes of content.
  func spend(_ count: Int) throws(Problem) {
    bytes += count
    guard bytes <= limits.totalBytes else {
      throw Problem(.limit, "", "the bundle expands to more than \(limits.totalBytes >> 30) GiB")
    }
    guard bytes <= limits.ratioFloor || inputSize == 0 || bytes / inputSize <= limits.ratio else {
      throw Problem(.limit, "", "the bundle expands to more than \(limits.ratio) times its size")
    }
  }

  func countEntry() throws(Problem) {
    entries += 1
    guard entries <= limits.entries else {
      throw Problem(.limit, "", "the bundle has more than \(limits.entries) members")
    }
  }
}
