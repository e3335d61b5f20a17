/// Tar in its POSIX form (ustar), regular files only.
enum TarFormat {
  static func packed(_ members: [Member], owner: String) -> [UInt8] {
    var output: [UInt8] = []
    for member in members {
      output += header(member, owner)
      output += member.bytes
      output += [UInt8](repeating: 0, count: (512 - member.bytes.count % 512) % 512)
    }
    return output + [UInt8](repeating: 0, count: 1024)
  }

  private static func header(_ member: Member, _ owner: String) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, _ place: Int, _ width: Int) {
      block.replaceSubrange(place..<place + min(width, text.utf8.count), with: text.utf8.prefix(width))
    }
    func octal(_ number: Int, _ width: Int) -> String {
      let digits = String(number, radix: 8)
      return String(repeating: "0", count: max(0, width - 1 - digits.count)) + digits
    }
    put(member.path, 0, 100)
    put(octal(0o644, 8), 100, 8)
    put(octal(1001, 8), 108, 8)
    put(octal(1001, 8), 116, 8)
    put(octal(member.bytes.count, 12), 124, 12)
    put(octal(1_776_153_600, 12), 136, 12)
    put("        ", 148, 8)
    put("0", 156, 1)
    put("ustar\u{0}00", 257, 8)
    put(owner, 265, 32)
    put(owner, 297, 32)
    put(octal(block.reduce(0) { $0 + Int($1) }, 7) + "\u{0} ", 148, 8)
    return block
  }

  static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 512 && Array(bytes[257..<262]) == Array("ustar".utf8)
  }

  /// The files, and the names of owners; long names in GNU and pax form are understood.
  static func unpacked(_ bytes: [UInt8]) -> (members: [Member], owners: String) {
    var members: [Member] = []
    var owners = ""
    var longName: String?
    var place = 0
    func text(_ from: Int, _ width: Int) -> String {
      String(decoding: bytes[from..<from + width].prefix { $0 != 0 }, as: UTF8.self)
    }
    while place + 512 <= bytes.count, bytes[place] != 0 {
      let size = Int(text(place + 124, 12).filter(\.isNumber), radix: 8) ?? 0
      let content = Array(bytes[(place + 512)..<min(place + 512 + size, bytes.count)])
      owners += text(place + 265, 32) + " " + text(place + 297, 32) + "\n"
      switch bytes[place + 156] {
      case UInt8(ascii: "L"): longName = String(decoding: content.prefix { $0 != 0 }, as: UTF8.self)
      case UInt8(ascii: "x"): longName = paxPath(content) ?? longName
      case UInt8(ascii: "0"), 0:
        let prefix = text(place + 345, 155)
        members.append(
          Member(path: longName ?? (prefix.isEmpty ? "" : prefix + "/") + text(place, 100), bytes: content))
        longName = nil
      default: longName = nil
      }
      place += 512 + (size + 511) / 512 * 512
    }
    return (members, owners)
  }

  private static func paxPath(_ content: [UInt8]) -> String? {
    for line in content.split(separator: 0x0A) {
      let record = String(decoding: line, as: UTF8.self)
      if let sign = record.firstRange(of: " path=") { return String(record[sign.upperBound...]) }
    }
    return nil
  }
}
