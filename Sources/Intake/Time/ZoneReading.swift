internal import Foundation
internal import Model
internal import StrictYAML

extension YAMLValue {
  /// The value as a time zone of the IANA database.
  ///
  /// Abbreviations and fixed offsets are refused: they know no daylight saving time.
  func timeZone() throws(Problem) -> TimeZone {
    let name = try string()
    if name == "UTC" || name.contains("/"), !name.hasPrefix("Etc/"), let zone = TimeZone(identifier: name) {
      return zone
    }
    let near = nearest(to: name, in: TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") })
    throw problem(
      "must be a time zone by its IANA name, such as America/New_York or UTC",
      mend: near.map { "Did you mean '\($0)'?" } ?? "Abbreviations and offsets know no daylight saving time")
  }
}
