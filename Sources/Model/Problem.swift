/// An error a person can act on: what went wrong, where, and what to do about it.
///
/// Every error of the library is one of these. It never carries matched text: neither `reason` nor
/// `mend` may quote a value that could be personal data.
public struct Problem: Error, Sendable, CustomStringConvertible {
  /// The kind of a problem; equality of problems in tests goes by this.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    /// A short stable name, such as `missing-file`.
    public let name: String

    /// Makes a code; the constants below are the closed list in use.
    private init(_ name: String) { self.name = name }

    /// The code's stable name.
    public var description: String { name }

    /// The command line or a combination of options makes no sense.
    public static let usage = Code("usage")
    /// A file or folder that was named does not exist.
    public static let missingFile = Code("missing-file")
    /// A file has the wrong kind: a folder where a file is expected, a device, a socket.
    public static let wrongKind = Code("wrong-kind")
    /// The operating system refused to read or write.
    public static let inputOutput = Code("input-output")
    /// The output exists already, lies inside the input, or is the input itself.
    public static let outputConflict = Code("output-conflict")
    /// A YAML or JSON file breaks its format: syntax, an unknown key, a wrong type.
    public static let invalidFile = Code("invalid-file")
    /// A rule pack is broken: a bad pattern, a failing sample, a duplicate id.
    public static let invalidRule = Code("invalid-rule")
    /// Compressed or archived data is truncated or breaks its own checksums.
    public static let damaged = Code("damaged")
    /// Data that cannot be scanned: encrypted, binary, or a format that is not opened.
    public static let unscannable = Code("unscannable")
    /// A limit on size, depth, count or matching effort was reached.
    public static let limit = Code("limit")
    /// What was written still holds a value that must not be in it.
    public static let leak = Code("leak")
    /// A key, signature or vault could not be used or does not verify.
    public static let untrusted = Code("untrusted")
    /// Something that must never happen did; the run fails closed.
    public static let internalError = Code("internal")
  }

  /// The kind of the problem.
  public let code: Code
  /// The file, archive member or option concerned, as the user named it; empty when there is none.
  public let subject: String
  /// The line in `subject`, counted from 1.
  public let line: Int?
  /// The column in `line`, counted from 1.
  public let column: Int?
  /// What is wrong, as one sentence without its full stop.
  public let reason: String
  /// What to do about it, as one sentence without its full stop.
  public let mend: String?

  /// Makes a problem.
  public init(
    _ code: Code, _ subject: String = "", line: Int? = nil, column: Int? = nil, _ reason: String,
    mend: String? = nil
  ) {
    self.code = code
    self.subject = subject
    self.line = line
    self.column = column
    self.reason = reason
    self.mend = mend
  }

  /// The problem as one line: the place, the reason, the mend.
  public var description: String {
    var place = printable(subject)
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    let head = place.isEmpty ? reason : "\(place): \(reason)"
    let ended = { (text: String) in text.hasSuffix("?") || text.hasSuffix(".") ? text : text + "." }
    return mend.map { "\(ended(head)) \(ended($0))" } ?? ended(head)
  }
}

/// Text that is safe on a terminal: control characters become visible escapes.
///
/// Names in hostile archives hold escape sequences and line breaks.
public func printable(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09: result += "\\t"
    case 0x0A: result += "\\n"
    case 0x0D: result += "\\r"
    case 0..<0x20, 0x7F, 0x80..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069:
      result += "\\u{" + String(scalar.value, radix: 16) + "}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
