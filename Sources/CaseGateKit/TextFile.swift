internal import Files
public import Model

/// Small files that the library writes whole: reports and starters.
public enum TextFile {
  /// Writes `text` to `path` in one step; a file of that name is replaced only when `replacing`.
  public static func write(_ text: String, to path: String, replacing: Bool) throws(Problem) {
    let file = try OutputFile(path, replacing: replacing)
    let bytes = Array(text.utf8)
    try file.write(bytes.span)
    try file.commit()
  }
}
