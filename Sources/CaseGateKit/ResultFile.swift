internal import Files
public import Model

/// A report, manifest or receipt on its way to disk.
///
/// It is opened before the work begins, so that a place that cannot be written is known at once, and appears only when it
/// is complete. It may take the place of an earlier one of its kind, and of nothing else.
public struct ResultFile {
  private let file: OutputFile

  /// Opens a file beside `path`.
  ///
  /// - Parameter inputs: what the run reads or writes besides; none of it may be replaced, and none of its folders may
  ///   get the file.
  /// - Throws: `Problem` of code `output-conflict`, or `input-output`.
  public init(_ path: String, inputs: [String]) throws(Problem) {
    let status = Paths.status(path, followingLinks: true)
    let place = Paths.absolute(path)
    for input in inputs where input != "-" {
      let other = Paths.status(input, followingLinks: true)
      // What is written besides need not exist yet.
      let isSame = input == path || place != nil && place == Paths.absolute(input)
      if isSame || other != nil && other?.identity == status?.identity {
        throw Problem(.outputConflict, path, "is one of the files this run works on", mend: "Choose another name")
      }
      if other?.kind == .directory, Paths.lies(path, in: input) {
        throw Problem(.outputConflict, path, "lies inside the input", mend: "Choose a place outside it")
      }
    }
    if let status {
      guard status.kind == .file, try FormerResult.isOne(path, size: status.size) else {
        throw Problem(
          .outputConflict, path, "exists already and is no result of casegate",
          mend: "Choose another name, or remove it")
      }
    }
    Temporary.sweep(beside: path)
    file = try OutputFile(path, replacing: true)
  }

  /// Writes the whole text and gives the file its name.
  public func commit(_ text: String) throws(Problem) {
    try write(text)
    try commit()
  }

  /// Adds text.
  public func write(_ text: String) throws(Problem) {
    let bytes = Array(text.utf8)
    try file.write(bytes.span)
  }

  /// Makes what was written durable; the file still has no name.
  public func save() throws(Problem) { try file.save() }

  /// Gives the file its name.
  public func commit() throws(Problem) { try file.commit() }
}
