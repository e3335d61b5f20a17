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
  static func note(_ text: String) { remark(text + "\n") }

  /// Writes to standard error; where nobody reads it, the work goes on all the same.
  static func remark(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Says what went wrong.
  static func error(_ problem: Problem) { note("\(paint(forError: true).red("error:")) \(problem)") }

  /// Colours, on a terminal and unless the user does not want them (no-color.org).
  static func paint(noColor: Bool = false, forError: Bool = false) -> Paint {
    let environment = ProcessInfo.processInfo.environment
    let isPlain = noColor || !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    return Paint(isOn: !isPlain && isatty(forError ? 2 : 1) == 1)
  }
}
