public import Model

/// What a bundle may grow to; reaching a limit blocks, it never truncates.
public struct Limits: Sendable {
  /// How many archives may lie in one another.
  public var depth = 8
  /// How many compressions may lie directly in one another.
  public var codecDepth = 2
  /// How many members all archives together may have.
  public var entries = 1_000_000
  /// How many bytes one member may expand to.
  public var bytesPerEntry = 128 << 30
  /// How many bytes all members together may expand to.
  public var totalBytes = 512 << 30
  /// How many times larger than the input the content may be, once it is larger than `ratioFloor`.
  ///
  /// Logs repeat themselves: real ones reach 300 with gzip, so that the limit arms late.
  public var ratio = 500
  /// Up to how many bytes the ratio does not matter.
  public var ratioFloor = 1 << 30
  /// How long a path may be, in bytes.
  public var nameLength = 4096
  /// How many seconds of processor time may pass without a step forward.
  ///
  /// Waiting for a slow disk or for input takes none, and the worst text that is known of a second for each step.
  public var stall = 300
  /// The kinds of archives that are read besides the usual ones.
  public var formats: Set<ForeignFormat> = []

  /// The default limits.
  public init() {}

  /// A limit by the name that the command line has for it.
  public enum Name: String, Sendable, CaseIterable {
    /// Bytes of all members.
    case total
    /// Bytes of one member.
    case entry
    /// How many times larger the content may be than the input.
    case ratio
    /// Archives in one another.
    case depth
    /// Members.
    case entries
    /// Bytes of a path.
    case name
    /// Seconds of processor time without a step forward.
    case stall
  }

  /// Sets one limit from text such as `entry=200GB` or `ratio=2000`.
  ///
  /// Sizes are bytes, or have a unit: `kB`, `MB`, `GB`, `TB` of a thousand, `KiB`, `MiB`, `GiB`, `TiB` of 1024 each.
  ///
  /// - Throws: `Problem` of code `usage`.
  public mutating func set(_ text: String, subject: String = "--limit", line: Int? = nil) throws(Problem) {
    let parts = text.split(separator: "=", maxSplits: 1).map { String($0.filter { $0 != " " }) }
    let names = Name.allCases.map(\.rawValue).joined(separator: ", ")
    guard parts.count == 2, let name = Name(rawValue: parts[0]) else {
      throw Problem(.usage, subject, line: line, "must be NAME=VALUE", mend: "Names are \(names)")
    }
    let isSize = name == .total || name == .entry
    guard let value = isSize ? ByteCount.parse(parts[1]) : Int(parts[1]), value > 0 else {
      throw Problem(
        .usage, subject, line: line, "has no \(isSize ? "size" : "whole number above 0") for '\(name.rawValue)'",
        mend: isSize ? "Write it as entry=200GB or total=1TiB" : "Write it as \(name.rawValue)=12")
    }
    switch name {
    case .total: totalBytes = value
    case .entry: bytesPerEntry = value
    case .ratio: ratio = value
    case .depth: depth = value
    case .entries: entries = value
    case .name: nameLength = value
    case .stall: stall = value
    }
  }

  /// The problem of a limit that was hit.
  static func hit(_ name: Name, _ reason: String) -> Problem {
    Problem(.limit, "", reason, mend: "If you trust the input, raise the limit with --limit \(name.rawValue)=VALUE")
  }
}

/// Sizes as people write them.
enum ByteCount {
  private static let units = [
    ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40), ("kB", 1_000), ("KB", 1_000),
    ("MB", 1_000_000), ("GB", 1_000_000_000), ("TB", 1_000_000_000_000), ("B", 1),
  ]

  /// `20GB` as a number of bytes; nil when it is none, or too large to count.
  static func parse(_ text: String) -> Int? {
    guard let unit = units.first(where: { text.hasSuffix($0.0) }) else { return Int(text) }
    guard let number = Int(text.dropLast(unit.0.count)) else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: unit.1)
    return overflow ? nil : bytes
  }

  /// A number of bytes in the largest unit of 1024 that it fills.
  static func text(_ bytes: Int) -> String {
    for (name, size) in units[..<4].reversed() where bytes >= size { return "\(bytes / size) \(name)" }
    return "\(bytes) B"
  }
}

/// Counts one run against its limits.
final class Budget {
  let limits: Limits
  private var inputSize: Int
  private var bytes = 0
  private var entries = 0
  private let watchdog: Watchdog?

  init(_ limits: Limits, inputSize: Int, watchdog: Watchdog? = nil) {
    self.limits = limits
    self.watchdog = watchdog
    self.inputSize = inputSize
  }

  /// Adds a file to the size of the input.
  func addInput(_ size: Int) { inputSize += size }

  /// Counts `count` more bytes of content.
  func spend(_ count: Int) throws(Problem) {
    bytes += count
    watchdog?.step()
    guard bytes <= limits.totalBytes else {
      throw Limits.hit(.total, "the bundle expands to more than \(ByteCount.text(limits.totalBytes))")
    }
    guard bytes <= limits.ratioFloor || inputSize == 0 || bytes / inputSize <= limits.ratio else {
      throw Limits.hit(.ratio, "the bundle expands to more than \(limits.ratio) times its size")
    }
  }

  func countEntry() throws(Problem) {
    entries += 1
    watchdog?.step()
    guard entries <= limits.entries else {
      throw Limits.hit(.entries, "the bundle has more than \(limits.entries) members")
    }
  }
}
