public import Model
public import StrictYAML

extension CustomerFile {
  /// Reads a file that the customer file names: the caller decides where it lies.
  public typealias Companion = (_ path: String) throws(Problem) -> String

  /// Reads a customer file; JSON is YAML.
  ///
  /// - Parameter companion: reads the holiday calendar under `calendar.holidays_ics`.
  /// - Throws: `Problem` of code `invalid-file` that names file, line and column, or what `companion` throws.
  public init(_ root: YAMLValue, companion: Companion) throws(Problem) {
    let section = try Section(
      try root.map(["customer"]).required("customer"),
      ["name", "calendar", "contract", "site", "service_level", "products", "contacts"])
    place = section.place
    name = try section.text("name")
    calendar = try BusinessCalendar(section.section("calendar", BusinessCalendar.keys), companion)
    contract = try Contract(section.section("contract", Contract.keys))
    site = try Site(section.section("site", ["programme", "approved", "reference"]))
    serviceLevel = try section.text("service_level")
    products = try section.items("products") { (item) throws(Problem) in try Product(item) }
    contacts = try section.items("contacts") { (item) throws(Problem) in try Contact(item) }
  }
}

extension CustomerFile.Contract {
  static let keys = [
    "number", "signed", "valid_from", "valid_until", "payment_current", "paid_through", "arrears",
  ]

  init(_ section: Section) throws(Problem) {
    place = section.place
    number = try section.text("number")
    signed = try section.flag("signed")
    validFrom = try section.day("valid_from")
    validUntil = try section.day("valid_until")
    paymentCurrent = try section.flag("payment_current")
    paidThrough = try section.day("paid_through")
    arrears = try section.texts("arrears")
    if let from = validFrom.value, let until = validUntil.value, until < from {
      throw Problem(
        .invalidFile, validUntil.place.file, line: validUntil.place.line, column: validUntil.place.column,
        "'\(validUntil.place.path)' is before 'valid_from'", mend: "Correct one of the two dates")
    }
  }
}

extension CustomerFile.Site {
  init(_ section: Section) throws(Problem) {
    place = section.place
    programme = try section.choice("programme")
    approved = try section.flag("approved")
    reference = try section.text("reference")
  }
}

extension CustomerFile.Product {
  init(_ value: YAMLValue) throws(Problem) {
    let section = try Section(value, ["name", "version"])
    place = section.place
    name = try section.text("name")
    version = try section.text("version")
  }
}

extension BusinessCalendar {
  static let keys = ["time_zone", "weekly", "holidays", "holidays_ics", "business_day"]

  init(_ section: Section, _ companion: CustomerFile.Companion) throws(Problem) {
    place = section.place
    timeZone = try section.field("time_zone") { (value) throws(Problem) in try value.timeZone() }
    weekly = try section.field("weekly") { (value) throws(Problem) in try WeeklyHours(value) }
    let days = try section.items("holidays") { (item) throws(Problem) in try item.civilDate() }
    holidays = Field(days.value.map { Set($0) }, days.place)
    businessDay = try section.choice("business_day")
    let path = try section.text("holidays_ics")
    guard let name = path.value else {
      holidayFile = Field(nil, path.place)
      return
    }
    holidayFile = Field(try HolidayFile(try companion(name), file: name), path.place)
  }
}
