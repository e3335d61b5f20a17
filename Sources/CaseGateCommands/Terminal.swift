internal import Files
internal import Foundation
internal import Model
internal import Reports

/// Where text goes: results to standard output, everything else to standard error.
enum Terminal {
  /// Writes a result.
  static func out(_ text: String) throws(Problem) {
    let bytes = Array(text.utf8)
    try StandardOutput().write(bytes.span)
  }

  /// Says something beside the result.
  static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// Says what went wrong.
  static func error(_ problem: Problem) { note("\(paint(forError: true).red("error:")) \(problem)") }

  /// Colours, on a terminal and unless the user does not want them (no-color.org).
  static func paint(noColor: Bool = false, forError: Bool = false) -> Paint {
    let environment = ProcessInfo.processInfo.environment
    let isPlain = noColor || !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    return Paint(isOn: !isPlain && isatty(forError ? 2 : 1) == 1)
  }
}
