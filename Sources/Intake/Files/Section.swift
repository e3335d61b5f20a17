internal import Foundation
internal import Model
internal import StrictYAML

/// A mapping of the case or customer file, read key by key; a section that is absent has only absent keys.
struct Section {
  let place: Place
  private let map: YAMLMap?

  init(_ value: YAMLValue, _ keys: [String]) throws(Problem) {
    map = try value.map(keys)
    place = value.place
  }

  private init(absent place: Place) {
    map = nil
    self.place = place
  }

  /// Whether the file has the section.
  var isPresent: Bool { map != nil }

  /// The value under `key` through `read`.
  func field<Value>(_ key: String, _ read: (YAMLValue) throws(Problem) -> Value?) throws(Problem) -> Field<Value> {
    guard let value = map?[key] else { return Field(nil, missing(key)) }
    return Field(try read(value), value.place)
  }

  /// The section under `key`.
  func section(_ key: String, _ keys: [String]) throws(Problem) -> Section {
    guard let value = map?[key] else { return Section(absent: missing(key)) }
    return try Section(value, keys)
  }

  /// The items under `key` through `read`.
  func items<Item>(_ key: String, _ read: (YAMLValue) throws(Problem) -> Item) throws(Problem) -> Field<[Item]> {
    try field(key) { (value) throws(Problem) -> [Item]? in
      var items: [Item] = []
      for item in try value.list() { items.append(try read(item)) }
      return items
    }
  }

  func text(_ key: String) throws(Problem) -> Field<String> {
    try field(key) { (value) throws(Problem) -> String? in
      let text = try value.string()
      // Blank text is no text.
      return text.allSatisfy(\.isWhitespace) ? nil : text
    }
  }

  func flag(_ key: String) throws(Problem) -> Field<Bool> {
    try field(key) { (value) throws(Problem) -> Bool? in try value.bool() }
  }

  func instant(_ key: String) throws(Problem) -> Field<Date> {
    try field(key) { (value) throws(Problem) -> Date? in
      guard let date = Timestamp.parse(try value.string()) else {
        throw value.problem(
          "must be a date and time with an offset", mend: "Write it like 2026-11-20T14:05:00+01:00")
      }
      return date
    }
  }

  func day(_ key: String) throws(Problem) -> Field<CivilDate> {
    try field(key) { (value) throws(Problem) -> CivilDate? in try value.civilDate() }
  }

  func choice<Choice>(_ key: String, _ type: Choice.Type = Choice.self) throws(Problem) -> Field<Choice>
  where Choice: RawRepresentable<String> & CaseIterable & Sendable {
    try field(key) { (value) throws(Problem) -> Choice? in try value.choice(type) }
  }

  private func missing(_ key: String) -> Place {
    Place(file: place.file, path: place.path.isEmpty ? key : place.path + "." + key, line: place.line)
  }
}

extension YAMLValue {
  /// The value's place, for findings.
  var place: Place { Place(file: file, path: path, line: line, column: column) }

  /// The value as a calendar date.
  func civilDate() throws(Problem) -> CivilDate {
    guard let date = CivilDate(try string()) else {
      throw problem("must be a calendar date", mend: "Write it like 2026-12-31")
    }
    return date
  }
}
