internal import Bundles
internal import Detection
internal import Foundation
internal import Model
internal import Redaction
internal import RulePacks

/// Archives in every format, with a value that must not come out.
struct Seeds {
  /// Spellings of the value, in text of one and of two bytes a character.
  static let planted: [[UInt8]] = [
    Array("2125550147".utf8), Array("2125550147".utf8).flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] },
  ]

  let archives: [[UInt8]]

  /// Makes them in `folder`.
  init(in folder: URL) throws {
    let tree = folder.appending(path: "tree")
    try FileManager.default.createDirectory(at: tree.appending(path: "logs"), withIntermediateDirectories: true)
    let text = "call from +12125550147 ok\n"
    try text.write(to: tree.appending(path: "logs/a.log"), atomically: false, encoding: .utf8)
    try text.write(to: tree.appending(path: "logs/wide.log"), atomically: false, encoding: .utf16LittleEndian)
    try text.write(to: tree.appending(path: "+12125550147.log"), atomically: false, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: tree.appending(path: "link").path, withDestinationPath: "logs/a.log")
    var names: [String] = []
    for round in 0..<2 {
      // Those without compression twice: damage goes deeper where no checksum stands in front.
      for ending in ["tar", "tar.gz", "tar.bz2", "tar.xz", "tar.zst", "tar.lz4", "zip", "7z", "cpio", "cpio.gz"] {
        let name = "\(round).\(ending)"
        _ = try Self.copying().scrub([tree.path], to: folder.appending(path: name).path)
        names += ending.contains(".") ? [name] : [name, name]
      }
      // In the second round each archive holds some of the first.
      if round == 0 {
        for name in ["0.tar.gz", "0.zip", "0.7z", "0.cpio"] {
          try FileManager.default.copyItem(
            at: folder.appending(path: name), to: tree.appending(path: "logs/\(name)"))
        }
      }
    }
    archives = try names.map { Array(try Data(contentsOf: folder.appending(path: $0))) }
  }

  /// A session without rules: what it writes is what it reads.
  private static func copying() throws -> Session {
    Session(try Detector([]), Redactor(key: .ephemeral()))
  }

  /// A session that takes the value out.
  static func scrubbing() throws -> Session {
    let rules = """
      pack: fuzz
      rules:
      - {id: fuzz.number, title: t, category: phone, pattern: '(?<value>\\+?1?2125550147)', gate: ['2125550147']}

      """
    let detector = try Detector(
      try Pack(rules, file: "fuzz.yaml").rules, isReplacement: { Replacement.isOne($0, $1, $2) })
    var limits = Limits()
    (limits.bytesPerEntry, limits.totalBytes, limits.entries) = (64 << 20, 256 << 20, 20_000)
    return Session(detector, Redactor(key: .ephemeral()), limits: limits)
  }
}
