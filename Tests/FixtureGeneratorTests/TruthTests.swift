internal import FixtureGenerator
internal import Foundation
internal import TestSupport
internal import Testing

@Suite("The truth of a bundle")
struct TruthTests {
  private let written: Written

  init() throws { written = try Written(seed: 11, size: 2 << 20, segmentSize: 100_000) }

  @Test("names stretches that lie in their file and do not overlap")
  func ranges() {
    var ends: [String: Int] = [:]
    for line in written.truth {
      #expect(line.length > 0 && line.offset >= ends[line.file, default: 0])
      ends[line.file] = line.offset + line.length
    }
    for (file, end) in ends { #expect(end <= written.folder.files[file]?.bytes.count ?? 0, "\(file)") }
  }

  @Test("points to values of the category it says, in every encoding")
  func values() {
    let shapes: [(Label, String)] = [
      (.phone, #"^(\+|%2B)?1? ?\(?[2-9]\d\d\)?[-. ]?( ?)555[-. ]?01\d\d$"#),
      (.email, #"^[a-z.]+\d*(@|%40|\\u0040|&#64;)(mail\.)?example\.(com|org|net)$"#),
      (.host, #"^[A-Za-z0-9.-]+\.(example\.com|EXAMPLE\.COM)$"#),
      (.ipAddress, #"^(\d{1,3}(\.\d{1,3}){3}|2001:db8:[0-9a-f:]+)$"#),
      (.macAddress, #"^00[:-]00[:-]5E[:-]00[:-]53[:-][0-9A-F]{2}$"#),
      (.nationalID, #"^8\d\d-?55-?\d{4}$"#),
      (.privateKey, #"^-----BEGIN PRIVATE[\s\S]*KEY-----$"#),
      (.cvv, #"^\d{3,4}$"#),
    ]
    for (label, pattern) in shapes {
      let plants = written.plants(label)
      #expect(!plants.isEmpty, "\(label)")
      for plant in plants {
        #expect(plant?.range(of: pattern, options: .regularExpression) != nil, "\(label): \(plant ?? "none")")
      }
    }
  }

  @Test("has cards that pass the check of ISO/IEC 7812 and account numbers that pass that of ISO 13616")
  func checkDigits() {
    for card in written.plants(.card).compactMap(\.self) {
      #expect(CheckDigits.passesLuhn(card.filter(\.isNumber)), "\(card)")
    }
    for iban in written.plants(.iban).compactMap(\.self) {
      let plain = iban.filter { $0 != " " }
      #expect(CheckDigits.remainder97(String(plain.dropFirst(4) + plain.prefix(4))) == 1, "\(iban)")
    }
  }

  @Test("names every category of the product's closed list, and no other")
  func categories() throws {
    let source = try String(
      contentsOf: Repository.root.appending(path: "Sources/Model/Category.swift"), encoding: .utf8)
    let list = source.prefix(upTo: try #require(source.range(of: "enum Severity")).lowerBound)
    let cases = list.matches(of: /(?m)^  case (\w+)(?: = "([a-z-]+)")?$/).map { String($0.2 ?? $0.1) }
    #expect(Set(Label.allCases.map(\.rawValue)) == Set(cases))
    let used = Set(written.truth.compactMap(\.category))
    #expect(used == Set(cases))
  }

  @Test("knows of every number, address and host in the files")
  func nothingUnlabelled() throws {
    for (path, sink) in written.folder.files where !sink.bytes.starts(with: [0xFF, 0xFE]) {
      var bytes = sink.bytes
      for line in written.truth where line.file == path {
        bytes.replaceSubrange(line.offset..<line.offset + line.length, with: repeatElement(0x23, count: line.length))
      }
      // Sites differ on the number that was dialled, and a whole network is no machine.
      let rest = String(decoding: bytes, as: UTF8.self)
        .replacing(/AttributeDNIS\t'\d+'/, with: "").replacing("198.51.100.0/24", with: "")
      let shapes = /555[-. ]?01\d\d|@[a-z.]*example|\.example\.(?:com|net|org)|2001:db8|\b\d+\.\d+\.\d+\.\d+\b/
      let leak = rest.firstMatch(of: shapes).map { String($0.output) }
      #expect(leak == nil, "\(path)")
    }
  }

  @Test("has traps too, and only plants have a category")
  func traps() {
    #expect(written.truth.contains { $0.kind == "trap" })
    #expect(written.truth.allSatisfy { ($0.kind == "plant") == ($0.category != nil) })
  }
}
