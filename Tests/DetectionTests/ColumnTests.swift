import Detection
import Foundation
import Model
import RulePacks
import Testing

/// Rows that no header names: what stands in a column says what it holds.
@Suite struct ColumnTests {
  private static let detector = Result { try Detector(try RuleSet().rules) }

  private func found(_ lines: [String]) throws -> [String] {
    try Texts.found(lines.joined(separator: "\n") + "\n", try Self.detector.get())
  }

  private static let people = [
    ("Wouter", "Zandstraat", "17.03.1951"), ("Saskia", "Quillfeather", "02.11.1968"),
    ("Dwight", "Oakenshaw", "30.01.1977"),
    ("Nadine", "Plumtree", "09.09.1989"), ("Xq", "Yarrowmere", "21.12.1994"), ("Joost", "Brindlewood", "05.06.1949"),
  ]

  @Test(arguments: [";", "|", "\t", ","]) func namesAndBirthsAreKnownByTheOthersInTheirColumn(delimiter: String) throws
  {
    let lines = Self.people.enumerated().map { number, person in
      ["2026110\(number)", person.1, person.0, person.2, "active"].joined(separator: delimiter)
    }
    let values = try found(lines)
    for person in Self.people where person.0 != "Xq" {
      for part in [person.0, person.1, person.2] {
        #expect(values.contains { $0.contains(part) }, "\(part): \(values)")
      }
    }
    #expect(values.contains("Yarrowmere"), "a family name beside a given name that no list has")
    #expect(!values.contains("active") && !values.contains("20261101"))
  }

  @Test func rowsOfSQLWithoutNamesAreRowsToo() throws {
    let lines = Self.people.map { "(\(Int.random(in: 1...9999)),'\($0.1)','\($0.0)','\($0.2)',NULL)," }
    #expect(Set(try found(lines)).isSuperset(of: ["Zandstraat", "Brindlewood", "17.03.1951"]))
  }

  @Test func keysAndValuesAreNoColumns() throws {
    let lines = (0..<8).map { "\t'\($0 % 2 == 0 ? "GSW_PHONE" : "GSW_CHAIN_ID")'\t'\(212_555_0140 + $0)'" }
    #expect(try found(lines) == ["2125550140", "2125550142", "2125550144", "2125550146"])
  }

  @Test func whatAHeaderNamesIsNotGuessed() throws {
    let rows = Self.people.enumerated().map { "INC407421\($0);\($1.0) \($1.1);6692532671386\($0)" }
    let values = try found(["number;caller_name;recording"] + rows)
    #expect(values.contains("Wouter Zandstraat"))
    #expect(!values.contains { $0.hasPrefix("INC") || $0.hasPrefix("66925") })
  }

  @Test func numbersOfOrdersStay() throws {
    let rows = Self.people.enumerated().map { "\($1.0) \($1.1)|+1 212-555-014\($0)|90731422\($0)" }
    #expect(!(try found(rows)).contains { $0.hasPrefix("9073") })
  }

  @Test func aRecordMaySayOfWhomAnotherSpeaks() throws {
    let rows = Self.people.enumerated().flatMap { number, person in
      [
        "10|QJ/335364\(number)/29|\(person.1)|\(person.0)|x",
        "80|KV4936\(number)9941|GEO|5\(number).161338|-1\(number).629528",
      ]
    }
    let values = try found(rows)
    #expect(values.contains("QJ/3353640/29") && values.contains("KV493609941"), "\(values)")
    #expect(values.contains("50.161338") && values.contains("-10.629528"), "\(values)")
  }

  @Test func fewRowsAndLogLinesSayNothing() throws {
    #expect(try found(["a;Florence;x", "b;Sydney;y"]).isEmpty)
    let log = (0..<20).map {
      "2026-11-20 10:00:0\($0 % 10) | INFO  | worker-\($0) | step \($0) done | 0.1234\($0) | 0.5678\($0)"
    }
    #expect(try found(log).isEmpty)
  }

  @Test func strokesUnderAHeaderSayWhereColumnsStart() throws {
    let text = [
      "PERS_NR LAST_NAME FIRST_NAME HIRED", "------- --------- ---------- ---------",
      "E14411  Quill     Xq         09-MAY-21", "E66235  Oakenshaw Zz         21-JUL-22",
    ]
    #expect(Set(try found(text)).isSuperset(of: ["Quill", "Xq", "Oakenshaw", "Zz"]))
  }

  @Test(arguments: ["phone\n----- ----- -\n", "name  phone\n-----------  ---------------\nx y\n", "Name\n----\n"])
  func strokesThatGoOnBehindTheHeaderAreNoHarm(text: String) throws {
    _ = try found([text])
    let values = try found(["Name        Phone", "----------- ------------ ----------", "Jane Quill  608 555 0132 x"])
    #expect(values.contains("Jane Quill"), "\(values)")
  }

  @Test func recordsOfRareKindsAreToldTogether() throws {
    let rows = (0..<18).map { "b\($0 / 3)a|\($0 % 3 == 2 ? "55510000\($0 + 10)" : "+49 30 10000\($0 + 10)")|q\($0)w|z" }
    #expect(try found(rows).count == 18)
  }
}
