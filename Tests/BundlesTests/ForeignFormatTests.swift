import Bundles
import Foundation
import Model
import TestSupport
import Testing

/// Archives that are read only when the user asks, made by hand: few machines have the programs that write them.
@Suite struct ForeignFormatTests {
  let folder: TemporaryFolder
  private static let text = Array("call from +12125550147 by jane.roe@example.com\n".utf8)

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String) throws -> ProgramResult {
    try Program.shell("'\(Program.path("casegate"))' \(arguments)", in: folder.url)
  }

  private static func archive(_ format: String) -> [UInt8] { format == "rar" ? rar() : format == "cab" ? cab() : iso() }

  @Test(arguments: ["rar", "cab", "iso"]) func formatsAreReadOnRequestAndWrittenAsTar(format: String) throws {
    let name = "a." + format
    try folder.write(name, Self.archive(format))
    let refused = try run("scrub \(name) --output out.tar.gz --quiet")
    #expect(refused.status == 2 && refused.errors.contains("--allow-format \(format)"), "\(refused.errors)")
    #expect(!folder.exists("out.tar.gz"))

    let result = try run("scrub \(name) --output out.tar.gz --quiet --allow-format \(format)")
    #expect(result.status == 0, "\(result.errors)")
    let text = try Program.shell("tar -xzOf out.tar.gz", in: folder.url).text
    #expect(text.hasPrefix("call from +1000") && text.hasSuffix(".invalid\n") && text.utf8.count > 40, "\(text)")

    #expect(try run("scan \(name) --allow-format iso,rar,cab").status == 1)
    #expect(try run("scrub \(name) --output out.\(format) --allow-format \(format)").status == 2)
    #expect(try run("scrub \(name) --output out --allow-format \(format)").status == 2)
    #expect(!folder.exists("out") && !folder.exists("out.\(format)"))
  }

  @Test func insideAnotherArchiveTheyBecomeTarAndSaySo() throws {
    try folder.write("d/a.rar", Self.rar())
    try folder.write("d/a.rar.tar", text: "taken\n")
    #expect(try run("scrub d --output o1 --quiet").status == 2)
    #expect(try run("scrub d --output o.zip --quiet --allow-format rar").status == 0)
    let names = try Program.shell("python3 -m zipfile -l o.zip", in: folder.url).text
    #expect(names.contains("a.rar.tar ") && names.contains("a~2.rar.tar") && !names.contains("a.rar "), "\(names)")
    #expect(try run("verify o.zip").status == 0)
  }

  @Test func theyMayPassUnscannedAsOtherFilesMay() throws {
    try folder.write("d/a.rar", Self.rar())
    #expect(try run("scrub d --output o --quiet --allow-unscanned '*.rar'").status == 0)
    #expect(try folder.read("o/a.rar") == Self.rar())
  }

  @Test func aRefusedOneIsInTheLedgerUnderItsScrubbedName() throws {
    try folder.write("jane.roe@example.com.rar", Self.rar())
    let result = try run("scrub jane.roe@example.com.rar --output z.tar.gz --manifest m.json")
    #expect(result.status == 2 && !result.errors.contains("jane.roe"), "\(result.errors)")
    #expect(try folder.text("m.json").contains("blocked"))
  }

  @Test(arguments: ["rar", "cab", "iso"]) func damagedOnesEndWithAReason(format: String) throws {
    let (name, bytes) = ("a." + format, Self.archive(format))
    // Less than its mark is no archive yet; a rar needs no mark of its end, and a disc image ends where its files do.
    for cut in (format == "iso" ? 12 : 2)..<(format == "iso" ? 14 : 15) {
      try folder.write(name, bytes.prefix(bytes.count * cut / 16))
      let status = try run("scrub \(name) --output out.tar --quiet --force --allow-format iso,rar,cab").status
      #expect(status == 2, "cut at \(cut)/16: \(status)")
    }
  }

  // MARK: Bytes of each format

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
  }

  /// A RAR 4 with one stored member.
  private static func rar() -> [UInt8] {
    func block(_ type: UInt8, _ flags: Int, _ fields: [UInt8]) -> [UInt8] {
      let rest = [type] + little(flags, 2) + little(7 + fields.count, 2) + fields
      return little(Int(crc32(rest) & 0xFFFF), 2) + rest
    }
    let name = Array("a.log".utf8)
    let file =
      little(text.count, 4) + little(text.count, 4) + [3] + little(Int(crc32(text)), 4) + little(0x5B75_5000, 4)
      + [20, 0x30] + little(name.count, 2) + little(0o100644, 4) + name
    return Array("Rar!\u{1A}\u{07}\u{00}".utf8) + block(0x73, 0, little(0, 6)) + block(0x74, 0x8000, file) + text
      + block(0x7B, 0x4000, [])
  }

  /// A cabinet with one stored member.
  private static func cab() -> [UInt8] {
    let name = Array("a.log\u{00}".utf8)
    let file =
      little(text.count, 4) + little(0, 4) + little(0, 2) + little(0x5B75, 2) + little(0x5000, 2) + little(0x20, 2)
    let folderStart = 36
    let fileStart = folderStart + 8
    let dataStart = fileStart + file.count + name.count
    let data = little(0, 4) + little(text.count, 2) + little(text.count, 2) + text
    let size = dataStart + data.count
    let header =
      Array("MSCF".utf8) + little(0, 4) + little(size, 4) + little(0, 4) + little(fileStart, 4) + little(0, 4) + [3, 1]
      + little(1, 2) + little(1, 2) + little(0, 2) + little(0, 2) + little(0, 2)
    return header + little(dataStart, 4) + little(1, 2) + little(0, 2) + file + name + data
  }

  /// A disc image with one file (ECMA-119).
  private static func iso() -> [UInt8] {
    func both(_ value: Int, _ count: Int) -> [UInt8] { little(value, count) + little(value, count).reversed() }
    func record(_ sector: Int, _ size: Int, _ isFolder: Bool, _ name: [UInt8]) -> [UInt8] {
      var bytes: [UInt8] =
        [0, 0] + both(sector, 4) + both(size, 4) + [126, 11, 20, 10, 0, 0, 0] + [isFolder ? 2 : 0, 0, 0]
      bytes += both(1, 2) + [UInt8(name.count)] + name
      if bytes.count % 2 == 1 { bytes.append(0) }
      bytes[0] = UInt8(bytes.count)
      return bytes
    }
    func sector(_ bytes: [UInt8]) -> [UInt8] { bytes + [UInt8](repeating: 0, count: 2048 - bytes.count) }
    func spaces(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x20, count: count) }
    let root = record(20, 2048, true, [0])
    var volume: [UInt8] =
      [1] + Array("CD001".utf8) + [1, 0] + spaces(32) + spaces(32) + [UInt8](repeating: 0, count: 8)
    volume += both(25, 4) + [UInt8](repeating: 0, count: 32) + both(1, 2) + both(1, 2) + both(2048, 2) + both(10, 4)
    volume += little(19, 4) + little(0, 4) + little(19, 4).reversed() + little(0, 4) + root + spaces(128 * 4 + 37 * 3)
    volume += [UInt8](repeating: 0x30, count: 17 * 4) + [1, 0]
    let end: [UInt8] = [255] + Array("CD001".utf8) + [1]
    let paths: [UInt8] = [1, 0] + little(20, 4) + little(1, 2) + [0, 0]
    let entries = root + record(20, 2048, true, [1]) + record(21, text.count, false, Array("A.LOG;1".utf8))
    return [UInt8](repeating: 0, count: 16 * 2048) + sector(volume) + sector(end) + sector([]) + sector(paths)
      + sector(entries)
      + sector(text) + sector([]) + sector([]) + sector([])
  }
}
