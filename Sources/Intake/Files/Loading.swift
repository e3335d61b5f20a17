internal import Foundation
public import Model
internal import StrictYAML

extension CaseFile {
  /// Reads the case file at `path`.
  public static func load(_ path: String) throws(Problem) -> CaseFile {
    try CaseFile(try YAMLValue.parse(try readText(path), file: path))
  }
}

extension CustomerFile {
  /// Reads the customer file at `path`, and the holiday calendar it names relative to itself.
  public static func load(_ path: String) throws(Problem) -> CustomerFile {
    let folder = URL(filePath: path).deletingLastPathComponent()
    return try CustomerFile(try YAMLValue.parse(try readText(path), file: path)) { (name) throws(Problem) in
      try readText(name.hasPrefix("/") ? name : folder.appending(path: name).path(percentEncoded: false))
    }
  }
}

/// The text of a small file.
func readText(_ path: String) throws(Problem) -> String {
  let limit = 4 << 20
  let data: Data
  do {
    let attributes = try FileManager.default.attributesOfItem(
      atPath: URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false))
    guard attributes[.type] as? FileAttributeType != .typeDirectory else {
      throw Problem(.wrongKind, path, "is a folder", mend: "Name the file itself")
    }
    data = try Data(contentsOf: URL(filePath: path))
  } catch let problem as Problem {
    throw problem
  } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
    throw Problem(.missingFile, path, "does not exist", mend: "Check the path")
  } catch {
    throw Problem(.inputOutput, path, "cannot be read", mend: "Check its permissions")
  }
  guard data.count <= limit else { throw Problem(.limit, path, "is larger than \(limit) bytes") }
  guard let text = String(bytes: data, encoding: .utf8) else {
    throw Problem(.invalidFile, path, "is not UTF-8 text", mend: "Save it as UTF-8")
  }
  return text
}
