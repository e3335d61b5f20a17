internal import Bundles
internal import Files
internal import Intake
public import Model
internal import StrictYAML

/// Waivers that are in force for a run, and the digest of the file they stand in.
public struct WaiverFile: Sendable {
  private let list: YAMLValue
  /// SHA-256 of the file, in hexadecimal; a receipt names it.
  public let sha256: String

  /// Reads a waiver file: a list under `waivers`.
  ///
  /// - Throws: `Problem` of code `missing-file` or `invalid-file`.
  public init(_ path: String) throws(Problem) {
    let root = try YAMLValue.parse(try InputFile.text(path), file: path)
    try self.init(try root.map(["waivers"]).required("waivers"), in: path)
  }

  /// Takes a list of waivers out of the settings at `path`.
  init(_ list: YAMLValue, in path: String) throws(Problem) {
    self.list = list
    sha256 = try fileDigest(of: try InputFile(path))
  }

  /// The waivers of responsibilities that `policy` knows.
  func waivers(_ policy: Intake.Policy) throws(Problem) -> Waivers { try Waivers(list: list, policy: policy) }
}
