internal import Files
internal import Foundation
public import Model
internal import StrictYAML

extension CaseFile {
  /// Reads the case file at `path`.
  public static func load(_ path: String) throws(Problem) -> CaseFile {
    try CaseFile(try YAMLValue.parse(try InputFile.text(path), file: path))
  }
}

extension CustomerFile {
  /// Reads the customer file at `path`, and the holiday calendar it names relative to itself.
  public static func load(_ path: String) throws(Problem) -> CustomerFile {
    let folder = URL(filePath: path).deletingLastPathComponent()
    return try CustomerFile(try YAMLValue.parse(try InputFile.text(path), file: path)) { (name) throws(Problem) in
      try InputFile.text(name.hasPrefix("/") ? name : folder.appending(path: name).path(percentEncoded: false))
    }
  }
}
