internal import LibArchive
internal import Model

/// A kind of archive that is read only when the user asks for it, and written as a tar.
///
/// Their readers are where the memory bugs of libarchive have been, and logs seldom come in them.
public enum ForeignFormat: String, Sendable, CaseIterable {
  /// A disc image (ISO 9660).
  case iso
  /// RAR 4 and 5.
  case rar
  /// A cabinet.
  case cab

  var format: ArchiveFormat {
    switch self {
    case .iso: .iso
    case .rar: .rar
    case .cab: .cab
    }
  }

  private var name: String {
    switch self {
    case .iso: "a disc image"
    case .rar: "a rar archive"
    case .cab: "a cabinet archive"
    }
  }

  /// Whether a file that starts with `head` is one.
  func matches(_ head: [UInt8]) -> Bool {
    switch self {
    // The first volume descriptor follows 16 sectors that belong to the system (ECMA-119, 6.2.1 and 8.1).
    case .iso: head.count >= 32_774 && head[32_769..<32_774].elementsEqual("CD001".utf8)
    case .rar: head.starts(with: Array("Rar!\u{1A}\u{07}".utf8))
    case .cab: head.starts(with: Array("MSCF".utf8) + [0, 0, 0, 0])
    }
  }

  /// The problem of an archive whose format was not asked for; nil for formats that are always read.
  static func refused(_ format: ArchiveFormat, _ limits: Limits, subject: String) -> Problem? {
    guard let foreign = allCases.first(where: { $0.format == format }), !limits.formats.contains(foreign) else {
      return nil
    }
    return Problem(
      .unscannable, subject, "is \(foreign.name)",
      mend: "Unpack it, or pack it again as .tar.gz or .zip. --allow-format \(foreign.rawValue) reads it all the same")
  }
}
