internal import Intake

/// What the head of a server's log says about it: type, release, date and zone.
struct LogHead {
  /// The type of the application, without its number.
  private(set) var type: String?
  /// The release.
  private(set) var version: String?
  private var local: Int?
  private var universal: Int?
  /// The date on which the file was begun, from its name.
  private let named: Int?

  init(fileName: String) { named = Self.day(in: fileName) }

  /// The seconds that the clock of the machine is ahead of UTC; nil when the head does not tell.
  var offset: Int? {
    guard let local, let universal, abs(local - universal) <= 15 * 3_600 else { return nil }
    // The two lines are written one after the other.
    return Int((Double(local - universal) / 900).rounded()) * 900
  }

  /// The day on which the first line was written, as a day number in the zone of the machine.
  var day: Int? { (local ?? named.map { $0 * 86_400 }).map { ($0 - ($0 % 86_400 + 86_400) % 86_400) / 86_400 } }

  mutating func read(_ line: ArraySlice<UInt8>) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    switch key {
    case "application type", "app type": type = Self.word(value)
    case "application version", "version", "app version": version = Self.release(value)
    case "local time": local = LogStamp(value).flatMap { $0.kind == .clock ? nil : $0.seconds }
    case "utc time": universal = LogStamp(value).flatMap { $0.kind == .clock ? nil : $0.seconds }
    case "time zone":
      // A machine on UTC writes no local time.
      if local == nil, String(decoding: value, as: UTF8.self).hasPrefix("0, UTC") { local = universal }
    default: break
    }
  }

  private static func word(_ value: ArraySlice<UInt8>) -> String? {
    let word = value.prefix { (0x61...0x7A).contains($0 | 0x20) }
    return word.isEmpty || word.count > 40 ? nil : String(decoding: word, as: UTF8.self)
  }

  /// A release such as `8.1.102.60`; nil for anything else, which may be anything.
  static func release(_ value: ArraySlice<UInt8>) -> String? {
    let word = value.prefix { !($0 == 0x20 || $0 == 0x09 || $0 == 0x2C || $0 == 0x0D) }
    let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (3...5).contains(parts.count), parts[0].count <= 2,
      parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return String(decoding: word, as: UTF8.self)
  }

  /// The `20261120` of `sip_a1-001.20261120_140512_123.log`.
  private static func day(in name: String) -> Int? {
    for part in name.split(whereSeparator: { !$0.isNumber && $0 != "_" }) {
      let words = part.split(separator: "_")
      guard words.count >= 2, words[0].count == 8, words[1].count == 6, let date = Int(words[0]) else { continue }
      if let day = CivilDate(year: date / 10_000, month: date / 100 % 100, day: date % 100) { return day.dayNumber }
    }
    return nil
  }
}
