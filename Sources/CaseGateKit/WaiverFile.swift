internal import Bundles
internal import Files
internal import Intake
public import Model
internal import StrictYAML

/// Waivers that are in force for a run, and the digest of the file they stand in.
public struct WaiverFile: Sendable {
  let waivers: Waivers
  /// SHA-256 of the file, in hexadecimal; a receipt names it.
  public let sha256: String

  /// Reads a waiver file: a list under `waivers`.
  ///
  /// - Throws: `Problem` of code `missing-file` or `invalid-file`.
  public init(_ path: String) throws(Problem) {
    waivers = try Waivers.load(path, policy: try Policy.builtIn())
    sha256 = try fileDigest(of: try InputFile(path))
  }

  /// Takes a list of waivers out of the settings at `path`.
  init(_ list: YAMLValue, in path: String) throws(Problem) {
    waivers = try Waivers(list: list, policy: try Policy.builtIn())
    sha256 = try fileDigest(of: try InputFile(path))
  }
}
