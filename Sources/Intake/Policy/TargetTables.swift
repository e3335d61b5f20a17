internal import Model
internal import StrictYAML

/// The tables of targets, and which plan belongs to which.
struct TargetTables: Sendable {
  struct Table: Sendable {
    let number: Int
    let plans: [String]
    /// By severity.
    let rows: [String: Row]
  }

  struct Row: Sendable {
    let response: TargetSpan
    let restoration: TargetSpan?
    let resolution: TargetSpan?
    let percentage: Int?
  }

  let tables: [Table]
  private let fallback: Table

  init(_ root: YAMLValue, severities: [String]) throws(Problem) {
    let map = try root.map(["tables", "fallback"])
    var tables: [Table] = []
    for item in try map.required("tables").list() { tables.append(try Table(item, severities)) }
    let number = try map.required("fallback")
    let wanted = try number.int()
    guard let table = tables.first(where: { $0.number == wanted }) else { throw number.problem("names no table") }
    self.tables = tables
    fallback = table
  }

  /// The table of `plan`, and whether the plan is known.
  func table(of plan: String?) -> (table: Table, isKnown: Bool) {
    let plan = plan?.normalized
    let found = tables.first { table in plan.map(table.plans.contains) ?? false }
    return (found ?? fallback, found != nil)
  }
}

extension TargetTables.Table {
  init(_ value: YAMLValue, _ severities: [String]) throws(Problem) {
    let map = try value.map(["number", "plans", "rows"])
    number = try map.required("number").int()
    plans = try map.required("plans").strings()
    let places = try map.required("rows").map(severities)
    var rows: [String: TargetTables.Row] = [:]
    for severity in severities { rows[severity] = try TargetTables.Row(places.required(severity)) }
    self.rows = rows
  }
}

extension TargetTables.Row {
  init(_ value: YAMLValue) throws(Problem) {
    let map = try value.map(["response", "restoration", "resolution", "percentage"])
    response = try TargetSpan(map.required("response"))
    restoration = try map["restoration"].map { (value) throws(Problem) in try TargetSpan(value) }
    resolution = try map["resolution"].map { (value) throws(Problem) in try TargetSpan(value) }
    percentage = try map["percentage"]?.int()
  }
}

/// A length of time as a table has it.
struct TargetSpan: Sendable {
  enum Unit: String, Sendable {
    case minutes, hours
    case businessHours = "business hours"
    case businessDays = "business days"
  }

  let amount: Int
  let unit: Unit
  /// As written, such as `1 business day`.
  let text: String

  init(_ value: YAMLValue) throws(Problem) {
    text = try value.string()
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let amount = Int(parts[0]), (1...1_000).contains(amount),
      let unit = Unit(rawValue: parts[1] + (amount == 1 ? "s" : ""))
    else { throw value.problem("must be a length such as '60 minutes' or '2 business days'") }
    self.amount = amount
    self.unit = unit
  }
}
