internal import CaseGateKit
internal import Files

enum Version {
  static let text = "casegate \(CaseGate.version)"

  /// The version, and what shields the reader of foreign archives on this system.
  static var verbose: String { text + "\nisolation: " + Isolation.description }
}
