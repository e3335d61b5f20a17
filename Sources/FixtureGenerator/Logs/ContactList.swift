/// A calling list as exported for an import: comma-separated, with names in Latin-1.
struct ContactList: LogFormat {
  func path(on site: Site) -> String { "exports/contacts" }
  let suffix = "csv"
  let encoding = Encoding.latin1
  let lineEnd = Document.LineEnd.crlf

  func begin(_ log: inout Document, site: Site, at start: Moment) {
    log.line("record_id,first_name,last_name,phone,mobile,email,street,zip,birth_date,iban,ssn,list,updated")
  }

  func record(_ call: Call, in log: inout Document, with random: inout SplitMix64) {
    let caller = call.caller
    log.line(
      """
      \(trap: call.record),\(caller.given),\(caller.family),\(caller.phone.dashed),"\(caller.mobile.spaced)",\(caller.email),\
      \(caller.street),\(caller.postcode),\(caller.birthDate),"\(caller.papers.ibanSpaced)",\
      \(caller.papers.socialSecurity),\(random.pick(Words.campaigns)),\(trap: call.start, .day)
      """)
  }
}
