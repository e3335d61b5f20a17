internal import Files
public import Model
internal import StrictYAML

/// Settings that hold for every run of a site: `.casegate.yaml`.
///
/// ```yaml
/// style: [token, card=unhide-last,4]
/// key_file: site.key
/// rules: [site-rules/]
/// disable: [network.ipv4]
/// ```
///
/// Paths in it are seen from the folder it stands in. The command line adds to its lists, and counts more.
public struct ConfigFile: Sendable {
  /// The name that is looked for, in the current folder and those above.
  public static let name = ".casegate.yaml"

  /// Where the settings come from; nil when there are none.
  public private(set) var path: String?
  /// The pseudonym key.
  public private(set) var keyFile: String?
  /// Rule packs, and folders of packs.
  public private(set) var rules: [String] = []
  /// Ids of rules to leave out.
  public private(set) var disabled: [String] = []
  /// What becomes of values.
  public private(set) var styles = StyleSettings()

  /// No settings.
  public init() {}

  /// Reads settings from `named`, else from what `environment` names, else from the nearest file of the usual name.
  ///
  /// A file that is merely found must belong to the user or the system, and nobody else may write it: settings can leave
  /// values in.
  ///
  /// - Parameters:
  ///   - named: the file the user names.
  ///   - environment: the value of `CASEGATE_CONFIG`.
  /// - Throws: `Problem` of code `missing-file`, `invalid-file`, `untrusted` or `usage`.
  public init(named: String?, environment: String?) throws(Problem) {
    if let path = named ?? environment.flatMap({ $0.isEmpty ? nil : $0 }) {
      try self.init(path)
      return
    }
    guard let path = Self.nearest() else {
      self.init()
      return
    }
    guard let status = Paths.status(path, followingLinks: true), status.isOurs, status.mode & 0o022 == 0 else {
      throw Problem(
        .untrusted, path, "was found here, and others than you can change it",
        mend: "Make it yours and run 'chmod go-w' on it, or name another with --config")
    }
    try self.init(path)
  }

  /// Reads the settings at `path`.
  public init(_ path: String) throws(Problem) {
    self.path = path
    let folder = Paths.split(path).folder
    func seen(_ name: String) -> String { folder.isEmpty || name.hasPrefix("/") ? name : folder + "/" + name }
    let map = try YAMLValue.parse(try InputFile.text(path, limit: 1 << 20), file: path).map(
      ["style", "key_file", "rules", "disable"])
    if let style = map["style"] {
      for setting in try Self.oneOrMore(style) {
        try styles.add(try setting.string(), subject: path, line: setting.line)
      }
    }
    keyFile = try map["key_file"].map { value throws(Problem) in seen(try value.string()) }
    if let value = map["rules"] {
      rules = try Self.oneOrMore(value).map { item throws(Problem) in seen(try item.string()) }
    }
    if let value = map["disable"] {
      disabled = try Self.oneOrMore(value).map { item throws(Problem) in try item.string() }
    }
  }

  private static func oneOrMore(_ value: YAMLValue) throws(Problem) -> [YAMLValue] {
    do throws(Problem) {
      _ = try value.string()
      return [value]
    } catch {
      return try value.list()
    }
  }

  private static func nearest() -> String? {
    var folder = Paths.resolved(".") ?? "/"
    while true {
      let path = (folder == "/" ? "" : folder) + "/" + name
      if Paths.exists(path) { return path }
      if folder == "/" { return nil }
      folder = Paths.split(folder).folder
    }
  }
}
