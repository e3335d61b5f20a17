internal import EmbeddedRules
internal import Files
public import Model

extension Policy {
  /// Files that a policy may leave out, and that are those of the built-in one then.
  private static let language: Set<String> = [
    "issues.yaml", "symptoms.yaml", "topics.yaml", "waivers.yaml", "wording.yaml",
  ]

  /// Reads the policy in the folder at `path`: `severities.yaml`, `targets.yaml`, `products.yaml`, the files of its folder
  /// `responsibilities`, and the words of its own if it has any.
  ///
  /// - Throws: `Problem` that names the file and, where there is one, the line.
  public static func load(_ path: String) throws(Problem) -> Policy {
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard Paths.status(folder, followingLinks: true)?.kind == .directory else {
      throw Problem(
        .missingFile, path, "is not a folder", mend: "Name the folder that holds targets.yaml and the other files")
    }
    var files: [String: String] = [:]
    // The language of people who report faults is the same for every vendor; who has better words brings them.
    for file in EmbeddedRules.files(under: "intake/") {
      let name = String(file.path.dropFirst("intake/".count))
      if Self.language.contains(name) { files[folder + "/" + name] = file.text }
    }
    for part in [folder, folder + "/responsibilities"]
    where Paths.status(part, followingLinks: true)?.kind == .directory {
      for name in try Paths.list(part) where name.hasSuffix(".yaml") {
        files[part + "/" + name] = try InputFile.text(part + "/" + name, limit: 1 << 20)
      }
    }
    return try Policy(files: files, folder: folder)
  }
}
