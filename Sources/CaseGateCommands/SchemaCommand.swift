internal import ArgumentParser
internal import EmbeddedRules
internal import Model

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of a file that casegate reads or writes.",
    discussion: """
      Editors complete, check and explain a file whose schema they know (JSON Schema draft-07).

        casegate schema case > case.schema.json

      and as the first line of case.yaml:

        # yaml-language-server: $schema=case.schema.json

      'casegate init' does both.
      """)

  /// The files that have a schema.
  enum Name: String, ExpressibleByArgument, CaseIterable {
    case `case`, customer, waivers, config, rules, report

    /// The schema as JSON.
    func text() throws(Problem) -> String {
      guard let text = EmbeddedRules.text("schemas/\(rawValue).json") else {
        throw Problem(.internalError, rawValue, "has no schema")
      }
      return text
    }
  }

  @Argument(help: "case, customer, waivers, config (.casegate.yaml), rules (a rule pack) or report (JSON reports).")
  var name: Name

  func run() throws { try Terminal.out(try name.text()) }
}
