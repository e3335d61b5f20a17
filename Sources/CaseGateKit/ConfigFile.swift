public import Bundles
internal import Files
public import Model
internal import StrictYAML

/// Settings that hold for every run of a site: `.casegate.yaml`.
///
/// ```yaml
/// style: [token, "card=unhide-last,4"]
/// key_file: site.key
/// rules: [site-rules/]
/// disable: [network.ipv4]
/// waivers: site-waivers.yaml      # or the list itself
/// limits: [entry=200GB]
/// ```
///
/// Paths in it are seen from the folder it stands in. The command line adds to its lists, and counts more.
public struct ConfigFile: Sendable {
  /// The name that is looked for, in the current folder and those above.
  public static let name = ".casegate.yaml"

  /// How the settings were found.
  public enum Origin: String, Sendable {
    /// There are none.
    case none
    /// The command line names them.
    case option = "--config"
    /// `CASEGATE_CONFIG` names them.
    case environment = "CASEGATE_CONFIG"
    /// They are the nearest ones here or above.
    case nearest = "nearest here or above"
    /// They are the user's own (XDG Base Directory Specification).
    case user = "the user's own"
  }

  /// One value, and where it stands.
  public struct Entry: Sendable {
    /// The key, such as `style`.
    public let key: String
    /// The value; a path as it is seen from here.
    public let value: String
    /// The line in the file, counted from 1.
    public let line: Int
  }

  /// Where the settings come from; nil when there are none.
  public private(set) var path: String?
  /// How they were found.
  public private(set) var origin = Origin.none
  /// Every value, in the order of the file.
  public private(set) var entries: [Entry] = []
  /// The pseudonym key.
  public private(set) var keyFile: String?
  /// Rule packs, and folders of packs.
  public private(set) var rules: [String] = []
  /// Ids of rules to leave out.
  public private(set) var disabled: [String] = []
  /// What becomes of values.
  public private(set) var styles = StyleSettings()
  /// What a bundle may grow to.
  public private(set) var limits = Limits()
  private var waivers: WaiverFile?

  /// No settings.
  public init() {}

  /// Finds and reads settings.
  ///
  /// A file that is merely found must belong to the user or the system, and nobody else may write it: settings can leave
  /// values in.
  ///
  /// - Parameters:
  ///   - named: the file the user names; it counts before all others.
  ///   - environment: the variables `CASEGATE_CONFIG`, which names a file, and then, when none lies here or above,
  ///     `XDG_CONFIG_HOME` and `HOME`, below which the user's own may lie.
  /// - Throws: `Problem` of code `missing-file`, `invalid-file`, `untrusted` or `usage`.
  public init(named: String?, environment: [String: String]) throws(Problem) {
    func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let named {
      try self.init(named, origin: .option)
    } else if let path = variable("CASEGATE_CONFIG") {
      try self.init(path, origin: .environment)
    } else if let path = Self.nearest() {
      try self.init(found: path, origin: .nearest)
    } else {
      let home = variable("XDG_CONFIG_HOME") ?? variable("HOME").map { $0 + "/.config" }
      let path = home.map { $0 + "/casegate/config.yaml" }
      if let path, Paths.exists(path) { try self.init(found: path, origin: .user) } else { self.init() }
    }
  }

  private init(found path: String, origin: Origin) throws(Problem) {
    guard let status = Paths.status(path, followingLinks: true), status.isOurs, status.mode & 0o022 == 0 else {
      throw Problem(
        .untrusted, path, "was found here, and others than you can change it",
        mend: "Make it yours and run 'chmod go-w' on it, or name another with --config")
    }
    try self.init(path, origin: origin)
  }

  /// Reads the settings at `path`.
  ///
  /// - Throws: `Problem` of code `missing-file`, `invalid-file` or `usage`.
  public init(_ path: String, origin: Origin = .option) throws(Problem) {
    self.path = path
    self.origin = origin
    let folder = Paths.split(path).folder
    func seen(_ name: String) -> String { folder.isEmpty || name.hasPrefix("/") ? name : folder + "/" + name }
    let map = try YAMLValue.parse(try InputFile.text(path, limit: 1 << 20), file: path).map(
      ["style", "key_file", "rules", "disable", "waivers", "limits"])
    for item in try Self.oneOrMore(map["style"]) {
      try styles.add(try item.string(), subject: path, line: item.line)
      note("style", try item.string(), item)
    }
    if let value = map["key_file"] {
      keyFile = seen(try value.string())
      note("key_file", keyFile, value)
    }
    for item in try Self.oneOrMore(map["rules"]) {
      rules.append(seen(try item.string()))
      note("rules", rules.last, item)
    }
    for item in try Self.oneOrMore(map["disable"]) {
      disabled.append(try item.string())
      note("disable", disabled.last, item)
    }
    for item in try Self.oneOrMore(map["limits"]) {
      try limits.set(try item.string(), subject: path, line: item.line)
      note("limits", try item.string(), item)
    }
    if let value = map["waivers"] {
      if let items = Self.list(value) {
        waivers = try WaiverFile(value, in: path)
        note("waivers", "\(items.count) in this file", value)
      } else {
        let file = seen(try value.string())
        waivers = try WaiverFile(file)
        note("waivers", file, value)
      }
    }
    entries.sort { $0.line < $1.line }
  }

  /// The waivers at `path`, else those of the settings; nil when there are none.
  public func waiverFile(or path: String?) throws(Problem) -> WaiverFile? {
    guard let path else { return waivers }
    return try WaiverFile(path)
  }

  private mutating func note(_ key: String, _ value: String?, _ place: YAMLValue) {
    entries.append(Entry(key: key, value: value ?? "", line: place.line))
  }

  private static func oneOrMore(_ value: YAMLValue?) throws(Problem) -> [YAMLValue] {
    guard let value else { return [] }
    return list(value) ?? [value]
  }

  /// The items of a list; nil for anything else.
  private static func list(_ value: YAMLValue) -> [YAMLValue]? {
    do throws(Problem) {
      return try value.list()
    } catch {
      return nil
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
