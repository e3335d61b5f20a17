public import Model

/// Writes a manifest row by row, so that a bundle of a million entries does not fill the memory.
public enum ManifestWriter {
  /// Hands the text of `report` to `write`, a line for each entry.
  ///
  /// - Throws: `Problem` of code `internal`, and what `write` throws.
  public static func write(
    _ report: ScrubReport, _ write: (String) throws(Problem) -> Void
  ) throws(Problem) {
    let frame = try JSONReport.text(report.withoutRows)
    let label = "\"entries\" : ["
    guard let start = frame.firstRange(of: label)?.upperBound, let end = frame[start...].firstIndex(of: "]") else {
      throw Problem(.internalError, "", "a manifest could not be written as JSON")
    }
    var text = String(frame[..<start])
    for (index, entry) in report.entries.enumerated() {
      text += (index == 0 ? "\n    " : ",\n    ") + (try JSONReport.line(entry))
      if text.utf8.count > 1 << 16 {
        try write(text)
        text = ""
      }
    }
    try write(text + "\n  " + frame[end...])
  }
}
