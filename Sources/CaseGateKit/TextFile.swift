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

  /// Writes `texts` as numbered files into `folder`, which is made when it is missing.
  ///
  /// - Returns: the paths, in the order of the texts.
  /// - Throws: `Problem` of code `output-conflict` when one of the names is taken; then nothing is written.
  public static func write(
    _ texts: [String], into folder: String, name: String, ending: String
  ) throws(Problem) -> [String] {
    let paths = texts.indices.map { "\(folder)/\(name)\($0 + 1)\(ending)" }
    if let taken = paths.first(where: Paths.exists) {
      throw Problem(.outputConflict, taken, "exists already", mend: "Choose another folder, or remove the file")
    }
    if Paths.status(folder, followingLinks: true) == nil { try Paths.makeFolder(folder) }
    for (path, text) in zip(paths, texts) { try write(text, to: path, replacing: false) }
    return paths
  }
}
