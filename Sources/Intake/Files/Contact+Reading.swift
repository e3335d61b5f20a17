internal import Model
internal import StrictYAML

extension Contact {
  private static let keys = [
    "id", "name", "email", "designated", "status", "may_report", "may_update", "access_requirements_met",
    "availability", "training",
  ]

  init(_ value: YAMLValue) throws(Problem) {
    let section = try Section(value, Self.keys)
    place = section.place
    id = try section.text("id")
    name = try section.text("name")
    email = try section.text("email")
    designated = try section.flag("designated")
    status = try section.choice("status")
    mayReport = try section.flag("may_report")
    mayUpdate = try section.flag("may_update")
    accessRequirementsMet = try section.flag("access_requirements_met")
    availability = try section.field("availability") { (value) throws(Problem) in try Availability(value) }
    training = try section.items("training") { (item) throws(Problem) in try Training(item) }
  }
}

extension Contact.Availability {
  init(_ value: YAMLValue) throws(Problem) {
    let map = try value.map(["time_zone", "weekly"])
    timeZone = try map.required("time_zone").timeZone()
    weekly = try WeeklyHours(map.required("weekly"))
  }
}

extension Contact.Training {
  init(_ value: YAMLValue) throws(Problem) {
    let section = try Section(value, ["product", "course", "completed", "expires"])
    product = try section.text("product")
    course = try section.text("course")
    completed = try section.day("completed")
    expires = try section.day("expires")
  }
}
