internal import ArgumentParser
internal import CaseGateKit
internal import EmbeddedRules
internal import Model

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a commented case.yaml and customer.yaml to start from.",
    discussion: "Files that exist are left alone.")

  @Option(help: "The folder for both files.") var dir = "."

  func run() throws {
    for name in ["case.yaml", "customer.yaml"] {
      guard let text = EmbeddedRules.text("starters/\(name)") else {
        throw Problem(.internalError, name, "has no starter")
      }
      do throws(Problem) {
        try TextFile.write(text, to: "\(dir)/\(name)", replacing: false)
        Terminal.note("wrote \(dir)/\(name)")
      } catch {
        guard error.code == .outputConflict else { throw error }
        Terminal.note("\(dir)/\(name) exists and is left alone")
      }
    }
  }
}
