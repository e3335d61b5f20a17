/// A log that grows with each call.
package protocol LogFormat: Sendable {
  /// The folder and base name of its files.
  func path(on site: Site) -> String
  /// What its file names end in.
  var suffix: String { get }
  var encoding: Encoding { get }
  var lineEnd: Document.LineEnd { get }
  /// Whether files begin with a byte order mark.
  var byteOrderMark: Bool { get }

  /// What stands at the top of each file.
  func begin(_ log: inout Document, site: Site, at start: Moment)

  /// Tells about one call.
  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64)
}

extension LogFormat {
  package var suffix: String { "log" }
  package var encoding: Encoding { .utf8 }
  package var lineEnd: Document.LineEnd { .lf }
  package var byteOrderMark: Bool { false }

  package func begin(_ log: inout Document, site: Site, at start: Moment) {}
}

/// A file that a bundle holds once.
package protocol SingleFile: Sendable {
  func path(on site: Site) -> String
  var encoding: Encoding { get }
  var lineEnd: Document.LineEnd { get }
  var byteOrderMark: Bool { get }

  func write(_ file: inout Document, site: Site, with random: inout SplitMix64)
}

extension SingleFile {
  package var encoding: Encoding { .utf8 }
  package var lineEnd: Document.LineEnd { .lf }
  package var byteOrderMark: Bool { false }
}
