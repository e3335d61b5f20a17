/// All contexts; their order does not matter to their content.
enum Catalogue {
  static let plain: [Context] = SystemLogs.all
  static let contactCentre: [Context] = []
  static let hard: [Context] = []
}
