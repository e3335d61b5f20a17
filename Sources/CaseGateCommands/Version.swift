internal import CaseGateKit

enum Version {
  static let text = "casegate \(CaseGate.version)"
}
