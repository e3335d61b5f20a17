internal import Files
public import Model

extension Policy {
  /// Reads the policy in the folder at `path`: its `.yaml` files, and those of its folder `responsibilities`.
  ///
  /// - Throws: `Problem` that names the file and, where there is one, the line.
  public static func load(_ path: String) throws(Problem) -> Policy {
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard Paths.status(folder, followingLinks: true)?.kind == .directory else {
      throw Problem(
        .missingFile, path, "is not a folder", mend: "Name the folder that holds targets.yaml and the other files")
    }
    var files: [String: String] = [:]
    for part in [folder, folder + "/responsibilities"]
    where Paths.status(part, followingLinks: true)?.kind == .directory {
      for name in try Paths.list(part) where name.hasSuffix(".yaml") {
        files[part + "/" + name] = try InputFile.text(part + "/" + name, limit: 1 << 20)
      }
    }
    return try Policy(files: files, folder: folder)
  }
}
