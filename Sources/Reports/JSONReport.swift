internal import Foundation
public import Model

/// The one way results become JSON: keys sorted, so that two runs can be compared line by line.
public enum JSONReport {
  /// Any result as JSON with a closing line end.
  public static func text(_ value: some Encodable) throws(Problem) -> String { try encode(value, pretty: true) + "\n" }

  /// One line of JSON.
  static func line(_ value: some Encodable) throws(Problem) -> String { try encode(value, pretty: false) }

  private static func encode(_ value: some Encodable, pretty: Bool) throws(Problem) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw Problem(.internalError, "", "a report could not be written as JSON")
    }
  }
}
